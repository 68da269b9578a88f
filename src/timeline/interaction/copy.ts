/** Copies a text, also where a frame or an old browser gives no clipboard. */

/**
 * @param field - Holds the same text, to be selected and copied in the old way; made for the moment if left out.
 * @returns Whether it was copied.
 */
export async function copyText(text: string, field?: HTMLInputElement): Promise<boolean> {
  // In a frame the clipboard is refused, and browsers complain of each try.
  if (window !== window.top && copyInOldWay(text, field)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyInOldWay(text, field);
  }
}

function copyInOldWay(text: string, field: HTMLInputElement | undefined): boolean {
  const focused = document.activeElement as HTMLElement | null;
  const source = field ?? document.createElement('textarea');
  if (!field) {
    source.value = text;
    source.className = 'visually-hidden';
    document.body.append(source);
  }
  source.select();
  const isCopied = document.execCommand('copy');
  if (!field) {
    source.remove();
    focused?.focus({preventScroll: true});
  }
  return isCopied;
}
