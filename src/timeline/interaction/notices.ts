/** The row under the bar that says what did not come, or is over, and what to do about it. One at a time; nothing is covered. */
import type {NoticeWords} from '../model/words/stage.ts';

const ONLINE_MS = 4000;
/** A browser that was offline a moment ago may name a part as missing. */
type Kind = 'missing' | 'offline' | 'older' | 'online';

export interface Notices {
  /** @param control - What was pressed and leads to what has not loaded; null if that is unknown. */
  readonly missing: (control: Element | null) => void;
}

/**
 * @param template - Holds the row, which comes into the page with the first notice.
 * @param say - Says the same to those who do not see it.
 */
export function noticesOn(stage: HTMLElement, template: HTMLTemplateElement, words: NoticeWords, say: (words: string) => void): Notices {
  const row = template.content.querySelector<HTMLElement>('.stage-notice')!;
  const button = row.querySelector('button')!;
  let act = () => {};
  let marked: Element | null = null;
  let missedBefore = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mark = (control: Element | null) => {
    marked?.classList.remove('is-missing');
    marked?.querySelector('.is-sign')?.remove();
    marked = control;
    if (!control?.querySelector('.icon')) return;
    const sign = row.querySelector('[data-for="missing"] .icon')!.cloneNode(true) as Element;
    sign.classList.add('is-sign');
    control.classList.add('is-missing');
    control.prepend(sign);
  };
  const hide = () => {
    clearTimeout(timer);
    row.hidden = true;
    mark(null);
  };
  const show = (kind: Kind, [head, text]: readonly [string, string], answer?: {readonly words: string; readonly act: () => void}) => {
    hide();
    if (!row.isConnected) template.after(row);
    row.dataset['kind'] = kind;
    row.querySelector('b')!.textContent = head;
    row.querySelector('span')!.textContent = text;
    button.hidden = answer === undefined;
    button.textContent = answer?.words ?? '';
    act = answer?.act ?? (() => {});
    row.hidden = false;
    say(`${head} ${text}`);
  };
  const offline = () => show('offline', words.offline, {words: words.hide, act: hide});
  const online = () => {
    if (row.hidden || row.dataset['kind'] === 'older') return;
    show('online', words.online);
    timer = setTimeout(hide, ONLINE_MS);
  };
  const older = () => show('older', words.older, {words: words.reload, act: () => location.reload()});

  button.addEventListener('click', () => act());
  addEventListener('offline', offline);
  addEventListener('online', online);
  // Whatever a reader does next answers it: what it names may come this time.
  stage.addEventListener(
    'click',
    ({target}) => {
      if (row.dataset['kind'] === 'missing' && !row.contains(target as Node) && (target as Element).closest('button')) hide();
    },
    {capture: true},
  );

  return {
    missing(control) {
      const name = control?.localName === 'button' ? control.textContent.trim() || control.getAttribute('aria-label') : null;
      const again = () => {
        hide();
        (control as HTMLElement).focus();
        (control as HTMLElement).click();
      };
      // A browser remembers under its address a part that did not come, and refuses all that need it until the page is new.
      const answer = missedBefore ? {words: words.reload, act: () => location.reload()} : {words: words.tryAgain, act: again};
      show('missing', words.missing(name), name === null ? undefined : answer);
      missedBefore ||= name !== null;
      if (name !== null) mark(control);
      void isOlderThanSite().then((isOlder) => isOlder && older());
    },
  };
}

/** Whether the site has been published again since this page came: today's page then names another script. */
async function isOlderThanSite(): Promise<boolean> {
  const script = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  if (!script) return false;
  try {
    const answer = await fetch(location.pathname, {cache: 'no-store'});
    return answer.ok && !(await answer.text()).includes(script);
  } catch {
    return false; // Without a connection nobody knows.
  }
}
