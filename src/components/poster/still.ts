import type {Shape} from '../../timeline/render/shape.ts';

/** Attributes that make a mark a link; on paper there is nothing to press. */
const LINK_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'aria-label', 'tabindex']);

/**
 * The same drawing without links and without the areas that take a press.
 *
 * @param spansOnly - Marks that go without their marker: keys of their shapes.
 */
export function stillShapes(shapes: readonly Shape[], spansOnly: ReadonlySet<string>, parentKey = ''): Shape[] {
  return shapes
    .filter(({key, attributes}) => attributes['class'] !== 'hit' && !(key === 'glyph' && spansOnly.has(parentKey)))
    .map(({tag, attributes, children, ...shape}) => ({
      ...shape,
      tag: tag === 'a' ? 'g' : tag,
      attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => tag !== 'a' || !LINK_ATTRIBUTES.has(name))),
      ...(children ? {children: stillShapes(children, spansOnly, shape.key)} : {}),
    }));
}
