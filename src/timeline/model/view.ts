/** The stretch of axis time on screen: the one thing that changes while a reader browses. */
export interface View {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How far a view may go: never outside `extent`, never shorter than `shortestMs`. */
export interface ViewBounds {
  readonly extent: View;
  readonly shortestMs: number;
}

export function lengthMs(view: View): number {
  return view.toMs - view.fromMs;
}

export function isInView(ms: number, view: View): boolean {
  return ms >= view.fromMs && ms <= view.toMs;
}

/** The nearest view inside the bounds: shifted first, and shortened only if it is longer than the extent. */
export function clampView(view: View, {extent, shortestMs}: ViewBounds): View {
  const wantedMs = Math.min(Math.max(lengthMs(view), shortestMs), lengthMs(extent));
  const middleMs = (view.fromMs + view.toMs) / 2;
  const fromMs = wantedMs === lengthMs(view) ? view.fromMs : middleMs - wantedMs / 2;
  const clampedMs = Math.min(Math.max(fromMs, extent.fromMs), extent.toMs - wantedMs);
  return {fromMs: clampedMs, toMs: clampedMs + wantedMs};
}

/**
 * Makes a view shorter (factor above 1) or longer around an instant that keeps its place on screen.
 *
 * @throws RangeError if the factor is not positive.
 */
export function zoomView(view: View, factor: number, anchorMs: number): View {
  if (!(factor > 0)) throw new RangeError(`zoom factor must be positive, got ${factor}`);
  return {
    fromMs: anchorMs + (view.fromMs - anchorMs) / factor,
    toMs: anchorMs + (view.toMs - anchorMs) / factor,
  };
}

/**
 * A view of a length, with an instant at a share of its width. Unlike {@link clampView} it is first made as short or as
 * long as may be and then placed, so that the instant keeps its place at the closest and at the widest.
 *
 * @param share - 0 at the left edge, 1 at the right.
 */
export function viewAbout(anchorMs: number, share: number, wantedMs: number, bounds: ViewBounds): View {
  const length = Math.min(Math.max(wantedMs, bounds.shortestMs), lengthMs(bounds.extent));
  const fromMs = anchorMs - share * length;
  return clampView({fromMs, toMs: fromMs + length}, bounds);
}

/** {@link zoomView}, as far as the bounds allow. */
export function zoomWithin(view: View, factor: number, anchorMs: number, bounds: ViewBounds): View {
  return viewAbout(anchorMs, (anchorMs - view.fromMs) / lengthMs(view), lengthMs(view) / factor, bounds);
}

export function panView(view: View, byMs: number): View {
  return {fromMs: view.fromMs + byMs, toMs: view.toMs + byMs};
}

/** A view around a stretch with a margin on each side, as a share of the stretch. */
export function fitView(stretch: View, margin = 0.1): View {
  const marginMs = lengthMs(stretch) * margin;
  return {fromMs: stretch.fromMs - marginMs, toMs: stretch.toMs + marginMs};
}

/**
 * Moves a view by the least amount that brings a stretch into it, with a margin as a share of the view.
 * A stretch longer than the view shows its start.
 */
export function revealInView(view: View, stretch: View, margin = 0.1): View {
  const marginMs = lengthMs(view) * margin;
  const tooEarlyMs = stretch.fromMs - marginMs - view.fromMs;
  const tooLateMs = stretch.toMs + marginMs - view.toMs;
  if (tooEarlyMs < 0) return panView(view, tooEarlyMs);
  if (tooLateMs > 0) return panView(view, Math.min(tooLateMs, tooEarlyMs));
  return view;
}

/** A stretch that takes up more of a view than this is shown in part. */
const LONG_SHARE = 0.5;
/** How much of a view its part takes up then. */
const PART_SHARE = 0.25;

/**
 * {@link revealInView} for what goes on for long: where enough of it is in the view already, the view stays as it is;
 * else it moves to the end that is nearer.
 */
export function revealPartInView(view: View, stretch: View, margin = 0.1): View {
  if (lengthMs(stretch) <= lengthMs(view) * LONG_SHARE) return revealInView(view, stretch, margin);
  const partMs = lengthMs(view) * PART_SHARE;
  const seenMs = Math.min(stretch.toMs, view.toMs) - Math.max(stretch.fromMs, view.fromMs);
  if (seenMs >= partMs) return view;
  const part =
    stretch.fromMs > view.fromMs
      ? {fromMs: stretch.fromMs, toMs: stretch.fromMs + partMs}
      : {fromMs: stretch.toMs - partMs, toMs: stretch.toMs};
  return revealInView(view, part, 0);
}
