/** Which HTML counts as valid, and what is not. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {HtmlValidate, type ConfigData, type Report} from 'html-validate/node';

export const HTML_RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Safari drops the list from a list without markers unless it is named one.
    'no-redundant-role': 'off',
    // These two are about how HTML is typed, and ours is written by a machine.
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    // HTML has allowed ids that begin with a figure since 2014, and writers name files so.
    'valid-id': ['error', {relaxed: true}],
    // A box that scrolls sideways needs a name, and is no section of the text.
    'prefer-native-element': ['error', {exclude: ['region']}],
    'require-sri': ['error', {target: 'crossorigin'}],
    // Tick boxes of one question share its name.
    'form-dup-name': ['error', {shared: ['radio', 'checkbox', 'button', 'submit', 'reset']}],
  },
};
const MOST_SHOWN = 12;

export function complaints(reports: readonly Report[]): string[] {
  const all = reports.flatMap(({results}) =>
    results.flatMap(({filePath, messages}) =>
      messages.map(({line, column, ruleId, message}) => `${filePath}:${line}:${column} ${ruleId}: ${message}`),
    ),
  );
  return all.length > MOST_SHOWN ? [...all.slice(0, MOST_SHOWN), `and ${all.length - MOST_SHOWN} more`] : all;
}

/** How many pages a built site has, and what is not valid in them. */
export function pagesOf(folder: string): {readonly count: number; readonly complaints: readonly string[]} {
  const validator = new HtmlValidate(HTML_RULES);
  const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.html'));
  const reports = pages.map((file) => validator.validateStringSync(readFileSync(join(folder, file), 'utf8'), file));
  return {count: pages.length, complaints: complaints(reports)};
}
