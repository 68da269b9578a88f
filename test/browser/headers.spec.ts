import {hostHeaders} from '../../src/publish/host-headers.ts';
import {headerRulesFromText, headersForPath} from '../../src/tools/headers.ts';
import {expect, test, writtenEvents} from './site.ts';

const RULES = headerRulesFromText(hostHeaders('/'));
const ANY_EVENT = writtenEvents()[0]!.id;

for (const path of ['', `events/${ANY_EVENT}/`, 'sources/', 'method/', 'nowhere/']) {
  test(`/${path} is sent with the headers of its host`, async ({request}) => {
    const response = await request.get(path === '' ? './' : path);
    expect(response.status()).toBe(path === 'nowhere/' ? 404 : 200);
    expect(response.headers()).toMatchObject(headersForPath(RULES, `/${path}`));
  });
}

test.describe('a page that is not there', () => {
  test.use({expectedComplaints: [/the server responded with a status of 404/]});

  test('says so with status 404 and leads back to the story', async ({page, baseURL}) => {
    const response = await page.goto('events/no-such-event/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`^${baseURL}`));
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  });
});

test.describe('the policy in force', () => {
  test.use({expectedComplaints: [/violates the following Content Security Policy|policy violation: img-src/]});

  test('keeps out an image written into the address itself', async ({page, context}) => {
    await page.goto('./');
    const blocked = page.evaluate(
      () =>
        new Promise<string>((done) => {
          addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
          const image = document.createElement('img');
          image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
          document.body.append(image);
        }),
    );
    expect(await blocked).toBe('img-src');
    expect(await context.cookies()).toEqual([]);
  });
});
