/** "`a`, `b` or `c`": the words to choose from, as a message lists them. */
export function orList(options: readonly string[]): string {
  const quoted = options.map((option) => `\`${option}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
