import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, type ConfigData, type Report } from 'html-validate/node';
import { expect, test, writtenEvents } from './site.ts';

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
    'prefer-native-element': ['error', { exclude: ['region'] }],
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
const MOST_SHOWN = 12;

function complaints(reports: readonly Report[]): string[] {
  const all = reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${filePath}:${line}:${column} ${ruleId}: ${message}`),
    ),
  );
  return all.length > MOST_SHOWN ? [...all.slice(0, MOST_SHOWN), `and ${all.length - MOST_SHOWN} more`] : all;
}

test('every built page is valid HTML', async () => {
  test.slow();
  const validator = new HtmlValidate(RULES);
  const pages = readdirSync(SITE_FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(writtenEvents().length);
  const reports = pages.map((file) =>
    validator.validateStringSync(readFileSync(join(SITE_FOLDER, file), 'utf8'), file),
  );
  expect(complaints(reports)).toEqual([]);
});

for (const path of ['./', `events/${writtenEvents()[0]!.id}/`]) {
  test(`${path} is valid HTML still after its scripts have run`, async ({ page }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const report = new HtmlValidate({
      ...RULES,
      rules: {
        ...RULES.rules,
        // A browser writes out a doctype and an empty attribute in its own way.
        'doctype-style': 'off',
        'attribute-empty-style': 'off',
        // What a script sets through the CSSOM shows as an attribute; the policy allows it.
        'no-inline-style': 'off',
      },
    }).validateStringSync(await page.content(), path);
    expect(complaints([report])).toEqual([]);
  });
}
