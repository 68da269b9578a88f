import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {describe, expect, test} from 'vitest';

/** The longest a file, a function and a line may be. */
const FILE_LINES = 400;
const FUNCTION_LINES = 80;
const LINE_CHARACTERS = 140;

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const files: readonly SourceFile[] = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((path) => /\.(ts|css|astro)$/.test(path))
  .map((path) => ({path, text: readFileSync(path, 'utf8')}));

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** The TypeScript of a file; of a component, what is between its fences. */
function scriptOf({path, text}: SourceFile): string {
  return path.endsWith('.astro') ? (/^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '') : text;
}

/** Every function of a file that has a body, by its name or that of what it is assigned to. */
function functionsIn(source: SourceFile): {readonly name: string; readonly lines: number}[] {
  const {path} = source;
  const file = ts.createSourceFile(`${path}.ts`, scriptOf(source), ts.ScriptTarget.Latest, true);
  const found: {name: string; lines: number}[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
      found.push({name: `${path} ${named?.getText(file) ?? 'without a name'}`, lines: lineCount(node.getText(file))});
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** An address or the path of a picture, which cannot be broken. */
const ADDRESS_OR_PICTURE = /https?:\/\/\S{60}|\bd="M|\.(?:png|svg)\b/;
/** Nothing but one text: a sentence to be searched for and translated whole, a header, markup for other sites. */
const ONE_TEXT = /^\s*(?:\w+: |return |const \w+ = )?(?:'[^']*'|"[^"]*"|`.*)[,;]?$/;

/** Lines that are too long although they could be broken. */
function longLines({path, text}: SourceFile): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      Array.from(line).length > LINE_CHARACTERS && !ADDRESS_OR_PICTURE.test(line) && !ONE_TEXT.test(line) ? [`${path}:${i + 1}`] : [],
    );
}

describe('what a reader of the code can take in at once', () => {
  test('finds functions of every form', () => {
    const text = 'export function a() {\n  return 1;\n}\nconst b = () => {\n  a();\n  a();\n};\nclass C {\n  d() {}\n}\n';
    expect(functionsIn({path: 'x.ts', text})).toEqual([
      {name: 'x.ts a', lines: 3},
      {name: 'x.ts b', lines: 4},
      {name: 'x.ts d', lines: 1},
    ]);
    expect(functionsIn({path: 'x.astro', text: '---\nfunction a() {\n  return 1;\n}\n---\n<p>{() => 1}</p>\n'})).toEqual([
      {name: 'x.astro a', lines: 3},
    ]);
    expect(files.flatMap(functionsIn).length).toBeGreaterThan(1000);
  });

  test(`no function has more than ${FUNCTION_LINES} lines`, () => {
    const long = files.flatMap(functionsIn).filter(({lines}) => lines > FUNCTION_LINES);
    expect(long.map(({name, lines}) => `${name}: ${lines}`)).toEqual([]);
  });

  test(`no file has more than ${FILE_LINES} lines`, () => {
    const long = files.filter(({text}) => lineCount(text) > FILE_LINES);
    expect(long.map(({path}) => path)).toEqual([]);
  });

  test('a line may be long if it is one text, an address or a picture', () => {
    const words = 'word '.repeat(40);
    const isLong = (line: string) => longLines({path: 'x.astro', text: line}).length > 0;
    expect([`  lead: '${words}',`, `return \`${words}\`;`, `href="https://x.example/${'a'.repeat(150)}"`].map(isLong)).toEqual([
      false,
      false,
      false,
    ]);
    expect([`<p class="lead">${words}</p>`, `say('${words}', day);`, `// ${words}`].map(isLong)).toEqual([true, true, true]);
  });

  test(`no line has more than ${LINE_CHARACTERS} characters`, () => {
    expect(files.flatMap(longLines)).toEqual([]);
  });
});
