/** The site's icon for those who take no SVG, and the manifest that names them. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import type {Content} from '../schema/content.ts';
import {COLOURS} from './card/colours.ts';

/** Of icons as files, by what asks for them. */
export const ICON_SIZES = {touch: 180, small: 192, large: 512} as const;
const ICO_PX = 32;
const SVG_PX_PER_INCH = 72;

/** The icon as a square PNG. */
export async function iconPng(sizePx: number): Promise<Buffer> {
  const svg = readFileSync(join('public', 'favicon.svg'));
  const {width = ICO_PX} = await sharp(svg).metadata();
  // Drawn at its own size instead of being enlarged.
  return sharp(svg, {density: (SVG_PX_PER_INCH * sizePx) / width})
    .resize(sizePx, sizePx)
    .png({palette: true, compressionLevel: 9})
    .toBuffer();
}

/** The same as the `favicon.ico` that browsers and feed readers look for: a list of one picture, then a PNG. */
export async function iconIco(): Promise<Buffer> {
  const png = await iconPng(ICO_PX);
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // of one picture
  head.writeUInt8(ICO_PX, 6);
  head.writeUInt8(ICO_PX, 7);
  head.writeUInt16LE(1, 10); // plane
  head.writeUInt16LE(32, 12); // bits for a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** @param href - The address of a path of this site. */
export function manifest({story}: Content, href: (path: string) => string): object {
  return {
    name: story.title,
    short_name: story.title,
    description: story.description,
    lang: story.language,
    start_url: href('/'),
    scope: href('/'),
    display: 'browser',
    background_color: COLOURS.bg,
    theme_color: COLOURS.bg,
    icons: [
      {src: href('/favicon.svg'), type: 'image/svg+xml', sizes: 'any'},
      {src: href('/icon-192.png'), type: 'image/png', sizes: '192x192'},
      {src: href('/icon-512.png'), type: 'image/png', sizes: '512x512'},
    ],
  };
}
