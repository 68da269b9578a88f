import {ESLint} from 'eslint';
import {beforeAll, describe, expect, test} from 'vitest';

/** That no file breaks these rules is for `eslint .` to say; here they are held to find what they are for. */
describe('the linter’s rules for words that readers see', () => {
  let eslint: ESLint;

  beforeAll(() => {
    eslint = new ESLint();
  });

  async function complaints(filePath: string, code: string): Promise<number> {
    const [result] = await eslint.lintText(code, {filePath});
    return result!.messages.filter(({message}) => message.startsWith('Readers see this')).length;
  }

  test.each([
    ['text in an element', '<p>Known now</p>'],
    ['text in a fragment', '<><b>{1}</b> event</>'],
    ['text beside an expression', '<p>{1} events</p>'],
    ['a label that is only heard', '<button aria-label="Play"></button>'],
    ['a placeholder', '<input placeholder="Search the events" />'],
    ['a label made of parts', '<a aria-label={`Source ${1}`}>{1}</a>'],
    ['a sentence in an expression', "<p>{1 > 0 ? 'No figure yet' : 1}</p>"],
    ['a sentence in the front matter', "---\nconst title = 'Known later';\n---\n<p>{title}</p>"],
  ])('a component may not hold %s', async (_, code) => {
    expect(await complaints('src/components/Example.astro', code)).toBeGreaterThan(0);
  });

  test.each([
    ['names of its own', '<p class="entry-date" data-part="day"><slot name="after" /></p>'],
    ['words from where they are', '<p aria-label={words.notes}>{words.chapter(1)} <b>{1}</b>, {2}</p>'],
  ])('a component may hold %s', async (_, code) => {
    expect(await complaints('src/components/Example.astro', code)).toBe(0);
  });

  test.each([
    ['a sentence', "export const words = 'Not public yet';"],
    ['three words', "export const words = 'no figure yet';"],
    ['a sentence with a number', 'export const words = (day: number) => `Day ${day}`;'],
  ])('a file of the timeline may not hold %s', async (_, code) => {
    expect(await complaints('src/timeline/render/names.ts', code)).toBe(1);
    expect(await complaints('src/timeline/model/words/stage.ts', code)).toBe(0);
  });

  test('the timeline may name keys and say what our own mistakes are', async () => {
    const code =
      "export function f(key: string): boolean {\n  if (key === 'Escape') return true;\n  throw new RangeError(`Key must be known, got ${key}`);\n}";
    expect(await complaints('src/timeline/render/names.ts', code)).toBe(0);
  });
});
