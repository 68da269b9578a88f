/** Copies a text, also where a frame or an old browser gives no clipboard. */

/**
 * @param field - Holds the same text, to be selected and copied in the old way.
 * @returns Whether it was copied.
 */
export async function copyText(text: string, field: HTMLInputElement | HTMLTextAreaElement | null = null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return field !== null && document.execCommand('copy');
  }
}
