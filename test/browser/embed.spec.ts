import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Frame, Page} from '@playwright/test';
import {axeViolations, expect, test, writtenEvents} from './site.ts';
import {axisMs, openStage, settled, viewOn} from './stage-page.ts';

const ANY = writtenEvents().find(({weight}) => weight === 'landmark')!;
const SMALL = {width: 300, height: 400};

/** Where the marks of the stage lead, as addresses from the site's root. */
function marksLead(page: Page | Frame): Promise<string[]> {
  return page.locator('.plot-picture:visible a[data-id]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
}

for (const scheme of ['light', 'dark'] as const) {
  for (const viewport of [SMALL, {width: 768, height: 560}, {width: 1280, height: 640}]) {
    test(`axe finds nothing at ${viewport.width}×${viewport.height}, ${scheme}`, async ({page}) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({colorScheme: scheme});
      await openStage(page, 'embed/');
      expect(await axeViolations(page)).toEqual([]);
    });
  }
}

test('fits a small frame whole, scrolls neither way, and names the story', async ({page}) => {
  await page.setViewportSize(SMALL);
  await openStage(page, 'embed/');
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(size).toEqual([SMALL.width, SMALL.height]);
  await expect(page).toHaveTitle(/: timeline$/);
  const title = page.getByRole('heading', {level: 1});
  expect(await title.evaluate((heading) => heading.scrollWidth <= heading.clientWidth)).toBe(true);
});

test('takes the view, the day, the lanes and the event from its address', async ({page}) => {
  await openStage(page, `embed/?from=2014-12-16&to=2014-12-26&known=2014-12-18&lanes=sony,attackers#${ANY.id}`);
  expect(await viewOn(page)).toEqual({fromMs: expect.closeTo(axisMs('2014-12-16'), -6), toMs: expect.closeTo(axisMs('2014-12-26'), -6)});
  await expect(page.getByRole('button', {name: 'Known then'})).toHaveAttribute('aria-pressed', 'true');
  for (const lane of ['sony', 'attackers'])
    await expect(page.locator(`[data-action="lane ${lane}"]`)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-action="lane cinemas"]')).toHaveAttribute('aria-pressed', 'false');
});

test('finds for a query what the story itself finds', async ({page}) => {
  for (const query of ['?q=netflix', '?q=netflix&known=2014-12-24', '?certainty=disputed', '?who=fbi&lanes=attribution', '?q=nosuchword']) {
    await openStage(page, query);
    const there = await page.locator('[data-part="count"]').innerText();
    expect(there).toMatch(/ of /);
    await openStage(page, `embed/${query}`);
    await expect(page.locator('[data-part="count"]')).toHaveText(there, {useInnerText: true});
  }
});

test('passes over what it cannot understand in its address', async ({page}) => {
  await openStage(page, 'embed/?from=yesterday&to=2014-13-45&known=soon&lanes=nowhere&q=#nobody');
  const {fromMs, toMs} = await viewOn(page);
  const {extent} = await page.evaluate(
    () => JSON.parse(document.querySelector('[data-part="timeline"]')!.textContent) as {extent: {fromMs: number; toMs: number}},
  );
  expect({fromMs, toMs}).toEqual(extent);
  await expect(page.getByRole('button', {name: 'Known now'})).toHaveAttribute('aria-pressed', 'true');
});

test('a lane of the rail shows that lane alone, and all again', async ({page}) => {
  await openStage(page, 'embed/');
  const lane = page.locator('[data-action="lane sony"]');
  await lane.click();
  await expect(lane).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/\?lanes=sony$/);
  await lane.click();
  await expect(lane).toHaveAttribute('aria-pressed', 'false');
  await expect(page).toHaveURL(/\/embed\/$/);
});

test.describe('without its script', () => {
  test.use({javaScriptEnabled: false});

  test('is a picture whose marks lead to the story', async ({page}) => {
    await page.goto('embed/');
    const links = await marksLead(page);
    expect(links.length).toBeGreaterThan(5);
    const home = await page.locator('.embed-head a').getAttribute('href');
    for (const link of links) expect(link.startsWith(`${home}#`)).toBe(true);
    await expect(page.getByText('did not load')).toBeVisible();
  });
});

