/** The panel as the build wrote it: its pieces, what is chosen in it, and the story's addresses and words. */
export interface ShareForm {
  readonly section: HTMLElement;
  readonly data: Readonly<Record<string, string>>;
  readonly piece: (name: string) => HTMLElement;
  readonly chosen: (name: string) => string;
}

/** Unfolds the panel, which the page holds as a template until it is asked for. */
export function formIn(section: HTMLElement): ShareForm {
  const template = section.querySelector('template');
  template?.replaceWith(template.content);
  return {
    section,
    data: section.dataset as Readonly<Record<string, string>>,
    piece: (name) => section.querySelector<HTMLElement>(`[data-share="${name}"]`)!,
    chosen: (name) => section.querySelector<HTMLInputElement>(`input[name="share-${name}"]:checked`)!.value,
  };
}
