/** A page that is left, hidden or made very small logs nothing in the console. */
import {expect, test} from './site.ts';
import {openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

test('a transition between pages that the browser gives up', async ({page, baseURL}) => {
  await page.goto('./method/');
  // The guard of every test fails on a rejection that nobody hears of.
  await page.evaluate(async () => {
    for (const type of ['pageswap', 'pagereveal']) {
      const aborted = () => Promise.reject(new DOMException('Transition was aborted because of invalid state', 'InvalidStateError'));
      dispatchEvent(Object.assign(new Event(type), {viewTransition: {ready: aborted(), finished: aborted()}}));
      dispatchEvent(Object.assign(new Event(type), {viewTransition: null}));
    }
    await new Promise((done) => setTimeout(done, 200));
  });
  // The same by real journeys, each left before it has arrived.
  for (const path of ['./', './table/', './sources/']) {
    // One journey may cut off the next, too.
    await page.goto(path, {waitUntil: 'commit'}).catch(() => undefined);
    await page.evaluate((address) => void (location.href = address), `${baseURL}method/`).catch(() => undefined);
    await page.goto('./method/', {waitUntil: 'commit'}).catch(() => undefined);
  }
  await page.waitForLoadState();
});

test('a window without height, in which there is no line to read at', async ({page}) => {
  await openStage(page, './#fbi-names-north-korea');
  for (const height of [1, 3, 900]) {
    await page.setViewportSize({width: 1000, height});
    await settled(page);
  }
  await page.mouse.wheel(0, 1);
  await page.locator('#sony-cancels-christmas-release').evaluate((entry) => entry.scrollIntoView({behavior: 'instant'}));
  await expect(page.locator('#sony-cancels-christmas-release')).toHaveAttribute('data-current', '');
});

test('a frame that is hidden, and then without height, and then shown', async ({page, baseURL}) => {
  // A page of this site may hold the frame; the policy of other pages does not allow one.
  await page.route('**/frames', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Frames</title><iframe src="${baseURL}embed/?known=2014-12-20" title="A timeline" width="900" height="400" hidden></iframe>`,
    }),
  );
  await page.goto('./frames');
  const frame = page.locator('iframe');
  await page.waitForTimeout(800);
  await frame.evaluate((element: HTMLIFrameElement) => {
    element.height = '0';
    element.hidden = false;
  });
  await page.waitForTimeout(800);
  await frame.evaluate((element: HTMLIFrameElement) => (element.height = '400'));
  const content = page.frameLocator('iframe');
  await content.locator('html[data-script="ready"]').waitFor();
  await expect(content.locator('.plot-picture:visible a.mark').first()).toBeVisible();
  await content.getByRole('button', {name: 'Previous event'}).click();
  await expect(content.getByRole('button', {name: 'Known then'}).last()).toHaveAttribute('aria-pressed', 'true');
});
