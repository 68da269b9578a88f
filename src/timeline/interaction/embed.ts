/** The page in the frame of another: its head follows the stage, its links find a way out, the page around hears its height. */
import {frameWords} from '../model/words/embed.ts';
import {setText} from '../render/draw.ts';
import {dateInWords} from '../render/names.ts';
import {DRAWN} from './around.ts';
import type {StageInSight} from './around.ts';
import {copyText} from './copy.ts';
import {CANNOT_LEAVE, leaveFor} from './leave.ts';

/** How long after the last frame the links follow. */
const REST_MS = 150;

/** Said to the page around the frame, which need not listen. */
interface HeightMessage {
  readonly type: 'timeline-height';
  /** In CSS pixels, of all that the frame holds. */
  readonly height: number;
}

const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`)!;

function followStage(stage: StageInSight): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-leads="story"]')];
  let shownDay: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const showDay = () => {
    const day = stage.isKnownThen ? dateInWords(stage.playheadMs, stage.timeline.language) : null;
    if (day === shownDay) return;
    shownDay = day;
    part('embed-now').hidden = day !== null;
    part('embed-then').hidden = day === null;
    setText(part('embed-day'), day ?? '');
  };
  const showLinks = () => {
    for (const link of links) link.href = `${stage.storyHref}${stage.live?.query() ?? ''}`;
  };
  const follow = () => {
    showDay();
    clearTimeout(timer);
    timer = setTimeout(showLinks, REST_MS);
  };
  stage.addEventListener(DRAWN, follow);
  // This file may load after the stage has drawn.
  if (stage.timeline) follow();
}

/** A press with a key held is the browser's own: a new tab or window. */
function answerLinks(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement | SVGAElement>('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    leaveFor(new URL(link.getAttribute('href')!, location.href).href);
  });
}

/** Where no link may lead out, its address can be copied. */
function offerAddress(language: string): void {
  const words = frameWords(language);
  const dialog = part('embed-address') as HTMLDialogElement;
  const field = dialog.querySelector('input')!;
  const button = dialog.querySelector<HTMLElement>('[data-embed="copy"]')!;
  document.addEventListener(CANNOT_LEAVE, (event) => {
    field.value = (event as CustomEvent<string>).detail;
    setText(button, words.copyAddress);
    dialog.showModal();
    field.select();
  });
  button.addEventListener('click', () => {
    void copyText(field.value, field).then((isCopied) => isCopied && setText(button, words.copied));
  });
  dialog.querySelector('[data-embed="close"]')!.addEventListener('click', () => dialog.close());
}

function sayHeight(page: HTMLElement): void {
  if (window === window.parent) return;
  new ResizeObserver(() => {
    const message: HeightMessage = {type: 'timeline-height', height: Math.ceil(page.getBoundingClientRect().height)};
    window.parent.postMessage(message, '*');
  }).observe(page);
}

followStage(document.querySelector<StageInSight>('zoomable-timeline')!);
answerLinks();
offerAddress(document.documentElement.lang);
sayHeight(document.querySelector('main')!);
