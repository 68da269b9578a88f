import {ARROWS} from '../timeline/render/arrows.ts';

/** One stroke or filled shape of an icon, in a box of 20 by 20. */
export type IconPart = {readonly d: string; readonly isFilled?: boolean} | {readonly cx: number; readonly cy: number; readonly r: number};

export interface IconDrawing {
  readonly strokeWidth: number;
  readonly parts: readonly IconPart[];
}

/** The signs that the font subset does not hold, and the pictures on buttons. */
export const ICONS = {
  back: {strokeWidth: 1.6, parts: [{d: ARROWS.left}]},
  forward: {strokeWidth: 1.6, parts: [{d: ARROWS.right}]},
  up: {strokeWidth: 1.6, parts: [{d: ARROWS.up}]},
  down: {strokeWidth: 1.6, parts: [{d: ARROWS.down}]},
  theme: {
    strokeWidth: 1.6,
    parts: [
      {cx: 10, cy: 10, r: 5.6},
      {d: 'M10 4.4a5.6 5.6 0 0 1 0 11.2z', isFilled: true},
    ],
  },
  /** Sources disagree. */
  unequal: {strokeWidth: 2, parts: [{d: 'M4 7.6h12M4 12.4h12M12.8 4l-5.6 12'}]},
  /** Date uncertain. */
  approximate: {
    strokeWidth: 1.9,
    parts: [
      {
        d: 'M3.5 8.3c2-2.4 4.1-1.9 6.2-.7s4.5 1.7 6.8-.7M3.5 13.5c2-2.4 4.1-1.9 6.2-.7s4.5 1.7 6.8-.7',
      },
    ],
  },
  /** Known later. */
  later: {strokeWidth: 1.9, parts: [{cx: 4.6, cy: 10, r: 2.1}, {d: 'M8 10h7M16.2 5.5v9'}]},
  play: {strokeWidth: 1.6, parts: [{d: 'M5.5 3.5v13l11-6.5z', isFilled: true}]},
  pause: {strokeWidth: 1.6, parts: [{d: 'M5 4h3.6v12H5zM11.4 4H15v12h-3.6z', isFilled: true}]},
  previous: {
    strokeWidth: 1.6,
    parts: [{d: 'M15.5 4.5v11L7 10zM4.5 4.5h2v11h-2z', isFilled: true}],
  },
  next: {
    strokeWidth: 1.6,
    parts: [{d: 'M4.5 4.5v11L13 10zM13.5 4.5h2v11h-2z', isFilled: true}],
  },
  stepBack: {strokeWidth: 1.6, parts: [{d: 'M13 4.5v11L6 10z', isFilled: true}]},
  stepOn: {strokeWidth: 1.6, parts: [{d: 'M7 4.5v11L14 10z', isFilled: true}]},
  minus: {strokeWidth: 1.6, parts: [{d: 'M4.5 10h11'}]},
  plus: {strokeWidth: 1.6, parts: [{d: 'M4.5 10h11M10 4.5v11'}]},
  fit: {strokeWidth: 1.6, parts: [{d: 'M3.5 4.5v11M16.5 4.5v11M6.5 10h7M8.5 7.5L6 10l2.5 2.5M11.5 7.5L14 10l-2.5 2.5'}]},
  search: {strokeWidth: 1.6, parts: [{cx: 8.8, cy: 8.8, r: 4.9}, {d: 'M12.6 12.6l3.6 3.6'}]},
  filter: {strokeWidth: 1.6, parts: [{d: 'M3.5 6.5h13M6 10h8M8.5 13.5h3'}]},
  external: {strokeWidth: 1.6, parts: [{d: 'M11.5 3.5h5v5M16 4l-7 7M8.5 4.5h-5v12h12v-5'}]},
  copy: {strokeWidth: 1.6, parts: [{d: 'M7 7h9.5v9.5H7z'}, {d: 'M12.5 3.5h-9v9'}]},
  check: {strokeWidth: 1.9, parts: [{d: 'M4 10.5l4 4 8-9'}]},
  download: {strokeWidth: 1.6, parts: [{d: 'M10 3.5v8.5M6.5 8.5L10 12l3.5-3.5M4 16h12'}]},
  close: {strokeWidth: 1.7, parts: [{d: 'M5 5l10 10M15 5L5 15'}]},
  help: {strokeWidth: 1.7, parts: [{d: 'M6.9 7.1a3.1 3.1 0 1 1 4.7 2.6c-1.1.7-1.6 1.3-1.6 2.6M10 15.6v.2'}]},
  warn: {strokeWidth: 1.7, parts: [{d: 'M10 3.2L17.6 16.4H2.4z'}, {d: 'M10 8v4M10 14.1v.2'}]},
  offline: {
    strokeWidth: 1.7,
    parts: [{d: 'M2.5 7.5a11 11 0 0 1 15 0M5.2 10.6a7 7 0 0 1 9.6 0M7.8 13.6a3.2 3.2 0 0 1 4.4 0M10 16v.2M3.5 3.5l13 13'}],
  },
  reload: {strokeWidth: 1.7, parts: [{d: 'M15.7 11.5A6 6 0 1 1 14 5.6l1.8 1.7M15.9 3.6v3.8h-3.8'}]},
} as const satisfies Record<string, IconDrawing>;

export type IconName = keyof typeof ICONS;
