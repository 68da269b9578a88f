/** What a writer sees under `npm run dev`: each save, each mistake at its place, and the desk. */
import {spawn, type ChildProcess} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Page, Response} from '@playwright/test';
import {axeViolations, expect, test} from './site.ts';

/** A busy machine may take its time over a page; how long a save takes is measured elsewhere. */
const PATIENCE_MS = 60_000;
const ATTEMPT_MS = 20_000;

let folder: string;
let server: ChildProcess;
let said = '';

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

/** Changes a file, runs what depends on it, and puts it back. */
async function whileChanged(path: string, change: (text: string) => string, look: () => Promise<void>): Promise<void> {
  const written = read(path);
  write(path, change(written));
  await look();
  write(path, written);
}

/** Goes to a page, by way of an empty one: the preview may reload the page that is left, which would take the place of the new one. */
async function open(page: Page, path: string): Promise<Response | null> {
  let response: Response | null = null;
  await expect(async () => {
    await page.goto('about:blank', {timeout: ATTEMPT_MS});
    response = await page.goto(path, {timeout: ATTEMPT_MS});
  }).toPass({timeout: PATIENCE_MS});
  return response;
}

async function isServed(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false; // nobody listens yet
    throw error;
  }
}

test.describe.configure({mode: 'serial', timeout: 180_000});
test.use({actionTimeout: PATIENCE_MS, navigationTimeout: PATIENCE_MS});
const seen = expect.configure({timeout: PATIENCE_MS});

test.beforeAll(async ({baseURL}) => {
  folder = join(mkdtempSync(join(tmpdir(), 'preview-')), 'content');
  cpSync('test/fixtures/small-story', folder, {recursive: true});
  // The preview starts with a mistake.
  write('events/first-words.mdx', read('events/first-words.mdx').replace('lane: ground', 'lane: grond'));
  server = spawn(process.execPath, ['src/tools/astro.ts', 'dev'], {
    // `true` is an editor that opens nothing.
    env: {...process.env, CONTENT_DIR: folder, PORT: new URL(baseURL!).port, BASE: '', LAUNCH_EDITOR: 'true'},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout!, server.stderr!]) stream.on('data', (part: Buffer) => (said += part.toString()));
  await expect.poll(() => isServed(baseURL!), {timeout: 150_000, message: said}).toBe(true);
});

test.afterAll(async () => {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill();
  await ended;
  rmSync(dirname(folder), {recursive: true});
});

test('it starts with a bad file: a card at its place, a panel, and the others are shown as usual', async ({page}) => {
  await open(page, './');
  await seen(page.getByRole('heading', {name: 'The Eagle lands on the Moon'})).toBeVisible();
  const card = page.locator('[data-chapter="walk"] #first-words');
  await seen(card.getByRole('heading')).toHaveText('Armstrong speaks the first words on the Moon');
  await expect(card.locator('.entry-date')).toHaveText('Sun 20 Jul 1969, 21:56 CT');
  await expect(card).toContainText('content/events/first-words.mdx:5:7');
  await expect(card.locator('.is-marked')).toHaveText(/5\s*lane: grond/);
  await expect(card.locator('mark')).toHaveText('grond');
  for (const words of [
    'lane names the lane grond, which does not exist.',
    'An event outside every lane would not be drawn.',
    'Did you mean ground?',
    'lane: ground',
    'The other 8 files are fine. This event is left out until it is fixed.',
  ]) {
    await expect(card).toContainText(words);
  }
  const panel = page.getByRole('complementary', {name: 'Problems in the content'});
  await expect(panel.locator('summary')).toContainText('1 problem in 1 file');
  await expect(panel).toContainText('lane names the lane grond, which does not exist.');
  const opener = card.getByRole('link', {name: 'Open in editor'});
  await expect(opener).toHaveAttribute(
    'href',
    new RegExp(`__open-in-editor/\\?file=.*${encodeURIComponent('/events/first-words.mdx:5:7')}$`),
  );
  const [answer] = await Promise.all([page.waitForResponse(/__open-in-editor/), opener.click()]);
  expect(answer.status()).toBe(200);
  await expect(card).toBeVisible();
  expect(said).toContain('`lane` names the lane `grond`, which does not exist.');
});

test('the panel is on every page, closes, and stays closed until there is another problem', async ({page}) => {
  const panel = page.locator('.problems-panel details');
  for (const path of ['sources/', 'method/', 'table/', 'events/eagle-lands/']) {
    await open(page, path);
    await seen(panel).toHaveAttribute('open', '');
  }
  await page.locator('.problems-panel summary').press('Escape');
  await expect(panel).not.toHaveAttribute('open');
  await page.reload();
  await seen(panel).not.toHaveAttribute('open');
  await page.goto('about:blank');
  await whileChanged(
    'events/eagle-lands.mdx',
    (text) => text.replace('weight: landmark', 'weight: big'),
    async () => {
      await open(page, './');
      await seen(page.locator('.problems-panel summary')).toContainText('2 problems in 2 files');
      await seen(panel).toHaveAttribute('open', '');
    },
  );
});

