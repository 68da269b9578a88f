/** Embed and cite: code for a frame, a citation, a picture of the window and links to it, in the feed's place. */
import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {axeViolations, expect, test} from './site.ts';
import {openStage, settled} from './stage-page.ts';

/** The preview is a second stage on the page. */
test.describe.configure({timeout: 120_000});

const WINDOW = './?from=2014-12-14&to=2014-12-27';
const panelOf = (page: Page) => page.getByRole('region', {name: 'Embed and cite'});

async function openPanel(page: Page, address = WINDOW) {
  await openStage(page, address);
  await page.getByRole('button', {name: 'Embed', exact: true}).click();
  const panel = panelOf(page);
  await panel.locator('iframe').waitFor();
  return panel;
}

const choose = (page: Page, name: string) => panelOf(page).getByRole('radio', {name, exact: true}).check();
const code = (page: Page) => panelOf(page).locator('[data-share="code"]').innerText();

test('comes when it is asked for, takes the feed’s place, and gives it back', async ({page}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await openStage(page, WINDOW);
  expect(scripts.filter((url) => /\/panel\.[^/]*\.js$/.test(url))).toEqual([]);
  const opener = page.getByRole('button', {name: 'Embed', exact: true});
  await opener.click();
  await expect(panelOf(page).getByRole('heading', {level: 2})).toBeFocused();
  await expect(panelOf(page).getByRole('heading', {level: 2})).toBeInViewport();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.chapter').first()).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page.locator('.chapter').first()).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const [scheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const) {
  test(`axe finds nothing at ${width}×${height}, ${scheme}, and it is as wide as the window`, async ({page}) => {
    await page.setViewportSize({width, height});
    await page.emulateMedia({colorScheme: scheme});
    await openStage(page, WINDOW);
    await page.getByRole('contentinfo').getByRole('link', {name: 'Embed and cite'}).click();
    await panelOf(page).locator('iframe').waitFor();
    // What is in the frame, embed.spec.ts asks.
    await panelOf(page)
      .locator('[data-share="preview"]')
      .evaluate((holder) => holder.replaceChildren());
    expect(await axeViolations(page, {parts: ['#share']})).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('what is chosen is in the code and in the preview', async ({page}) => {
  const panel = await openPanel(page);
  const source = async () =>
    /src="([^"]*)"/
      .exec(await code(page))![1]!
      .replaceAll('&amp;', '&')
      .replace(/^.*\/embed\//, '');
  expect(await code(page)).toMatch(/width="700" height="520"/);
  const seen = new Set<string>();
  for (const [name, expected] of [
    ['Everything', /^\?from=2014-11-20&to=2015-02-09$/],
    ['This window', /^\?from=2014-12-14&to=2014-12-27$/],
    ['Dark', /&theme=dark$/],
    ['Known then, 17 Dec', /&known=2014-12-17&theme=dark$/],
  ] as const) {
    await choose(page, name);
    expect(await source()).toMatch(expected);
    seen.add(await source());
    await expect(panel.locator('iframe')).toHaveAttribute('src', new RegExp(`${(await source()).replace(/[?]/g, '\\?')}$`));
  }
  expect(seen.size).toBe(4);
  const preview = page.frameLocator('#share iframe');
  await expect(preview.locator('.embed-kicker')).toHaveText('The Sony hack as known on 17 Dec 2014', {useInnerText: true});
  expect(await preview.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(15, 17, 19)');
  await choose(page, '300 × 400');
  expect(await code(page)).toMatch(/width="300" height="400"/);
  await expect(panel.getByText('As it will look, 300 × 400')).toBeVisible();
  await choose(page, 'Fills the column');
  expect(await code(page)).toMatch(/width="100%" height="520"/);
});

test('its code follows the stage, and leaves no step for Back', async ({page}) => {
  await openPanel(page);
  await choose(page, 'This window');
  const [before, steps] = [await code(page), await page.evaluate(() => history.length)];
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('button', {name: 'Zoom in'}).click();
  await settled(page);
  await expect.poll(() => code(page)).not.toBe(before);
  await choose(page, 'Dark');
  await choose(page, 'Light');
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test.describe('with a clipboard', () => {
  test.use({permissions: ['clipboard-read', 'clipboard-write']});

  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test('code, citations and links are copied, and it says so', async ({page, request, baseURL}) => {
    const panel = await openPanel(page, `${WINDOW}&known=2014-12-18`);
    await panel.getByRole('button', {name: 'Copy code'}).click();
    await expect(panel.getByText('Copied').filter({visible: true})).toBeVisible();
    expect(await clipboard(page)).toBe(await code(page));
    expect(await clipboard(page)).toMatch(/^<iframe src="https:[^]*<\/iframe>\n<p><a href=/);

    for (const [form, expected] of [
      ['Text', /^“Seven Days in December: The Sony hack.*” 87 events from 13 sources\. Page updated 23 November 2026\. https:\/\/\S+\/$/],
      ['BibTeX', /^@online\{\w+,\n[^]*title = \{\{Seven Days in December[^]*url = \{https:[^]*\}$/],
      ['RIS', /^TY {2}- ELEC\r?\n[^]*TI {2}- Seven Days in December[^]*ER {2}-$/],
    ] as const) {
      await choose(page, form);
      await panel.getByRole('button', {name: 'Copy citation'}).click();
      await expect.poll(() => clipboard(page)).toMatch(expected);
    }

    await panel.getByRole('button', {name: 'To this window'}).click();
    await expect.poll(() => clipboard(page)).toMatch(/\/\?known=2014-12-18$/);
    await panel.getByRole('button', {name: 'To 18 December as known then'}).click();
    await expect.poll(() => clipboard(page)).toMatch(/\/then\/2014-12-18\/$/);
    expect((await request.get(new URL('then/2014-12-18/', baseURL).href)).status()).toBe(200);
  });
});

test('a browser without a clipboard API copies in the old way', async ({page}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', {value: undefined}));
  const panel = await openPanel(page);
  const copied = page.evaluate(
    () => new Promise<string>((done) => addEventListener('copy', ({target}) => done((target as HTMLTextAreaElement).value), {once: true})),
  );
  await panel.getByRole('button', {name: 'Copy code'}).click();
  expect(await copied).toBe(await code(page));
  await expect(panel.getByText('Copied').filter({visible: true})).toBeVisible();
  await expect(panel.getByRole('button', {name: 'Copy code'})).toBeFocused();
});

async function downloaded(page: Page, name: string): Promise<{readonly name: string; readonly bytes: Buffer}> {
  const [download] = await Promise.all([page.waitForEvent('download'), panelOf(page).getByRole('button', {name}).click()]);
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

for (const width of [1440, 390]) {
  test(`the picture of a window of ${width} px is complete in itself, as SVG and as PNG`, async ({page}) => {
    await page.setViewportSize({width, height: 900});
    await openStage(page, `${WINDOW}&known=2014-12-18`);
    await page.getByRole('contentinfo').getByRole('link', {name: 'Embed and cite'}).click();
    const onStage = await page.evaluate(() =>
      [...document.querySelectorAll('.plot-picture .label')]
        .filter((label) => label.getClientRects().length > 0)
        .map(({textContent}) => textContent),
    );
    expect(onStage.length).toBeGreaterThan(3);

    const svg = await downloaded(page, 'SVG');
    expect(svg.name).toBe('seven-days-in-december.svg');
    const text = svg.bytes.toString('utf8');
    // On a page of its own, whose policy lets a text be read.
    const reader = await page.context().newPage();
    const found = await reader.evaluate((source) => {
      const picture = new DOMParser().parseFromString(source, 'image/svg+xml');
      const all = [...picture.querySelectorAll('*')];
      const names = all.flatMap((element) => [...element.attributes].map(({name, value}) => ({name, value})));
      const ids = new Set(all.map(({id}) => id));
      const asked = names.flatMap(({name, value}) =>
        name === 'href' ? [value] : [...value.matchAll(/url\("?(#[^")]+)/g)].map(([, id]) => id!),
      );
      return {
        root: picture.documentElement.localName,
        width: Number(picture.documentElement.getAttribute('width')),
        words: picture.documentElement.textContent,
        ofPage: names.filter(({name}) => /^(?:class|style|on|data-|aria-|tabindex)/.test(name)).length,
        unresolved: names.filter(({value}) => /var\(|light-dark|color-mix|color\(/.test(value)).length,
        missing: asked.filter((id) => !id.startsWith('#') || !ids.has(id.slice(1))),
        links: picture.querySelectorAll('a, script, image, foreignObject').length,
      };
    }, text);
    expect(found).toMatchObject({root: 'svg', width, ofPage: 0, unresolved: 0, missing: [], links: 0});
    for (const words of [
      'Seven Days in December',
      'The Sony hack',
      '14 Dec 2014 to 26 Dec 2014',
      'As known on 18 Dec 2014',
      '87 events from 13 sources.',
      'CC BY 4.0',
      ...onStage,
    ])
      expect(found.words).toContain(words);
    expect(text).toContain('src:url(data:font/woff2;base64,');

    const png = await downloaded(page, 'PNG');
    expect(png.name).toBe('seven-days-in-december.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    const [pngWidth, pngHeight] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    expect(pngWidth).toBe(2400);
    const heightOfSvg = Number(/<svg[^>]* height="(\d+)"/.exec(text)![1]);
    expect(pngHeight).toBe(Math.round((heightOfSvg / width) * 2400));
  });
}

test('the picture is drawn in the site’s own letters and colours, as pixels show', async ({page}) => {
  await openPanel(page);
  const {bytes} = await downloaded(page, 'PNG');
  const counts = await page.evaluate(async (base64) => {
    const binary = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([binary], {type: 'image/png'}));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const {data} = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const seen: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      seen[colour] = (seen[colour] ?? 0) + 1;
    }
    // The title is set 46 px high in narrow letters: how far it reaches to the right tells which font it is.
    const title = context.getImageData(0, 40, bitmap.width, 60).data;
    let rightPx = 0;
    for (let y = 0; y < 60; y++)
      for (let x = 0; x < bitmap.width; x++) if (title[(y * bitmap.width + x) * 4]! < 90) rightPx = Math.max(rightPx, x);
    return {seen, rightPx, scale: bitmap.width / innerWidth};
  }, bytes.toString('base64'));
  for (const lane of ['61,69,78', '29,95,196', '107,79,196', '138,97,0', '0,119,106', '176,52,122'])
    expect(counts.seen[lane] ?? 0, lane).toBeGreaterThan(100);
  const wantedPx = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!;
    Object.assign(context, {font: '700 46px "Archivo Sub"', fontStretch: 'extra-condensed'});
    return 32 + context.measureText(document.querySelector('h1')!.textContent).width;
  });
  expect(Math.abs(counts.rightPx / counts.scale - wantedPx)).toBeLessThan(6);
});

test('gives way to Find and to a mark that is pressed, and Find to it', async ({page}) => {
  await openPanel(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('button', {name: 'Search events'}).click();
  await expect(panelOf(page)).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('button', {name: 'Embed', exact: true}).click();
  await expect(panelOf(page)).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await page.evaluate(() => scrollTo(0, 0));
  const mark = page.locator('.plot-wide a.mark[data-id]:has(.glyph)').first();
  const id = (await mark.getAttribute('data-id'))!;
  await mark.locator('.glyph').click();
  await expect(panelOf(page)).toBeHidden();
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test('another page’s footer leads to it', async ({page}) => {
  await page.goto('./method/');
  await page.getByRole('contentinfo').getByRole('link', {name: 'Embed and cite'}).click();
  await expect(panelOf(page).getByRole('heading', {level: 2})).toBeVisible();
});

test.describe('without a connection', () => {
  test.use({expectedComplaints: [/Failed to load resource/]});

  test('says that it did not load, and loads the next time', async ({page}) => {
    await openStage(page, WINDOW);
    await page.route('**/_astro/panel.*.js', (route) => route.abort());
    await page.getByRole('button', {name: 'Embed', exact: true}).click();
    await expect(page.locator('[data-part="status"]')).toHaveText(
      'Embed did not load. Check your connection, then try again. The story below is complete.',
    );
    await page.unroute('**/_astro/panel.*.js');
    await page.getByRole('button', {name: 'Embed', exact: true}).click();
    await expect(panelOf(page)).toBeVisible();
  });

  test('a picture whose letters cannot be loaded says so', async ({page}) => {
    const panel = await openPanel(page);
    await page.route('**/fonts/*', (route) => route.abort());
    await panel.getByRole('button', {name: 'SVG'}).click();
    await expect(panel.getByText('The picture could not be made here.')).toBeVisible();
  });
});

test.describe('without a script', () => {
  test.use({javaScriptEnabled: false});

  test('is not offered', async ({page}) => {
    await page.goto('./');
    await expect(page.getByRole('button', {name: 'Embed', exact: true})).toBeHidden();
    await expect(page.getByRole('link', {name: 'Embed and cite'})).toBeHidden();
    await expect(page.locator('#share')).toBeHidden();
  });
});
