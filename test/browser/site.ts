/**
 * What every browser test starts with: a page whose complaints fail the test,
 * the events as their files have them, and one way to ask axe.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {AxeBuilder} from '@axe-core/playwright';
import {test as base, expect, type BrowserContext, type Page} from '@playwright/test';
import {parse} from 'yaml';
import {FULL_STORY} from '../full-story.ts';

export {expect};

interface SiteFixtures {
  /** Complaints a test brings about on purpose, such as a page that is not there. */
  readonly expectedComplaints: readonly RegExp[];
  /** Fails the test on any console error, uncaught error, policy violation or request to another host. */
  readonly guard: void;
}

export const test = base.extend<SiteFixtures>({
  expectedComplaints: [[], {option: true}],
  guard: [
    async ({context, baseURL, expectedComplaints}, use) => {
      const complaints = await complaintsOf(context, new URL(baseURL!).origin);
      await use();
      expect(complaints.filter((words) => !expectedComplaints.some((pattern) => pattern.test(words)))).toEqual([]);
    },
    {auto: true},
  ],
});

/** A list that grows by a line whenever something in the context goes wrong. */
export async function complaintsOf(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} in ${event.sourceFile}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const {protocol, origin: asked} = new URL(request.url());
    if (/^https?:$/.test(protocol) && asked !== origin) complaints.push(`request to another host: ${request.url()}`);
  });
  return complaints;
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe cannot settle by itself, and why it need not. All of it is about colour: the tests of contrast in
 * preferences.spec.ts measure every ink on every ground instead.
 */
const UNSETTLED: Readonly<Record<string, string>> = {
  imgNode: 'Words in an SVG: axe does not see what is painted below them. They are ink on the stage, or the other way round.',
  bgOverlap: 'Words that something transparent lies over, such as the link that covers a whole result, or a mark beside them.',
  bgGradient: 'Words in a box whose line below is drawn as a background; its ground is that of the page.',
  pseudoContent: 'Words with a line or a mark drawn by ::before or ::after, which has no ground of its own.',
  shortTextContent: 'A single letter or digit, which axe takes for a picture; it has the colour of the words around it.',
  nonBmp: 'A sign such as + or −, which axe takes for a picture; it has the colour of the words around it.',
};

interface AxeQuestion {
  /** Only these rules, where the rest cannot have changed; all by default. */
  readonly rules?: readonly string[];
  /** All but these. */
  readonly without?: readonly string[];
  /** Only these parts of the page; all of it by default. */
  readonly parts?: readonly string[];
  /** Whether a part scrolls by itself, so that some of its words lie out of its sight. */
  readonly isScrolled?: boolean;
}

/**
 * Every rule axe finds broken on the page as it is now, and every question it leaves open without a known reason,
 * with the elements it is about.
 */
export async function axeViolations(page: Page, {rules, without, parts = [], isScrolled = false}: AxeQuestion = {}): Promise<string[]> {
  // What is being laid out may lie under something else for a moment.
  await page.locator('html:not([data-arriving])').waitFor();
  // What passes is not listed, as the names of thousands of elements cost more than the rules.
  let builder = new AxeBuilder({page}).options({resultTypes: ['violations', 'incomplete']});
  for (const part of parts) builder = builder.include(part);
  builder = rules ? builder.withRules([...rules]) : builder.withTags(AXE_TAGS);
  if (without) builder = builder.disableRules([...without]);
  const {violations, incomplete} = await builder.analyze();
  const isKnown = ({any}: {any: {data?: unknown}[]}) =>
    any.some(({data}) => {
      const {messageKey = ''} = (data ?? {}) as {messageKey?: string};
      return messageKey in UNSETTLED || (isScrolled && messageKey.startsWith('elmPartiallyObscur'));
    });
  const open = incomplete
    .map((rule) => ({...rule, nodes: rule.nodes.filter((node) => !isKnown(node))}))
    .filter(({nodes}) => nodes.length > 0);
  return [...violations, ...open].map(({id, help, nodes}) => {
    const places = nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`);
    return [`${id}: ${help}`, ...places].join('\n');
  });
}

/** What the tests need to know of an event, read from its file and not through the code under test. */
export interface WrittenEvent {
  readonly id: string;
  readonly title: string;
  readonly weight: string;
  readonly sources: readonly string[];
  /** Words of its body as written, Markdown and all. */
  readonly body: string;
}

/** The story of the site that a test opens, unless it serves another. */
export const CONTENT_FOLDER = FULL_STORY;

/** All events of a content folder that are not drafts. */
export function writtenEvents(contentFolder = CONTENT_FOLDER): WrittenEvent[] {
  const folder = join(contentFolder, 'events');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => ({name, text: readFileSync(join(folder, name), 'utf8')}))
    .map(({name, text}) => {
      const [, matter = '', body = ''] = /^\uFEFF?---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(text) ?? [];
      return {id: name.replace(/\.mdx$/, ''), body, ...(parse(matter) as WrittenMatter)};
    })
    .filter((event) => event.draft !== true)
    .map(({id, body, title, weight, sources}) => ({
      id,
      body,
      title,
      weight: weight ?? 'standard',
      sources: sources.map((source) => source.id),
    }));
}

interface WrittenMatter {
  readonly title: string;
  readonly weight?: string;
  readonly draft?: boolean;
  readonly sources: readonly {readonly id: string}[];
}