test('the address of a bad event says what is wrong with it', async ({page}) => {
  await open(page, 'events/first-words/');
  await seen(page.getByRole('article', {name: 'content/events/first-words.mdx:5:7'})).toContainText('lane names the lane grond');
});

test('a page follows a fix, a new file and a new mistake by itself', async ({page}) => {
  await open(page, './');
  await seen(page.locator('.problems-panel')).toBeVisible();
  write('events/first-words.mdx', read('events/first-words.mdx').replace('lane: grond', 'lane: ground'));
  await seen(page.locator('.problems-panel')).toHaveCount(0);
  await seen(page.locator('#first-words').getByRole('link', {name: 'Armstrong speaks the first words on the Moon'})).toBeVisible();
  await expect(page.locator('.unshown')).toHaveCount(0);

  const entry = page.locator('#eagle-lands');
  await whileChanged(
    'events/eagle-lands.mdx',
    (text) => text.replace('The Eagle lands on the Moon', 'The Eagle has come down'),
    () => seen(entry.getByRole('heading')).toHaveText('The Eagle has come down'),
  );
  await whileChanged(
    'events/eagle-lands.mdx',
    (text) => text.replace('The lunar module lands.', 'The craft stands still.'),
    () => seen(entry).toContainText('The craft stands still.'),
  );
  await seen(entry).toContainText('The lunar module lands.');
  await whileChanged(
    'events/first-words.mdx',
    (text) => text.replace('weight: standard', 'weight: standard\ndraft: true'),
    () => seen(page.locator('#first-words .signs')).toContainText('Draft'),
  );
});

/** A slip of the hand in a text, and what is said of it. */
const SLIPS: readonly [string, string, RegExp][] = [
  ['an unclosed tag', 'The <Actor id="neil-armstrong">crew walks.', /Actor/],
  ['an unknown component', 'The <Quot by="neil-armstrong">crew</Quot> walks.', /Quote/],
  ['an expression', 'The {crew.length} walk.', /\{crew\.length\}/],
  ['an import', 'import fs from "node:fs"\n\nThe crew walks.', /import/],
  ['a bare less-than sign', 'Fewer than <5 walk.', /</],
];

test('a text that is no MDX is a card too, never a page that fails', async ({page}) => {
  for (const [slip, body, words] of SLIPS) {
    await page.goto('about:blank');
    await whileChanged(
      'events/eagle-lands.mdx',
      (text) => text.replace(/The lunar module lands\.[^]*/, `${body}\n`),
      async () => {
        const response = await open(page, './');
        expect(response!.status(), slip).toBe(200);
        await seen(page.locator('#eagle-lands.unshown .problem'), slip).not.toHaveCount(0);
        await expect(page.locator('#eagle-lands.unshown'), slip).toContainText(words);
        await expect(page.locator('#first-words .prose'), slip).toContainText('The ground hears one sentence');
      },
    );
  }
});

test('a broken source takes along what refers to it, and says so', async ({page}) => {
  await whileChanged(
    'sources/post-1969-07-21.yaml',
    () => 'headline: [\n',
    async () => {
      await open(page, './');
      await seen(page.locator('.unshown-top')).toContainText('content/sources/post-1969-07-21.yaml:1');
      await expect(page.locator('#eagle-lands.unshown')).toContainText('Left out because it refers to sources/post-1969-07-21.yaml');
      expect((await open(page, 'sources/'))!.status()).toBe(200);
      expect((await open(page, 'table/'))!.status()).toBe(200);
    },
  );
});

test.describe('when files come, go and change their names', () => {
  test.use({expectedComplaints: [/404/]});

  test('each page follows', async ({page}) => {
    await open(page, './');
    const added = read('events/first-words.mdx')
      .replace('Armstrong speaks the first words on the Moon', 'Armstrong plants a flag')
      .replace('label: First words', 'label: A flag');
    write('events/flag.mdx', added);
    await seen(page.locator('#flag')).toContainText('Armstrong plants a flag');
    renameSync(join(folder, 'events/flag.mdx'), join(folder, 'events/flag-planted.mdx'));
    await seen(page.locator('#flag-planted')).toContainText('Armstrong plants a flag');
    await expect(page.locator('#flag')).toHaveCount(0);
    expect((await open(page, 'events/flag-planted/'))!.status()).toBe(200);
    expect((await open(page, 'events/flag/'))!.status()).toBe(404);
    await open(page, './');
    rmSync(join(folder, 'events/flag-planted.mdx'));
    await seen(page.locator('#flag-planted')).toHaveCount(0);

    await open(page, 'sources/');
    await whileChanged(
      'sources/times-1969-07-21.yaml',
      (text) => text.replace(/^publisher: .*$/m, 'publisher: The Evening Times'),
      () => seen(page.locator('main')).toContainText('The Evening Times'),
    );
    await open(page, './');
    await whileChanged(
      'chapters/landing.mdx',
      (text) => text.replace('The landing', 'Coming down').replace('two walk on it', 'two go for a walk'),
      async () => {
        await seen(page.getByRole('heading', {name: 'Coming down'})).toBeVisible();
        await seen(page.locator('#landing')).toContainText('two go for a walk');
      },
    );
    await whileChanged(
      'story.yaml',
      (text) => text.replace('Eight Days in July', 'Nine Days in July'),
      () => seen(page.locator('h1')).toHaveText('Nine Days in July'),
    );
    await seen(page.locator('h1')).toHaveText('Eight Days in July');
  });
});

