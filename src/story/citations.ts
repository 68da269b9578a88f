const CITATIONS_THEN_POINT = /((?:<sup class="cite"><a [^>]*>\d+<\/a><\/sup>)+)\s*([.,;:?!])/g;

/**
 * Moves the citation numbers of a rendered body behind the point or comma that follows them.
 *
 * A quotation carries its own number, so a writer's sentence ends `…”²`; printed it should end `…”.²`
 */
export function citationsAfterPoints(html: string): string {
  return html.replace(CITATIONS_THEN_POINT, '$2$1');
}

/** Marks a citation number that directly follows another, so that 6 and 7 do not read as 67. */
export function neighboursApart(html: string): string {
  return html.replaceAll('</sup><sup class="cite">', '</sup><sup class="cite cite-next">');
}
