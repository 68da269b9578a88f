/** The oldest browsers in which the story reads in its design and the timeline works; docs/browsers.md says what they cost. */
export const FLOOR = [
  {name: 'chrome', version: '100'},
  {name: 'firefox', version: '104'},
  {name: 'safari', version: '15.4'},
] as const;