test('without a story.yaml that can be read every page says why, and comes back', async ({page}) => {
  await open(page, 'events/eagle-lands/');
  await seen(page.locator('h1')).toHaveText('The Eagle lands on the Moon');
  await whileChanged(
    'story.yaml',
    (text) => text.replace('zone: America/Chicago', 'zone: America/Chicagoo'),
    async () => {
      await seen(page.locator('main')).toContainText('The story cannot be shown.');
      await expect(page.getByRole('article', {name: 'content/story.yaml:8:7'})).toContainText('America/Chicagoo');
      for (const path of ['./', 'sources/']) {
        await open(page, path);
        await seen(page.getByRole('article', {name: 'content/story.yaml:8:7'})).toBeVisible();
      }
    },
  );
  await seen(page.locator('h1')).toHaveText('Sources');
});

test.describe('the desk', () => {
  test('counts, and shows what it counts', async ({page}) => {
    await whileChanged(
      'events/first-words.mdx',
      (text) => text.replace('lane: ground', 'lane: grond'),
      async () => {
        await open(page, 'desk/');
        const counts = page.getByRole('navigation', {name: 'Health of the content'});
        await seen(counts.getByRole('link')).toHaveText([
          /^\s*9\s*files/,
          /^\s*8\s*ready/,
          /^\s*1\s*won’t build/,
          /^\s*0\s*drafts/,
          /^\s*1\s*without a second source/,
          /^\s*0\s*sources disagree/,
          /^\s*0\s*uncertain date/,
          /^\s*0\s*known later/,
          /with advice/,
        ]);
        const rows = page.getByRole('table').locator('tbody tr');
        await expect(rows).toHaveCount(9);
        await expect(rows.first()).toContainText('Won’t build');
        await expect(page.getByRole('article', {name: 'content/events/first-words.mdx:5:7'})).toBeVisible();
        await counts.getByRole('link', {name: /without a second source/}).click();
        await seen(rows).toHaveCount(1);
        await expect(rows).toContainText('The Eagle lands on the Moon');
        await expect(counts.getByRole('link', {name: /without a second source/})).toHaveAttribute('aria-current', 'true');
      },
    );
  });

  test('answers what an editor asks', async ({page}) => {
    await open(page, 'desk/');
    const questions = page.getByRole('region', {name: 'What an editor asks'});
    await seen(questions).toContainText('16–19 Jul 1969');
    await expect(questions).toContainText('Which words did he say? “For man” or “For a man”.');
    await expect(questions.locator('#ask-idle-sources')).toContainText('None.');
  });

  test('draws an event at the four levels and says what happens to its label', async ({page}) => {
    await open(page, 'desk/');
    await page.getByRole('table').getByRole('link', {name: 'The Eagle lands on the Moon'}).click();
    await seen(page.getByRole('heading', {level: 1})).toHaveText('The Eagle lands on the Moon');
    await expect(page.locator('.level-look h3')).toHaveText([/^Months/, /^Weeks/, /^Days/, /^Hours/]);
    await expect(page.locator('.level-look figcaption')).toHaveText(Array(4).fill(/Shows its label: “Eagle lands”, right of its mark\./));
    await expect(page.locator('.level-look svg [data-id="eagle-lands"]')).toHaveCount(4);
    await expect(page.locator('.looks')).toContainText('so there is no earlier version to compare with');
  });

  test('works without a script', async ({browser, baseURL}) => {
    const context = await browser.newContext({javaScriptEnabled: false, baseURL: baseURL!});
    const page = await context.newPage();
    await open(page, 'desk/?show=disagree');
    await expect(page.getByRole('table').locator('tbody tr')).toHaveText([/Armstrong speaks the first words on the Moon/]);
    await page.locator('#ask-one-source summary').click();
    await context.close();
  });

  for (const [width, colorScheme] of [
    [390, 'light'],
    [1440, 'dark'],
  ] as const) {
    test(`breaks no rule of axe at ${width} pixels, ${colorScheme}, and never scrolls sideways`, async ({page}) => {
      await page.setViewportSize({width, height: 844});
      await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
      await open(page, 'desk/');
      await whileChanged(
        'events/first-words.mdx',
        (text) => text.replace('lane: ground', 'lane: grond').replace('First words', `First words ${'that go on '.repeat(9)}`),
        async () => {
          await seen(page.locator('.problem').first()).toBeVisible();
          for (const path of ['desk/', 'desk/eagle-lands/', './#first-words']) {
            await open(page, path);
            await seen(page.locator('.problem, .level-look').first()).toBeVisible();
            expect(await axeViolations(page, {isScrolled: true}), path).toEqual([]);
            expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
          }
        },
      );
    });
  }
});
