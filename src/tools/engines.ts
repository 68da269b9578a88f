/** Which of the three engines this machine has. */
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {chromiumPath} from './browser.ts';

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit';

export type Installed =
  | {readonly name: 'Chromium' | 'Firefox'; readonly path: string}
  | {readonly name: 'WebKit'; readonly driver: string; readonly browser: string; readonly display: string};

/** What is in the way, in words for the person who runs the tests. */
export interface Missing {
  readonly name: EngineName;
  readonly missing: string;
}

const FIREFOX = ['firefox-esr', 'firefox'];
const FIREFOX_PATHS = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];
/** Where Linux systems put what belongs to a library, below `/usr`. */
const LIBRARY_FOLDERS = ['/usr/lib', '/usr/libexec', '/usr/lib64'];

export async function engines(): Promise<readonly (Installed | Missing)[]> {
  return [await chromium(), firefox(), webkit()];
}

async function chromium(): Promise<Installed | Missing> {
  try {
    return {name: 'Chromium', path: await chromiumPath()};
  } catch (error) {
    return {name: 'Chromium', missing: error instanceof Error ? error.message : String(error)};
  }
}

function firefox(): Installed | Missing {
  const path = process.env.FIREFOX_PATH || onPath(FIREFOX) || FIREFOX_PATHS.find((place) => existsSync(place));
  return path
    ? {name: 'Firefox', path}
    : {name: 'Firefox', missing: 'Firefox is not installed (firefox-esr on Debian), or FIREFOX_PATH names it'};
}

function webkit(): Installed | Missing {
  const [driver, display, browser] = [onPath(['WebKitWebDriver']), onPath(['Xvfb']), miniBrowser()];
  return driver && display && browser
    ? {name: 'WebKit', driver, display, browser}
    : {name: 'WebKit', missing: 'WebKitGTK’s driver or a display without a screen is not installed (webkit2gtk-driver and xvfb on Debian)'};
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Deep in a folder of the system's architecture: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`. */
function miniBrowser(): string | undefined {
  return LIBRARY_FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...subfolders(folder, /-linux-/)])
    .flatMap((folder) => subfolders(folder, /^webkit/i))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((path) => existsSync(path));
}

function subfolders(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && pattern.test(entry.name))
    .map(({name}) => join(folder, name));
}
