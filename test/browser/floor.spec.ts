/** What the build asks of a browser is what the floor of src/tools/floor.ts has, or something that a page works without. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beyondFloorInCss, beyondFloorInScript} from './beyond-floor.ts';
import {expect, test} from './site.ts';
import {SITE_FOLDER} from './site-folder.ts';

/** What is younger than the floor, and what a reader has without it. */
const WITHOUT_IT: Readonly<Record<string, string>> = {
  'css.at-rules.font-face.ascent-override': 'words move by a little when the fonts arrive',
  'css.at-rules.font-face.descent-override': 'words move by a little when the fonts arrive',
  'css.at-rules.font-face.line-gap-override': 'words move by a little when the fonts arrive',
  'css.at-rules.font-face.size-adjust': 'words move by a little when the fonts arrive',
  'css.at-rules.media.forced-colors': 'only systems whose browsers know it force colours',
  'css.properties.forced-color-adjust': 'only systems whose browsers know it force colours',
  'css.at-rules.page': 'paper has the margins of the printer',
  'css.properties.size': 'the poster is printed on the paper of the printer',
  'css.properties.print-color-adjust.exact': 'the printer may leave fills out',
  'css.properties.break-after.avoid': 'a heading may be at the foot of a sheet',
  'css.at-rules.starting-style': 'names appear at once',
  'css.at-rules.view-transition': 'the next page appears at once',
  'css.properties.align-content.start': 'rows of chips have room between them',
  'css.properties.contain-intrinsic-height': 'a long story is laid out whole',
  'css.properties.content-visibility': 'a long story is laid out whole',
  'css.properties.container-type': 'the poster is as wide as the window: its own width is in @supports',
  'css.properties.overscroll-behavior': 'the page scrolls on where a list ends',
  'css.properties.text-size-adjust': 'a phone on its side may set larger letters',
  'css.properties.overflow-anchor': 'the page may move by a line where something opens above',
  'css.properties.text-wrap': 'lines of headings are of uneven length',
  'css.selectors.-webkit-search-cancel-button': 'the search field has two buttons to empty it',
  'css.selectors.has': 'a chosen filter is not bold; a bar half read shows; the masthead is printed beside the poster',
  'css.selectors.popover-open': 'in a forgiving :is() beside [open]; see popover.ts',
  'css.types.color.color-mix': 'fills are grey: the mixed colour is in @supports',
  'api.HTMLElement.showPopover': 'popover.ts stands in for it',
  'api.HTMLElement.hidePopover': 'popover.ts stands in for it',
  'api.Navigator.scheduling': 'the page is laid out without a look at what waits: asked for with ?.',
  requestIdleCallback: 'a timer stands in for it: asked for with typeof',
  cancelIdleCallback: 'a timer stands in for it: asked for with typeof',
};

/** Names of ours that newer features share. */
const OUR_NAMES: Readonly<Record<string, string>> = {
  'javascript.builtins.Array.with': 'a sentence of the words for Find',
  'api.Window.restore': 'what a replay puts back',
  'api.EventTarget.when': 'a part of a result',
  'api.Navigator.share': 'a share of the view',
  'api.TouchEvent.changedTouches': 'asked for on touch events alone, which only browsers that have it send',
};

function filesOf(ending: string): string[] {
  return readdirSync(SITE_FOLDER, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith(ending));
}

for (const [ending, beyondFloor] of [
  ['.css', beyondFloorInCss],
  ['.js', beyondFloorInScript],
] as const) {
  test(`every ${ending} file works in the oldest browsers`, () => {
    const files = filesOf(ending);
    expect(files.length).toBeGreaterThan(3);
    const beyond = files.flatMap((file) =>
      beyondFloor(readFileSync(join(SITE_FOLDER, file), 'utf8'))
        .filter((name) => !(name in WITHOUT_IT) && !(name in OUR_NAMES))
        .map((name) => `${file}: ${name}`),
    );
    expect(beyond).toEqual([]);
  });
}

test('the check sees what a browser of the floor does not have', () => {
  expect(
    beyondFloorInCss('a { color: light-dark(red, blue) } @media (width <= 640px) { b { color: red } } c { & d { color: red } }'),
  ).toEqual(['css.at-rules.media.range_syntax', 'css.selectors.nesting', 'css.types.color.light-dark']);
  expect(beyondFloorInCss('a { height: 100vh; color: red } @media (max-width: 640px) { b:focus-visible { color: red } }')).toEqual([]);
  expect(
    beyondFloorInScript('Map.groupBy(a, b); a.toSorted(); new RegExp("(?<!a)b"); class A { static { b() } } a.findLast(b).at(-1)'),
  ).toEqual(['Map.groupBy', 'javascript.builtins.Array.toSorted', 'lookbehind', 'static {}']);
  expect(() => beyondFloorInScript('/a/v')).toThrow(SyntaxError);
  expect(beyondFloorInScript('Promise.all([a]); Object.hasOwn(a, b); a?.b ?? c; structuredClone(a); a.replaceAll("b", "c")')).toEqual([]);
});
