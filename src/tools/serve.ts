/** Serves the built site with the headers its host will send: `npm run preview`, `npm start` and the browser tests. */
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, statSync} from 'node:fs';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {extname, join, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {baseFromText} from '../story/base.ts';
import {headerRulesFromText, headersForPath, type HeaderRule} from './headers.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** Types that are text, which compression makes smaller. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|manifest|x-)|image\/svg)/;
/** Files for the host itself; hosts do not hand them out. */
const HOST_FILES: readonly string[] = ['_headers', '_redirects', '.nojekyll'];
/** This machine only; browsers know it as localhost. */
const LISTEN_ADDRESS = '127.0.0.1';

export interface SiteOptions {
  /** The built site. */
  readonly folder: string;
  /** Path the site lives under, with a slash at both ends. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface ServedSite {
  /** Address of the home page, with its closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site until it is closed.
 *
 * @throws Error in one plain sentence if there is no built site, or if the port is taken.
 */
export async function serveSite(options: SiteOptions): Promise<ServedSite> {
  const folder = resolve(options.folder);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`There is no built site in ${folder}; run \`npm run build\` first.`);
  }
  const headersFile = join(folder, '_headers');
  const rules = existsSync(headersFile) ? headerRulesFromText(readFileSync(headersFile, 'utf8')) : [];
  const site = {folder, base: options.base, rules, packed: new Map<string, Buffer>()};
  const server = createServer((request, response) => answer(site, request, response));
  const port = await listen(server, options.port);
  return {
    url: `http://localhost:${port}${options.base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Site {
  readonly folder: string;
  readonly base: string;
  readonly rules: readonly HeaderRule[];
  /** Compressed files, by encoding and digest, so that each is compressed once. */
  readonly packed: Map<string, Buffer>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') fail(error);
      else fail(new Error(`Port ${port} is already taken; choose another with PORT=4400, for instance.`));
    });
    server.listen(port, LISTEN_ADDRESS, () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const [rawPath = '/', query] = (request.url ?? '/').split('?', 2);
  const suffix = query === undefined ? '' : `?${query}`;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, {allow: 'GET, HEAD'}).end();
    return;
  }
  if (rawPath === '/' && site.base !== '/') {
    response.writeHead(302, {location: site.base + suffix}).end();
    return;
  }

  const path = pathInSite(rawPath, site.base);
  if (path === null) {
    sendFile(site, request, response, 404, '/404.html', '/404.html');
    return;
  }
  const file = fileForPath(site.folder, path);
  if (file === null && isFile(join(site.folder, `${path}/index.html`))) {
    response.writeHead(301, {location: `${rawPath}/${suffix}`}).end();
    return;
  }
  if (file === null) sendFile(site, request, response, 404, path, '/404.html');
  else sendFile(site, request, response, 200, path, file);
}

/**
 * The path below the base, starting with a slash; null for one outside the site.
 * `..`, `//`, backslashes and undecodable escapes are never part of an address of ours.
 */
function pathInSite(rawPath: string, base: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(rawPath);
  } catch {
    return null; // an escape such as %E0 alone decodes to no letter
  }
  if (!path.startsWith(base) || /\/\/|\\|\0|(?:^|\/)\.\.?(?:\/|$)/.test(path)) return null;
  return path.slice(base.length - 1);
}

/** Path, below the folder, of the file at an address, or null. */
function fileForPath(folder: string, path: string): string | null {
  if (HOST_FILES.includes(path.slice(1))) return null;
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return resolve(folder, `.${file}`).startsWith(folder + sep) && isFile(join(folder, file)) ? file : null;
}

function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() === true;
}

function sendFile(site: Site, request: IncomingMessage, response: ServerResponse, status: number, path: string, file: string): void {
  const body = isFile(join(site.folder, file)) ? readFileSync(join(site.folder, file)) : Buffer.from('Not found\n');
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
  const encoding = COMPRESSIBLE.test(type) ? acceptedEncoding(request) : null;
  const headers: Record<string, string> = {
    'cache-control': 'no-cache',
    ...headersForPath(site.rules, site.base + path.slice(1)),
    'content-type': type,
    etag: `"${digest}${encoding === null ? '' : `-${encoding}`}"`,
    vary: 'Accept-Encoding',
  };
  if (status === 200 && request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const sent = encoding === null ? body : compressed(site, body, digest, encoding);
  if (encoding !== null) headers['content-encoding'] = encoding;
  headers['content-length'] = String(sent.length);
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : sent);
}

type Encoding = 'br' | 'gzip';

function acceptedEncoding(request: IncomingMessage): Encoding | null {
  const header = request.headers['accept-encoding'];
  const accepted = new Set(
    String(header ?? '')
      .split(',')
      .filter((word) => !/;\s*q=0(?:\.0*)?\s*$/.test(word))
      .map((word) => word.split(';')[0]!.trim()),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : null;
}

function compressed(site: Site, body: Buffer, digest: string, encoding: Encoding): Buffer {
  const key = `${encoding} ${digest}`;
  const known = site.packed.get(key);
  if (known !== undefined) return known;
  const packed = encoding === 'br' ? brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}) : gzipSync(body);
  site.packed.set(key, packed);
  return packed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const site = await serveSite({
      folder: process.env.DIST || 'dist',
      base: baseFromText(process.env.BASE),
      port: Number(process.env.PORT || 4321),
    });
    console.log(`The site is at ${site.url} (Ctrl+C stops it).`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
