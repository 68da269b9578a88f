import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {serveSite, type ServedSite} from '../../src/tools/serve.ts';

const FILES = {
  'index.html': '<h1>Home</h1>',
  'method/index.html': '<h1>Method</h1>',
  '404.html': '<h1>No such page</h1>',
  'style.css': 'a { color: red; }',
  _headers: '/*\n  X-Frame-Options: DENY\n',
};

let folder: string;
let site: ServedSite;
let atBase: ServedSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  writeFileSync(join(folder, 'secret.txt'), 'outside the site');
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, 'dist', name)), {recursive: true});
    writeFileSync(join(folder, 'dist', name), text);
  }
  site = await serveSite({folder: join(folder, 'dist'), base: '/', port: 0});
  atBase = await serveSite({folder: join(folder, 'dist'), base: '/stories/sony/', port: 0});
});

afterAll(async () => {
  await site.close();
  await atBase.close();
  rmSync(folder, {recursive: true});
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks with the path exactly as written, which `fetch` would tidy up. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', from = site): Promise<Answer> {
  const {hostname, port} = new URL(from.url);
  return new Promise((done, fail) => {
    request({hostname, port, path, headers, method, family: 4}, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts)}));
    })
      .on('error', fail)
      .end();
  });
}

describe('serveSite(options)', () => {
  test('answers a folder with its index and the headers of _headers', async () => {
    const page = await ask('/method/');
    expect(page.status).toBe(200);
    expect(page.body.toString()).toBe('<h1>Method</h1>');
    expect(page.headers).toMatchObject({'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'DENY'});
  });

  test('adds the slash a folder lacks, and keeps the query', async () => {
    const page = await ask('/method?from=2014');
    expect([page.status, page.headers.location]).toEqual([301, '/method/?from=2014']);
  });

  test('answers what is not there with 404.html and status 404', async () => {
    const page = await ask('/nowhere/');
    expect([page.status, page.body.toString()]).toEqual([404, '<h1>No such page</h1>']);
    expect(page.headers['x-frame-options']).toBe('DENY');
  });

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '//method', '/_headers', '/%E0'])(
    'keeps %s to itself',
    async (path) => {
      const page = await ask(path);
      expect([page.status, page.headers.location]).toEqual([404, undefined]);
      expect(page.body.toString()).not.toContain('outside');
    },
  );

  test('compresses text for those who accept it', async () => {
    const br = await ask('/style.css', {'accept-encoding': 'gzip, br'});
    const gzip = await ask('/style.css', {'accept-encoding': 'gzip, br;q=0'});
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.body).toString()).toBe(FILES['style.css']);
    expect(gunzipSync(gzip.body).toString()).toBe(FILES['style.css']);
  });

  test('sends nothing again that has not changed', async () => {
    const {headers} = await ask('/');
    const again = await ask('/', {'if-none-match': String(headers.etag)});
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('answers HEAD without a body and refuses POST', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '13']);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  test('lives under its base, and leads there from the root', async () => {
    expect((await ask('/stories/sony/method/', {}, 'GET', atBase)).status).toBe(200);
    expect((await ask('/method/', {}, 'GET', atBase)).status).toBe(404);
    expect((await ask('/', {}, 'GET', atBase)).headers.location).toBe('/stories/sony/');
  });

  test('says in a sentence that there is no built site', async () => {
    await expect(serveSite({folder: join(folder, 'none'), base: '/', port: 0})).rejects.toThrow(
      /There is no built site in .*; run `npm run build` first\./,
    );
  });

  test('says in a sentence that the port is taken', async () => {
    const port = Number(new URL(site.url).port);
    await expect(serveSite({folder: join(folder, 'dist'), base: '/', port})).rejects.toThrow(`Port ${port} is already taken`);
  });
});
