import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from './site.ts';
import {SITE_FOLDER} from './site-folder.ts';

/** What the writer's preview and the desk would leave behind: their words, their classes and their addresses. */
const WRITERS_ONLY =
  /Writer’s desk|Won’t build|Dev only|open-in-editor|problems-panel|problem-(?:head|frame|words)|unshown|text-failure|\/desk\/|desk-(?:masthead|table|files)|level-look|@vite/;

test('nothing that only a writer sees is in the built site', () => {
  expect(existsSync(join(SITE_FOLDER, 'desk'))).toBe(false);
  const texts = readdirSync(SITE_FOLDER, {recursive: true, encoding: 'utf8'}).filter((file) =>
    /\.(?:html|css|js|json|xml|txt)$/.test(file),
  );
  expect(texts.some((file) => file.endsWith('.css')) && texts.some((file) => file.endsWith('.js'))).toBe(true);
  const found = texts.flatMap(
    (file) => WRITERS_ONLY.exec(readFileSync(join(SITE_FOLDER, file), 'utf8'))?.map((words) => `${file}: ${words}`) ?? [],
  );
  expect(found).toEqual([]);
});
