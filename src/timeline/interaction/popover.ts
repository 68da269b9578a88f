/** The panel of controls where the browser has no popovers: before Safari 17, Chrome 114 and Firefox 125. */

const hasPopovers = 'popover' in HTMLElement.prototype;

export function isPanelOpen(panel: HTMLElement): boolean {
  return hasPopovers ? panel.matches(':popover-open') : panel.hasAttribute('open');
}

/** Opens and closes a dialog as a popover would be, by its buttons, Escape and a press beside it, and says so by the same events. */
export function standInForPopover(panel: HTMLDialogElement, stage: HTMLElement): void {
  if (hasPopovers) return;
  const switchTo = (isOpen: boolean) => {
    if (isOpen === panel.open) return;
    panel.dispatchEvent(new Event('beforetoggle'));
    if (isOpen) panel.show();
    else panel.close();
    if (isOpen) panel.querySelector<HTMLElement>('[autofocus]')?.focus();
    panel.dispatchEvent(new Event('toggle'));
  };
  panel.showPopover = () => switchTo(true);
  panel.hidePopover = () => switchTo(false);
  stage.addEventListener('click', ({target}) => {
    const button = (target as Element).closest(`[popovertarget="${panel.id}"]`);
    if (button) switchTo(!panel.open && button.getAttribute('popovertargetaction') !== 'hide');
  });
  document.addEventListener('pointerdown', ({target}) => {
    if (!panel.contains(target as Node) && !(target as Element).closest(`[popovertarget="${panel.id}"]`)) switchTo(false);
  });
  panel.addEventListener('keydown', ({key}) => {
    if (key !== 'Escape' || !panel.open) return;
    switchTo(false);
    stage.querySelector<HTMLElement>(`[popovertarget="${panel.id}"]`)!.focus();
  });
}
