import type {APIRoute} from 'astro';
import {addressOf} from '../story/address.ts';

export const GET: APIRoute = ({site}) => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${addressOf(site, '/sitemap-index.xml')}\n`);
