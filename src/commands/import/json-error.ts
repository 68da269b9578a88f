/**
 * Where a text stops being JSON. `JSON.parse` knows, but says so in the words of one engine, and not always.
 *
 * @returns The offset of the first character that is not allowed where it is; the length of the text where it stops too early;
 *   null where it is JSON.
 * @see RFC 8259
 */
export function jsonErrorOffset(text: string): number | null {
  let at = 0;
  const blanks = /[ \t\r\n]*/y;
  const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
  const skipBlanks = () => {
    blanks.lastIndex = at;
    at += blanks.exec(text)![0].length;
  };
  /** Skips one character if it comes next. */
  const take = (sign: string) => {
    skipBlanks();
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const takeScalar = () => {
    skipBlanks();
    scalar.lastIndex = at;
    const found = scalar.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  /** Goes past a value; false where it stopped inside. */
  const takeValue = (): boolean => {
    if (take('{')) {
      if (take('}')) return true;
      do {
        skipBlanks();
        if (text[at] !== '"' || !takeScalar() || !take(':') || !takeValue()) return false;
      } while (take(','));
      return take('}');
    }
    if (take('[')) {
      if (take(']')) return true;
      do if (!takeValue()) return false;
      while (take(','));
      return take(']');
    }
    return takeScalar();
  };
  const isWhole = takeValue();
  skipBlanks();
  return isWhole && at === text.length ? null : at;
}
