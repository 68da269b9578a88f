/** A drawing as lines of text, for tests to compare. */
import type {Shape} from '../../src/timeline/render/shape.ts';

/** One line for each shape: its key, its tag, all its attributes and its words; what it holds follows, indented. */
export function linesOf(shapes: readonly (Shape | null)[], depth = 0): string[] {
  return shapes.flatMap((one) => {
    if (one === null) return [];
    const {key, tag, attributes, children, text} = one;
    const parts = [
      key,
      tag,
      ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`),
      ...(text === undefined ? [] : [`“${text}”`]),
    ];
    return [`${'  '.repeat(depth)}${parts.join(' ')}`, ...linesOf(children ?? [], depth + 1)];
  });
}

/** The same with an instant in a key as a date, to the minute: `tick-1417737600000` as `tick 2014-12-05T00:00`. */
export function datedLinesOf(shapes: readonly (Shape | null)[]): string[] {
  return linesOf(shapes).map((line) =>
    line.replace(
      /^( *[a-z]+(?:-[a-z]+)*)-(-?\d{6,})(?= )/,
      (_, name: string, ms: string) => `${name} ${new Date(Number(ms)).toISOString().slice(0, 16)}`,
    ),
  );
}
