/** The path a site is under: `/`, or `/stories/moon/`, however many slashes were written. */
export function baseFromText(text: string | undefined): string {
  return `/${text ?? ''}/`.replace(/\/{2,}/g, '/');
}
