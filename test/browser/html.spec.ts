import {HtmlValidate} from 'html-validate/node';
import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';
import {openStage} from './stage-page.ts';
import {SITE_FOLDER} from './site-folder.ts';
import {complaints, HTML_RULES, pagesOf} from './valid-html.ts';

test('QUALITY 22: every built page is valid HTML', () => {
  test.slow();
  const pages = pagesOf(SITE_FOLDER);
  expect(pages.count).toBeGreaterThan(writtenEvents().length);
  expect(pages.complaints).toEqual([]);
});

const STATES: readonly (readonly [address: string, open?: (page: Page) => Promise<unknown>])[] = [
  ['./', (page) => page.getByRole('button', {name: 'Controls and keys'}).click()],
  ['./?known=2014-12-18'],
  ['./?q=film&certainty=disputed', (page) => page.locator('.result').first().waitFor()],
  ['./?q=zzzzzz&lanes=sony', (page) => page.locator('.no-match-words').waitFor()],
  [`events/${writtenEvents()[0]!.id}/`],
  ['sources/'],
  ['method/'],
  ['table/'],
  ['poster/'],
  ['404.html'],
];

test('QUALITY 22: every page is valid HTML still after its scripts have run, in every state', async ({page}) => {
  test.setTimeout(300_000); // the home page is half a megabyte, and is here four times
  const validator = new HtmlValidate({
    ...HTML_RULES,
    rules: {
      ...HTML_RULES.rules,
      // A browser writes out a doctype and an empty attribute in its own way.
      'doctype-style': 'off',
      'attribute-empty-style': 'off',
      // What a script sets through the CSSOM shows as an attribute; the policy allows it.
      'no-inline-style': 'off',
      // What a script fetches ahead for itself comes from the same host.
      'require-sri': 'off',
    },
  });
  for (const [address, open] of STATES) {
    await (address.startsWith('./') ? openStage(page, address) : page.goto(address));
    await open?.(page);
    expect.soft(complaints([validator.validateStringSync(await page.content(), address)])).toEqual([]);
  }
});
