/** The window as seen, as a self-contained picture: title, stage, sources and licence, with its fonts embedded. */
import {drawingCopy, hundredth, pageCopy, SVG} from './svg-copy.ts';

export interface PictureWords {
  readonly title: string;
  /** Below the title: what and which days; as known when. On a narrow picture each has a line. */
  readonly subtitle: readonly string[];
  /** Below the stage: how much it rests on, the licence, the address. */
  readonly foot: readonly string[];
}

interface Frame {
  readonly headPx: number;
  readonly footPx: number;
  readonly titlePx: number;
  readonly marginPx: number;
}

const WIDE: Frame = {headPx: 96, footPx: 44, titlePx: 46, marginPx: 32};
const NARROW_BELOW_PX = 900;
const LINE_PX = 18;

/** @param fontAddress - Of the file with the letters. @returns The picture as the text of an SVG file, and its size. */
export async function pictureOf(
  stage: HTMLElement,
  words: PictureWords,
  fontAddress: string,
): Promise<{readonly text: string; readonly widthPx: number; readonly heightPx: number}> {
  const body = stage.querySelector<HTMLElement>('.stage-body')!;
  const [outer, inner] = [stage.getBoundingClientRect(), body.getBoundingClientRect()];
  const frame = outer.width < NARROW_BELOW_PX ? narrow(words) : WIDE;
  const [widthPx, heightPx] = [Math.round(outer.width), Math.round(inner.height + frame.headPx + frame.footPx)];
  const style = getComputedStyle(stage);
  const font = style.fontFamily.split(',')[0]!;

  const picture = document.implementation.createDocument(SVG, 'svg');
  const root = picture.documentElement;
  const add = (parent: Element, tag: string, attributes: Readonly<Record<string, string | number>>, text = '') => {
    const element = picture.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    if (text) element.textContent = text;
    parent.append(element);
    return element;
  };
  for (const [name, value] of Object.entries({width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}`}))
    root.setAttribute(name, String(value));
  add(root, 'title', {}, [words.title, ...words.subtitle].join('. '));
  const defs = drawingCopy(document.querySelector('.stage-defs defs')!, picture, null, true)!;
  root.append(defs);

  const ink = {fill: style.color, 'font-family': style.fontFamily};
  const quiet = {...ink, fill: getComputedStyle(stage.querySelector('.rail-number')!).color, 'font-size': 13, 'font-stretch': '87%'};
  add(root, 'rect', {width: widthPx, height: heightPx, fill: style.backgroundColor});
  const isWide = frame === WIDE;
  const subtitle = isWide ? [words.subtitle.join(' · ')] : words.subtitle;
  const titleY = frame.headPx - 24 - subtitle.length * LINE_PX;
  add(
    root,
    'text',
    {...ink, x: frame.marginPx, y: titleY, 'font-size': frame.titlePx, 'font-weight': 700, 'font-stretch': '62%'},
    words.title,
  );
  subtitle.forEach((line, i) => add(root, 'text', {...quiet, x: frame.marginPx, y: titleY + 22 + i * LINE_PX}, line));
  add(root, 'rect', {y: frame.headPx - 2, width: widthPx, height: 2, fill: style.color});
  const moved = add(root, 'g', {transform: `translate(${hundredth(-outer.left)} ${hundredth(frame.headPx - inner.top)})`});
  moved.append(pageCopy(body, picture));
  const footY = frame.headPx + inner.height;
  add(root, 'rect', {y: footY, width: widthPx, height: 1, fill: style.color});
  if (isWide) {
    const [first = '', ...rest] = words.foot;
    add(root, 'text', {...quiet, x: frame.marginPx, y: footY + 27}, first);
    add(root, 'text', {...quiet, x: widthPx - frame.marginPx, y: footY + 27, 'text-anchor': 'end'}, rest.join(' · '));
  } else {
    words.foot.forEach((line, i) => add(root, 'text', {...quiet, x: frame.marginPx, y: footY + 24 + i * LINE_PX}, line));
  }
  // The page's policy forbids a style sheet even in a document that nobody sees; as text it is none yet.
  const letters = `<style>${await fontFace(font, fontAddress)}</style>`;
  return {text: new XMLSerializer().serializeToString(picture).replace('<defs', `${letters}<defs`), widthPx, heightPx};
}

function narrow({subtitle}: PictureWords): Frame {
  return {headPx: 60 + subtitle.length * LINE_PX, footPx: 76, titlePx: 30, marginPx: 20};
}

/** @throws Error if the file cannot be had. */
async function fontFace(family: string, address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no letters at ${address}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const source = `url(data:font/woff2;base64,${btoa(binary)}) format("woff2")`;
  return `@font-face{font-family:${family};src:${source};font-weight:400 700;font-stretch:62% 100%}`;
}

/** The picture as pixels. @throws Error if the browser cannot make them. */
export async function pngOf(svg: string, {widthPx, heightPx}: {readonly widthPx: number; readonly heightPx: number}): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
  try {
    const image = new Image(widthPx, heightPx);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [widthPx, heightPx];
    canvas.getContext('2d')!.drawImage(image, 0, 0, widthPx, heightPx);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('the canvas gave no picture');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
