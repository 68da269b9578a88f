import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {HtmlValidate, type ConfigData, type Report} from 'html-validate/node';
import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';
import {openStage} from './stage-page.ts';

const SITE_FOLDER = process.env.DIST || 'dist';
const RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Safari drops the list from a list without markers unless it is named one.
    'no-redundant-role': 'off',
    // These two are about how HTML is typed, and ours is written by a machine.
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    // A box that scrolls sideways needs a name, and is no section of the text.
    'prefer-native-element': ['error', {exclude: ['region']}],
    'require-sri': ['error', {target: 'crossorigin'}],
    // Tick boxes of one question share its name.
    'form-dup-name': ['error', {shared: ['radio', 'checkbox', 'button', 'submit', 'reset']}],
  },
};
const MOST_SHOWN = 12;

function complaints(reports: readonly Report[]): string[] {
  const all = reports.flatMap(({results}) =>
    results.flatMap(({filePath, messages}) =>
      messages.map(({line, column, ruleId, message}) => `${filePath}:${line}:${column} ${ruleId}: ${message}`),
    ),
  );
  return all.length > MOST_SHOWN ? [...all.slice(0, MOST_SHOWN), `and ${all.length - MOST_SHOWN} more`] : all;
}

test('QUALITY 22: every built page is valid HTML', async () => {
  test.slow();
  const validator = new HtmlValidate(RULES);
  const pages = readdirSync(SITE_FOLDER, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(writtenEvents().length);
  const reports = pages.map((file) => validator.validateStringSync(readFileSync(join(SITE_FOLDER, file), 'utf8'), file));
  expect(complaints(reports)).toEqual([]);
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
  test.setTimeout(300_000); // the home page is half a megabyte, and stands here four times
  const validator = new HtmlValidate({
    ...RULES,
    rules: {
      ...RULES.rules,
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
