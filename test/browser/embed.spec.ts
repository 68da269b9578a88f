import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Frame, Page} from '@playwright/test';
import {axeViolations, expect, test, writtenEvents} from './site.ts';
import {axisMs, expectOpening, openStage, settled, viewOn} from './stage-page.ts';

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
  await expect(page.getByRole('button', {name: 'Known then'}).last()).toHaveAttribute('aria-pressed', 'true');
  for (const lane of ['sony', 'attackers'])
    await expect(page.locator(`[data-action="lane ${lane}"]`)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-action="lane cinemas"]')).toHaveAttribute('aria-pressed', 'false');
});

test('finds for a query what the story itself finds', async ({page}) => {
  test.setTimeout(180_000);
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
  await expectOpening(page);
  await expect(page.getByRole('button', {name: 'Known now'}).last()).toHaveAttribute('aria-pressed', 'true');
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

test.describe('in any kind of frame', () => {
  test.describe.configure({timeout: 90_000});
  // Of these the last three are what the browser itself says of a link or a script that a sandbox holds back.
  test.use({
    expectedComplaints: [
      /request to another host: http:\/\/localhost:\d+\/|Unsafe attempt to initiate navigation|Blocked opening '|Blocked script execution/,
    ],
  });

  let server: Server;
  let hostUrl: string;
  const KNOWN = '?from=2014-12-15&to=2014-12-26&known=2014-12-18';

  test.beforeEach(async ({baseURL}) => {
    // A page of another origin that gives the frame the height it asks for, as docs/publishing.md says.
    server = createServer((request, response) => {
      const asked = new URL(request.url!, 'http://localhost').searchParams;
      const sandbox = asked.get('sandbox');
      const source = `${baseURL}embed/${asked.get('query') ?? ''}`.replace(/&/g, '&amp;');
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>An article</title>
        <iframe src="${source}" ${sandbox === null ? '' : `sandbox="${sandbox}"`} title="A timeline" width="${asked.get('width')}" height="${asked.get('height')}" style="border:0"></iframe>
        <script>
          addEventListener('message', ({source, data}) => {
            if (data?.type !== 'timeline-height' || !${asked.has('resizes')}) return;
            for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;
          });
        </script>`);
    });
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    hostUrl = `http://localhost:${(server.address() as AddressInfo).port}/`;
  });

  test.afterEach(() => new Promise((done) => server.close(done)));

  async function frameWith(page: Page, sandbox: string | null, query = '', rest = 'width=300&height=400'): Promise<Frame> {
    const kind = sandbox === null ? '' : `&sandbox=${encodeURIComponent(sandbox)}`;
    await page.goto(`${hostUrl}?${rest}&query=${encodeURIComponent(query)}${kind}`);
    const frame = (await (await page.locator('iframe').elementHandle())!.contentFrame())!;
    if (sandbox?.includes('allow-scripts') ?? true) await frame.locator('html[data-script="ready"]').waitFor();
    return frame;
  }

  for (const sandbox of [null, 'allow-scripts', 'allow-scripts allow-same-origin allow-popups', 'allow-scripts allow-popups']) {
    test(`sandbox ${sandbox === null ? 'none' : `“${sandbox}”`}: styled, in its own letters, as known then, and answers`, async ({
      page,
    }) => {
      const frame = await frameWith(page, sandbox, KNOWN);
      await frame.evaluate(() => document.fonts.ready);
      const looks = await frame.evaluate(() => ({
        title: getComputedStyle(document.querySelector('h1')!).fontSize,
        letters: [...document.fonts].filter(({family, status}) => /^"?Archivo Sub/.test(family) && status === 'loaded').length,
        overflow: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
      }));
      expect(looks).toEqual({title: '25px', letters: 1, overflow: [300, 400]});
      await expect(frame.locator('.embed-kicker')).toHaveText('The Sony hack as known on 18 Dec 2014', {useInnerText: true});
      await frame.getByRole('button', {name: 'Next event'}).click();
      await expect(frame.locator('.embed-kicker')).not.toHaveText(/18 Dec 2014/, {useInnerText: true});
      await expect(frame.locator('.embed-foot')).toHaveAttribute('href', /\?from=2014-12-15&to=2014-12-26&known=2014-12-\d\d$/);
    });

    test(`sandbox ${sandbox === null ? 'none' : `“${sandbox}”`}: a lane is shown alone, for which the story’s page is read`, async ({
      page,
    }) => {
      const frame = await frameWith(page, sandbox, '', 'width=800&height=560');
      await frame.locator('[data-action="lane sony"]').click();
      await expect(frame.locator('[data-action="lane sony"]')).toHaveAttribute('aria-pressed', 'true');
      await expect(frame.locator('[data-part="count"]')).toHaveText(/^12 of/, {useInnerText: true});
    });
  }

  for (const sandbox of [
    'allow-scripts allow-same-origin allow-popups',
    'allow-scripts allow-popups',
    'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  ]) {
    test(`sandbox “${sandbox}”: links and marks open the story in a window, and it works there`, async ({page, context, baseURL}) => {
      const frame = await frameWith(page, sandbox, KNOWN);
      // As soon as the script has woken, with the window and the day.
      await expect(frame.locator('.embed-foot')).toHaveAttribute('href', /known=/);
      const lead = (await frame.locator('.embed-foot').getAttribute('href'))!;
      const [opened] = await Promise.all([context.waitForEvent('page'), frame.locator('.embed-foot').click()]);
      await opened.locator('html[data-script="ready"]').waitFor();
      await expect(opened).toHaveURL(new URL(lead, baseURL).href);
      const mark = frame.locator('.plot-picture:visible a.mark[data-id]:not(.is-coming):has(.glyph)').first();
      const id = (await mark.getAttribute('data-id'))!;
      const [second] = await Promise.all([context.waitForEvent('page'), mark.locator('.glyph').click()]);
      await expect(second.locator(`#${id}`)).toBeInViewport({timeout: 20_000});
      expect(page.url().startsWith(hostUrl)).toBe(true);
    });
  }

  test('its head says which day is shown, and its links lead there, even if their script comes after the stage has drawn', async ({
    page,
  }) => {
    let letGo = () => {};
    const held = new Promise<void>((done) => (letGo = done));
    await page.route(/_astro\/embed\.astro[^/]*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    const coming = frameWith(page, null, KNOWN);
    await page.frameLocator('iframe').locator('html[data-script="ready"]').waitFor();
    await expect(page.frameLocator('iframe').locator('.embed-foot')).not.toHaveAttribute('href', /known=/);
    letGo();
    const frame = await coming;
    await expect(frame.locator('.embed-kicker')).toHaveText('The Sony hack as known on 18 Dec 2014', {useInnerText: true});
    await expect(frame.locator('.embed-foot')).toHaveAttribute('href', /known=2014-12-18$/);
  });

  test('sandbox “allow-scripts allow-top-navigation”: links lead to the story in place of the page', async ({page, baseURL}) => {
    const frame = await frameWith(page, 'allow-scripts allow-top-navigation');
    await frame.locator('.embed-foot').click();
    await expect(page).toHaveURL(baseURL!);
  });

  test('sandbox “allow-scripts”: where no link may lead out, its address is there to copy', async ({page, baseURL}) => {
    const frame = await frameWith(page, 'allow-scripts', KNOWN);
    await frame.locator('.embed-foot').click();
    const dialog = frame.getByRole('dialog');
    await expect(dialog.getByRole('textbox')).toHaveValue(new RegExp(`^${baseURL}\\?from=2014-12-15&to=2014-12-26&known=2014-12-18$`));
    await dialog.getByRole('button', {name: 'Copy address'}).click();
    await expect(dialog.getByRole('button', {name: 'Copied'})).toBeVisible();
    await dialog.getByRole('button', {name: 'Close'}).click();
    await expect(dialog).toBeHidden();
    await expect(frame.locator('.plot-picture:visible a.mark').first()).toBeVisible();
  });

  test('sandbox without scripts: a picture whose links open windows', async ({page, context, baseURL}) => {
    const frame = await frameWith(page, 'allow-popups');
    await expect(frame.getByText('This is a still picture.')).toBeVisible();
    const [opened] = await Promise.all([context.waitForEvent('page'), frame.locator('.embed-foot').click()]);
    await expect(opened).toHaveURL(baseURL!);
  });

  test('the page around may choose the theme, and it stays', async ({page}) => {
    const frame = await frameWith(page, 'allow-scripts allow-same-origin', '?theme=dark');
    const ground = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(15, 17, 19)');
    await frame.getByRole('button', {name: 'Previous event'}).click();
    expect(await frame.evaluate(() => new URLSearchParams(location.search).get('theme'))).toBe('dark');
    await expect(frame.locator('.embed-foot')).not.toHaveAttribute('href', /theme/);
  });

  for (const [width, height] of [
    [300, 250],
    [390, 900],
    [700, 300],
    [1200, 1100],
  ] as const) {
    test(`says how high it is: a frame of ${width}×${height} becomes as high as what it holds`, async ({page}) => {
      const frame = await frameWith(page, 'allow-scripts', '', `width=${width}&height=${height}&resizes`);
      const fits = async () => {
        const inside = await frame.evaluate(() => Math.ceil(document.querySelector('main')!.getBoundingClientRect().height));
        return inside - (await page.locator('iframe').boundingBox())!.height;
      };
      await expect.poll(fits).toBe(0);
      await page.waitForTimeout(500);
      expect(await fits(), 'and stays').toBe(0);
    });
  }
});

test('keeps still for readers who want no motion, and is one Tab stop', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.setViewportSize({width: 900, height: 560});
  await openStage(page, 'embed/');
  await page.getByRole('button', {name: 'Zoom in'}).click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await settled(page);
  await expect(page.locator('.plot-picture:visible a[tabindex="0"]')).toHaveCount(1);
});
