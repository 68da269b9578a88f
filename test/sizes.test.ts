import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {describe, expect, test} from 'vitest';

/** The longest a file, a function and a line may be. */
const FILE_LINES = 400;
const FUNCTION_LINES = 80;
const LINE_CHARACTERS = 140;

/** Functions that read from top to bottom, or hold what several listeners share, and are no clearer in parts. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  'src/timeline/interaction/bar.ts attachBar': 'The listeners of the bar share its grip and its view.',
  'src/timeline/interaction/brush.ts attachBrush': 'The listeners of one drag share where it began.',
  'src/timeline/interaction/camera.ts cameraOn': 'What moves the view shares the one flight under way.',
  'src/timeline/interaction/hands.ts handsOn': 'The gestures share the pointers that are down.',
  'src/timeline/interaction/place-keeper.ts keepPlace': 'The listeners share the entry that must stay in place.',
  'src/timeline/interaction/playhead-controls.ts playheadControls': 'The controls share the day they show.',
  'src/timeline/interaction/reading.ts readingOn': 'Scrolling and drawing share the entry that is being read.',
  'src/timeline/interaction/replay-band.ts replayBand': 'The parts of the band, each with the line that fills it.',
};

/** Files that are one thing, which would be harder to follow in parts. */
const LONG_FILES: Readonly<Record<string, string>> = {
};

/** Files with lines that cannot be broken without harm. */
const LONG_LINES: Readonly<Record<string, string>> = {
  'src/timeline/model/words/pages.ts': 'A sentence for readers stays whole, so that it can be searched for and translated.',
  'src/timeline/model/words/method.ts': 'A sentence for readers stays whole, so that it can be searched for and translated.',
  'src/timeline/model/words/then.ts': 'A sentence for readers stays whole, so that it can be searched for and translated.',
  'src/publish/host-headers.ts': 'A header is one line.',
  'src/publish/oembed.ts': 'Markup for other sites is one line.',
  'src/publish/body-html.ts': 'Markup for other sites is one line.',
};

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

// Prettier does not format components, whose markup wraps where its spaces do not matter.
const files: readonly SourceFile[] = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((path) => /\.(ts|css|astro)$/.test(path))
  .map((path) => ({path, text: readFileSync(path, 'utf8')}));

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** Every function of a file that has a body, by its name or that of what it is assigned to. */
function functionsIn({path, text}: SourceFile): {readonly name: string; readonly lines: number}[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
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

/** Lines that are too long although they could be broken: an address or the path of a picture cannot. */
function longLines({path, text}: SourceFile): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      Array.from(line).length > LINE_CHARACTERS && !/https?:\/\/\S{60}|\bd="M|\.(?:png|svg)\b/.test(line) ? [`${path}:${i + 1}`] : [],
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
    expect(files.flatMap(functionsIn).length).toBeGreaterThan(1000);
  });

  test(`no function has more than ${FUNCTION_LINES} lines`, () => {
    const long = files.flatMap(functionsIn).filter(({name, lines}) => lines > FUNCTION_LINES && !(name in LONG_FUNCTIONS));
    expect(long).toEqual([]);
  });

  test(`no file has more than ${FILE_LINES} lines`, () => {
    const long = files.filter(({path, text}) => lineCount(text) > FILE_LINES && !(path in LONG_FILES));
    expect(long.map(({path}) => path)).toEqual([]);
  });

  test(`no line has more than ${LINE_CHARACTERS} characters`, () => {
    expect(files.filter(({path}) => !(path in LONG_LINES)).flatMap(longLines)).toEqual([]);
  });
});
