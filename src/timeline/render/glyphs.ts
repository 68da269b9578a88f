import type {Glyph} from '../../schema/content.ts';
import {round} from './shape.ts';

/**
 * The outline of a lane's mark as an SVG path, centred on 0,0.
 *
 * All six cover about the same area, so none looks more important than another.
 *
 * @param scale - 1 is 11 px across to the eye, in a box of 16 by 16.
 */
export function glyphPath(glyph: Glyph, scale = 1): string {
  const at = (px: number) => String(Math.round(px * scale * 100) / 100);
  switch (glyph) {
    case 'diamond':
      return `M0,${at(-6.7)}L${at(6.7)},0 0,${at(6.7)} ${at(-6.7)},0Z`;
    case 'square':
      return `M${at(-4.9)},${at(-4.9)}H${at(4.9)}V${at(4.9)}H${at(-4.9)}Z`;
    case 'cross':
      return (
        `M${at(-2.2)},${at(-6.3)}H${at(2.2)}V${at(-2.2)}H${at(6.3)}V${at(2.2)}H${at(2.2)}V${at(6.3)}` +
        `H${at(-2.2)}V${at(2.2)}H${at(-6.3)}V${at(-2.2)}H${at(-2.2)}Z`
      );
    case 'shield':
      return `M${at(-5.1)},${at(-5.2)}H${at(5.1)}V${at(1)}L0,${at(6.6)} ${at(-5.1)},${at(1)}Z`;
    case 'circle':
      return `M${at(-5.5)},0A${at(5.5)},${at(5.5)} 0 1 1 ${at(5.5)},0A${at(5.5)},${at(5.5)} 0 1 1 ${at(-5.5)},0Z`;
    case 'triangle':
      return `M0,${at(-6.5)}L${at(6.6)},${at(4.9)}H${at(-6.6)}Z`;
  }
}

/** The same outline around another place. */
export function glyphAt(glyph: Glyph, scale: number, xPx: number, yPx: number): string {
  const x = (px: string) => round(Number(px) + xPx);
  const y = (px: string) => round(Number(px) + yPx);
  return glyphPath(glyph, scale).replace(/([MLHVA])([^MLHVAZ]*)/g, (_, command: string, given: string) => {
    if (command === 'H') return `H${x(given)}`;
    if (command === 'V') return `V${y(given)}`;
    const points = given.trim().split(' ');
    // Of an arc only the last is a place.
    const fixed = command === 'A' ? points.slice(0, -1) : [];
    const moved = points.slice(fixed.length).map((point) =>
      point
        .split(',')
        .map((px, i) => (i === 0 ? x(px) : y(px)))
        .join(),
    );
    return command + [...fixed, ...moved].join(' ');
  });
}
