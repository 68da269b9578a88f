/** Whether a text is a whole web address of one of these schemes. */
export function isSafeAddress(value: string, schemes: readonly string[]): boolean {
  // A browser forgives backslashes and missing slashes; a name before an @ hides where an address leads.
  if (!/^[a-z]+:\/\/[^/\\@\s]+(?:[/?#]|$)/i.test(value) || /[\s\\<>"]/.test(value) || !URL.canParse(value)) return false;
  const address = new URL(value);
  return schemes.includes(address.protocol) && address.hostname.includes('.');
}
