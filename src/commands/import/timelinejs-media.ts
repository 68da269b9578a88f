/** The texts of a slide, and what is shown beside them. */
import {isHtml, readHtml, safeAddress} from './html.ts';
import type {ReadText} from './html.ts';
import {plainTextOfBlocks} from './prose.ts';
import type {Block, Inline} from './prose.ts';
import {leftOutValue, textIn} from './timelinejs-fields.ts';
import type {Fields} from './timelinejs-fields.ts';

const MEDIA_FIELDS = new Set(['url', 'caption', 'credit', 'alt', 'title']);

export function readText(written: string): ReadText {
  return written.trim() === '' ? {blocks: [], changed: [], leftOut: []} : readHtml(written);
}

export interface ReadMedia {
  readonly blocks: readonly Block[];
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|svg|avif)$/i;
const VIDEO = /\.(?:mp4|webm|mov|m4v)$/i;
const SOUND = /\.(?:mp3|ogg|wav|m4a|flac)$/i;
const VIDEO_HOST = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com)$/;

/** What is shown beside a slide: its address becomes a link, its caption and credit words after it. */
export function readMedia(media: Fields): ReadMedia {
  const url = textIn(media, 'url').trim();
  const [caption, credit, alt, title] = ['caption', 'credit', 'alt', 'title'].map((name) => readText(textIn(media, name)));
  const extra = [title!, caption!, alt!]
    .filter(({blocks}) => blocks.length > 0)
    .filter((part, i, all) => all.findIndex((other) => wordsOf(other) === wordsOf(part)) === i);
  const leftOut = [
    ...[caption!, credit!].flatMap((part) => part.leftOut.map((what) => `media: ${what}`)),
    ...Object.keys(media)
      .filter((name) => !MEDIA_FIELDS.has(name))
      .flatMap((name) => leftOutValue(`media ${name}`, media[name])),
  ];
  const changed = [caption!, credit!].flatMap((part) => part.changed.map((what) => `media: ${what}`));
  const after: Inline[] = [
    ...extra.flatMap((part, i): Inline[] => [
      {kind: 'text', text: i === 0 && url === '' ? '' : i === 0 ? ': ' : ' · '},
      ...inlinesOf(part),
    ]),
    ...(credit!.blocks.length > 0
      ? [
          {kind: 'text' as const, text: `${url === '' && extra.length === 0 ? '' : endsSentence(extra) ? ' ' : '. '}Credit: `},
          ...inlinesOf(credit!),
        ]
      : []),
  ];
  if (url === '') return {blocks: after.length > 0 ? [{kind: 'paragraph', inside: after}] : [], changed, leftOut};

  if (isHtml(url)) {
    const read = readHtml(url);
    return {
      blocks: [...read.blocks, ...(after.length > 0 ? [{kind: 'paragraph' as const, inside: trimStart(after)}] : [])],
      changed: ['media: its HTML became Markdown', ...read.changed.map((what) => `media: ${what}`), ...changed],
      leftOut: [...read.leftOut.map((what) => `media: ${what}`), ...leftOut],
    };
  }
  const {address, changed: secured} = safeAddress(url);
  if (address === null) {
    return {
      blocks: after.length > 0 ? [{kind: 'paragraph', inside: trimStart(after)}] : [],
      changed,
      leftOut: [`media: ${url}`, ...leftOut],
    };
  }
  return {
    blocks: [{kind: 'paragraph', inside: [{kind: 'link', address, inside: [{kind: 'text', text: nameOfMedia(address)}]}, ...after]}],
    changed: ['media: it became a link', ...(secured === null ? [] : [`media: ${secured}`]), ...changed],
    leftOut,
  };
}

function nameOfMedia(address: string): string {
  const {hostname, pathname} = new URL(address);
  if (PICTURE.test(pathname)) return 'Picture';
  if (SOUND.test(pathname)) return 'Recording';
  return VIDEO.test(pathname) || VIDEO_HOST.test(hostname) ? 'Video' : hostname.replace(/^www\./, '');
}

function inlinesOf({blocks}: ReadText): Inline[] {
  return blocks.flatMap((block, i): Inline[] => [
    ...(i === 0 ? [] : [{kind: 'text' as const, text: ' '}]),
    ...(block.kind === 'list' ? block.items.flatMap((item) => [...item, {kind: 'text' as const, text: ' '}]) : block.inside),
  ]);
}

function wordsOf({blocks}: ReadText): string {
  return plainTextOfBlocks(blocks);
}

function endsSentence(parts: readonly ReadText[]): boolean {
  const last = parts.at(-1);
  return last !== undefined && /[.!?…”"’)]$/.test(wordsOf(last));
}

/** Without the punctuation that would join it to the link before it. */
function trimStart(inside: readonly Inline[]): Inline[] {
  const [first, ...rest] = inside;
  return first?.kind === 'text' ? [{kind: 'text', text: first.text.replace(/^[:.\s]+/, '')}, ...rest] : [...inside];
}
