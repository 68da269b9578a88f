import type {APIRoute} from 'astro';
import {ICON_SIZES, iconPng} from '../publish/icons.ts';

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await iconPng(ICON_SIZES.touch)), {headers: {'Content-Type': 'image/png'}});
