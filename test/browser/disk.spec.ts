/** The site opened from a folder, without a server. */
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {baseFromText} from '../../src/story/base.ts';
import {copyToOpenFromDisk} from '../../src/tools/from-disk.ts';
import {SITE_FOLDER} from './site-folder.ts';
import {expect, test} from './site.ts';

const FOLDER = resolve('test-results/disk');
const onDisk = (path: string) => pathToFileURL(join(FOLDER, path)).href;

test.describe.configure({mode: 'serial'});
// Fonts from a file are refused by Chromium; the text is set in one that the system has.
test.use({expectedComplaints: [/woff2|Failed to load resource|CORS/]});

test.beforeAll(async () => {
  rmSync(FOLDER, {recursive: true, force: true});
  await copyToOpenFromDisk(SITE_FOLDER, FOLDER, baseFromText(process.env.BASE));
});

test('index.html is styled, complete, and shows no control that waits for a script', async ({page}) => {
  await page.goto(onDisk('index.html'));
  await expect(page.locator('h1')).toHaveCSS('font-weight', /[6-9]00/);
  await expect(page.locator('.plot-wide .mark').first()).toBeVisible();
  await expect(page.locator('#story [data-event]')).toHaveCount(100);
  await expect(page.getByText('Getting ready')).toBeHidden();
  await expect(page.getByRole('button', {name: 'Search events'})).toBeHidden();
});

test('its links lead from page to page, and back', async ({page}) => {
  await page.goto(onDisk('index.html'));
  await page.locator('#sony-cancels-christmas-release h3 a').click();
  await expect(page).toHaveURL(onDisk('events/sony-cancels-christmas-release/index.html'));
  await page.getByRole('navigation').getByRole('link', {name: 'Sources'}).first().click();
  await expect(page.getByRole('heading', {level: 1, name: 'Sources'})).toBeVisible();
  await page.locator('.masthead a').first().click();
  await expect(page).toHaveURL(/\/index\.html(?:#story)?$/);
});

test('no link of a page leads to a file that is not there', () => {
  const missing = new Set<string>();
  for (const entry of readdirSync(FOLDER, {recursive: true, encoding: 'utf8'}).filter(
    (name) => name.endsWith('.html') && name !== '404.html',
  )) {
    const file = join(FOLDER, entry);
    for (const [, address] of readFileSync(file, 'utf8').matchAll(/\b(?:href|src)="([^"#?]+)[^"]*"/g))
      if (!/^(?:[a-z]+:|\/\/)/.test(address!) && !existsSync(resolve(dirname(file), address!))) missing.add(`${entry} → ${address}`);
  }
  expect([...missing]).toEqual([]);
});
