/** One rule of a `_headers` file: which paths it is for, what it takes back and what it gives. */
export interface HeaderRule {
  readonly path: RegExp;
  readonly removed: readonly string[];
  readonly given: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a `_headers` file as Cloudflare and Netlify do.
 *
 * @param text - Paths at the start of a line, their headers indented below; `#` starts a comment line.
 * @throws Error naming the line that is neither, or a header without a path above it.
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function headerRulesFromText(text: string): HeaderRule[] {
  const rules: {path: RegExp; removed: string[]; given: [string, string][]}[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({path: pathPattern(words), removed: [], given: []});
      continue;
    }
    const rule = rules.at(-1);
    const header = /^([\w-]+):\s*(.+)$/.exec(words);
    const taken = /^!\s*([\w-]+)$/.exec(words);
    if (rule !== undefined && header !== null) rule.given.push([header[1]!.toLowerCase(), header[2]!]);
    else if (rule !== undefined && taken !== null) rule.removed.push(taken[1]!.toLowerCase());
    else throw new Error(`_headers line ${index + 1} is not a header under a path: ${words}`);
  }
  return rules;
}

/**
 * The headers one path is sent with, names in lower case. A header given by two rules holds both values,
 * as the hosts do it, so a policy that should replace another must take it back first.
 */
export function headersForPath(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    if (!rule.path.test(path)) continue;
    for (const name of rule.removed) delete headers[name];
    for (const [name, value] of rule.given) {
      headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    }
  }
  return headers;
}

function pathPattern(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