test.describe('in the frame of another page', () => {
  test.use({expectedComplaints: [/request to another host: http:\/\/localhost:\d+\/|frame-ancestors|X-Frame-Options/]});

  let server: Server;
  let hostUrl: string;
  let framed: string;

  test.beforeEach(async ({baseURL}) => {
    framed = `${baseURL}embed/`;
    // A page of another origin, with something to type in and more than fits in the window.
    server = createServer((request, response) => {
      const asked = new URL(request.url!, 'http://localhost').searchParams;
      const source = asked.get('frame') ?? framed;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>An article</title><input aria-label="Name"><p style="height: 200px"></p>
        <iframe src="${source.replace(/"/g, '&quot;')}" title="A timeline" width="${asked.get('width') ?? 300}" height="400"></iframe><p style="height: 3000px"></p>`);
    });
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    hostUrl = `http://localhost:${(server.address() as AddressInfo).port}/`;
  });

  test.afterEach(() => new Promise((done) => server.close(done)));

  async function frameOn(page: Page, query = '', width = 300): Promise<Frame> {
    await page.goto(`${hostUrl}?width=${width}&frame=${encodeURIComponent(`${framed}${query}`)}`);
    const frame = await (await page.locator('iframe').elementHandle())!.contentFrame();
    await frame!.locator('html[data-script="ready"]').waitFor();
    await frame!.evaluate(() => document.fonts.ready);
    return frame!;
  }

  test('wakes, and leaves the focus where it was', async ({page}) => {
    await page.goto(hostUrl);
    await page.getByLabel('Name').focus();
    await page
      .locator('iframe')
      .evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.location.replace(`${frame.src}?q=netflix&known=2014-12-20`));
    const frame = page.frameLocator('iframe');
    await frame
      .locator('[data-part="count"]')
      .filter({hasText: ' of '})
      .or(frame.locator('[data-part="status"]').filter({hasText: 'match'}))
      .first()
      .waitFor({state: 'attached'});
    await expect(page.getByLabel('Name')).toBeFocused();
  });

  test('lets the wheel scroll the page around it', async ({page}) => {
    await frameOn(page);
    const box = (await page.locator('iframe').boundingBox())!;
    await page.mouse.move(box.x + 150, box.y + 200);
    await page.mouse.wheel(0, 240);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(240);
  });

  test('a mark leads to its entry in the story, in place of the page, and Back comes back', async ({page, baseURL}) => {
    const frame = await frameOn(page);
    const mark = frame.locator('.plot-picture:visible a.mark[data-id]:has(.glyph)').first();
    const id = (await mark.getAttribute('data-id'))!;
    await mark.locator('.glyph').click();
    await expect(page).toHaveURL(`${baseURL}#${id}`);
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await page.goBack();
    await expect(page).toHaveURL((url) => url.href.startsWith(hostUrl));
  });

  test('takes the view along to the story, and keeps out of the history of the page', async ({page, baseURL}) => {
    const frame = await frameOn(page, '?known=2014-12-20', 900);
    const before = await page.evaluate(() => history.length);
    await frame.locator('[data-action="lane sony"]').click();
    await frame.getByRole('button', {name: 'Previous event'}).click();
    const mark = frame.locator('.plot-picture:visible a.mark[data-id]:has(.glyph)').first();
    await expect(mark).toHaveAttribute('href', /\?known=2014-12-\d\d&lanes=sony#/);
    expect(await page.evaluate(() => history.length)).toBe(before);
    const lead = (await mark.getAttribute('href'))!;
    await mark.locator('.glyph').click();
    await expect(page).toHaveURL(new URL(lead, baseURL).href);
  });

  test('no other page of the site can be framed', async ({page, baseURL}) => {
    for (const path of ['', `events/${ANY.id}/`, 'table/']) {
      await page.goto(`${hostUrl}?frame=${encodeURIComponent(`${baseURL}${path}`)}`);
      expect(await page.frames()[1]!.locator('h1').filter({visible: true}).count()).toBe(0);
      expect(page.frames()[1]!.url()).toBe('chrome-error://chromewebdata/');
    }
  });
});

test('stands still for readers who want no motion, and is read by one Tab', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.setViewportSize({width: 900, height: 560});
  await openStage(page, 'embed/');
  await page.getByRole('button', {name: 'Zoom in'}).click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await settled(page);
  await expect(page.locator('.plot-picture:visible a[tabindex="0"]')).toHaveCount(1);
});
