import type {APIRoute} from 'astro';
import {ICON_SIZES, iconPng} from '../publish/icons.ts';

export const getStaticPaths = () => [ICON_SIZES.small, ICON_SIZES.large].map((size) => ({params: {size: String(size)}}));

export const GET: APIRoute = async ({params}) =>
  new Response(new Uint8Array(await iconPng(Number(params.size))), {headers: {'Content-Type': 'image/png'}});
