import {dirname, join, relative, sep} from 'node:path';
import {defineConfig} from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const TIMELINE = ['timeline/model', 'timeline/layout', 'timeline/render', 'timeline/interaction'];
/**
 * The rooms of src, and what each may import from beside itself. A room names only rooms above it, so that no import
 * runs up or in a circle; the timeline rests on nothing but what a writer may write.
 */
export const ROOMS = {
  schema: [],
  'timeline/model': ['schema'],
  'timeline/layout': ['schema', 'timeline/model'],
  'timeline/render': ['schema', 'timeline/model', 'timeline/layout'],
  'timeline/interaction': ['schema', 'timeline/model', 'timeline/layout', 'timeline/render'],
  // What the engine offers; nothing in this project needs it.
  'timeline/index.ts': [...TIMELINE],
  problems: ['schema'],
  reading: ['schema', 'problems'],
  'content.config.ts': ['schema', 'problems', 'reading'],
  story: ['schema', 'timeline/model', 'timeline/layout', 'timeline/render', 'problems', 'reading'],
  publish: ['schema', 'timeline/model', 'timeline/layout', 'timeline/render', 'reading', 'story'],
  components: ['schema', ...TIMELINE, 'story', 'publish'],
  preview: ['schema', 'timeline/model', 'problems', 'reading', 'story', 'components'],
  layouts: ['schema', 'timeline/model', 'story', 'publish', 'components', 'preview'],
  pages: ['schema', ...TIMELINE, 'story', 'publish', 'components', 'preview', 'layouts'],
  commands: ['schema', 'timeline/model', 'problems', 'reading', 'story', 'publish'],
  desk: ['schema', ...TIMELINE, 'problems', 'reading', 'story', 'components', 'preview'],
  tools: ['story', 'publish', 'commands'],
};
/** Rooms whose files know nothing of Astro, of Node or of where the content comes from. */
const OUTSIDE_THE_TIMELINE = [
  {regex: '^astro(:|/|$)', message: 'The timeline has never heard of Astro; hand in what it needs.'},
  {regex: '^node:', message: 'The timeline also runs in the browser; hand in what it needs.'},
];
/** Parts of D3 that touch the page; the build runs model, layout and marks without one. */
const PAGE_PARTS_OF_D3 = [
  'select',
  'selectAll',
  'zoom',
  'zoomIdentity',
  'zoomTransform',
  'drag',
  'brush',
  'axisBottom',
  'transition',
  'pointer',
];

/** Text becomes HTML nowhere: a name from a content file could then become code. */
const NO_HTML_FROM_TEXT = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Build elements and set textContent; text that becomes HTML can become code.',
  },
  {
    selector:
      "CallExpression[callee.property.name='html'], CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'Build elements and set textContent; text that becomes HTML can become code.',
  },
];
/** The content security policy allows only data in the page itself. */
const SET_HTML = "> JSXOpeningElement > JSXAttribute[name.namespace.name='set'][name.name.name='html']";
/** A drawing's words and attributes are escaped as it is written. */
const NO_DRAWING = "[value.expression.callee.name!='shapesAsHtml']";
const RENDERED_SLOT = "CallExpression[callee.object.property.name='slots'][callee.property.name='render']";
const NOTHING_INLINE = [
  {
    // Data in a <script> is not read as HTML, a slot that Astro has rendered is HTML already, and so is a drawing.
    selector: [
      `JSXElement:not([openingElement.name.name=/^(script|Fragment)$/]) ${SET_HTML}`,
      `Program:not(:has(${RENDERED_SLOT})) JSXElement[openingElement.name.name='Fragment'] ${SET_HTML}${NO_DRAWING}`,
    ].join(', '),
    message: 'Write the elements; text that becomes HTML can become code.',
  },
  {
    selector: [
      // Data and files of our own are not inline code.
      "JSXOpeningElement:not(:has(JSXAttribute[name.name='src'], JSXAttribute[name.name='type'][value.value=/json$/])) > JSXAttribute[name.namespace.name='is'][name.name.name='inline']",
      "JSXAttribute[name.name='style']",
      "JSXAttribute[name.namespace.name='define']",
    ].join(', '),
    message: 'The content security policy blocks what is inline: use a file, a class or an SVG attribute.',
  },
];
/** A date that passes through the reader's zone can come out a day off. */
const NO_LOCAL_TIME = [
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]',
    message: 'This reads the clock of the machine; use the UTC method of the same name.',
  },
  {
    selector:
      "CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]:not([arguments.1.type='ObjectExpression']:has(Property[key.name='timeZone']))",
    message: 'This writes in the zone of the machine; format from the parts, or name a timeZone.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], NewExpression[callee.name='Date'][arguments.length>1]",
    message: 'This is the clock or the zone of the machine; take an instant as an argument, or use Date.UTC.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Same input, same output: take the instant as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Same input, same output: no randomness here.',
  },
  {
    selector: 'CallExpression[callee.name=/^(timeFormat|timeParse|scaleTime|timeDay|timeMonth|timeHour|timeWeek)$/]',
    message: 'This is local time; use the utc function of the same name.',
  },
];

/** What Chrome 100, Firefox 104 and Safari 15.4 do not have. */
const TOO_NEW = 'Safari 15.4 does not have this; write it out, or use what model/ has for it.';
const NOTHING_TOO_NEW = [
  {selector: "CallExpression[callee.object.name=/^(Map|Object)$/][callee.property.name='groupBy']", message: TOO_NEW},
  {selector: 'CallExpression[callee.property.name=/^(toSorted|toReversed|toSpliced|isWellFormed|toWellFormed)$/]', message: TOO_NEW},
  {selector: "CallExpression[callee.property.name='with'][arguments.length=2]", message: TOO_NEW},
  {
    selector:
      'CallExpression[callee.property.name=/^(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)$/]',
    message: TOO_NEW,
  },
  {
    selector: 'CallExpression[callee.object.name=/^(Promise|Array)$/][callee.property.name=/^(withResolvers|try|fromAsync)$/]',
    message: TOO_NEW,
  },
  {selector: "MemberExpression[object.name='AbortSignal'], NewExpression[callee.name='Iterator'], StaticBlock", message: TOO_NEW},
  {selector: 'Literal[regex.flags=/v/], Literal[regex.pattern=/\\(\\?<[=!]/], TemplateElement[value.raw=/\\(\\?<[=!]/]', message: TOO_NEW},
];

/** What readers see has one place, so that it can be read as a whole and said in another language. */
const WORDS_ELSEWHERE = 'Readers see this: give it a name in src/timeline/model/words/ and take it from there.';
const NO_WORDS_IN_MARKUP = [
  {
    selector: ':matches(JSXElement:not([openingElement.name.name=/^(script|style)$/]), JSXFragment, Program) > JSXText[value=/\\p{L}/u]',
    message: WORDS_ELSEWHERE,
  },
  {
    selector: [
      'JSXAttribute[name.name=/^(aria-label|aria-valuetext|aria-description|placeholder|title|alt|label|words|name)$/] > Literal[value=/^\\p{Lu}|\\p{L} \\p{L}/u]',
      'JSXAttribute[name.name=/^(aria-label|aria-valuetext|aria-description|placeholder|title|alt|label|words|name)$/] TemplateElement[value.raw=/\\p{L}{2}/u]',
    ].join(', '),
    message: WORDS_ELSEWHERE,
  },
];
/** A sentence begins with a capital or has three words; names of keys and components, and our own mistakes, are none. */
const NO_WORDS_IN_CODE = [
  {
    selector:
      'Literal[value=/^\\p{Lu}\\p{Ll}|\\p{Ll} \\p{Ll}+ \\p{Ll}/u]:not(ThrowStatement *):not(SwitchCase > *):not(BinaryExpression > *):not(ImportDeclaration > *):not(Property > .key):not(Property[key.name="keys"] *)',
    message: WORDS_ELSEWHERE,
  },
  {
    selector: 'TemplateElement[value.raw=/(^|[^\\p{L}])\\p{Lu}\\p{Ll}|\\p{Ll}{2} \\p{Ll}+ \\p{Ll}+ \\p{Ll}{2}/u]:not(ThrowStatement *)',
    message: WORDS_ELSEWHERE,
  },
];

const SRC = join(import.meta.dirname, 'src');

/** The room of a file; undefined for one outside all of them. */
export function roomOf(path) {
  const inSrc = relative(SRC, path).split(sep).join('/');
  return Object.keys(ROOMS).find((room) => inSrc === room || inSrc.startsWith(`${room}/`));
}

/** Refuses what the table of rooms does not give, however it is imported. */
const roomsInOrder = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {closed: '{{from}} may not import from {{to}}: move what both need to a room that both may import from, or hand it in.'},
  },
  create(context) {
    const file = context.physicalFilename;
    const from = roomOf(file);
    if (from === undefined) return {};
    const check = ({source}) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const to = roomOf(join(dirname(file), source.value));
      if (to !== undefined && to !== from && !ROOMS[from].includes(to))
        context.report({node: source, messageId: 'closed', data: {from, to}});
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

export default defineConfig(
  {ignores: ['dist/', 'dist-disk/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/', 'bench-results/']},
  tseslint.configs.recommended,
  astro.configs.recommended,
  {
    rules: {
      'no-empty': ['error', {allowEmptyCatch: false}],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', ...NO_HTML_FROM_TEXT],
      // A regular expression has already said that the group is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', ignoreRestSiblings: true}],
    },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'no-restricted-syntax': ['error', ...NO_HTML_FROM_TEXT, ...NOTHING_INLINE],
      // Types are not told apart from values in a component's front matter.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['src/timeline/**', 'src/schema/**', 'src/problems/**', 'src/reading/**'],
    rules: {'no-restricted-syntax': ['error', ...NO_HTML_FROM_TEXT, ...NO_LOCAL_TIME]},
  },
  {
    files: ['src/components/**/*.astro', 'src/layouts/**/*.astro', 'src/pages/**/*.astro'],
    // Only writers see a draft, in the preview, which speaks English.
    ignores: ['src/components/DraftSign.astro'],
    rules: {'no-restricted-syntax': ['error', ...NO_HTML_FROM_TEXT, ...NOTHING_INLINE, ...NO_WORDS_IN_MARKUP, ...NO_WORDS_IN_CODE]},
  },
  {
    files: ['src/components/**/*.ts', 'src/story/**', 'src/publish/**'],
    // The columns of the CSV are described for writers; headers and the classes of schema.org have names of their own.
    ignores: ['src/publish/timeline-csv.ts', 'src/publish/host-headers.ts', 'src/publish/json-ld.ts'],
    rules: {'no-restricted-syntax': ['error', ...NO_HTML_FROM_TEXT, ...NO_WORDS_IN_CODE]},
  },
  {
    files: ['src/timeline/**'],
    rules: {'no-restricted-syntax': ['error', ...NO_HTML_FROM_TEXT, ...NO_LOCAL_TIME, ...NOTHING_TOO_NEW]},
  },
  {
    files: ['src/timeline/**'],
    ignores: ['src/timeline/model/words/**'],
    rules: {'no-restricted-syntax': ['error', ...NO_HTML_FROM_TEXT, ...NO_LOCAL_TIME, ...NOTHING_TOO_NEW, ...NO_WORDS_IN_CODE]},
  },
  {
    files: ['src/**'],
    plugins: {house: {rules: {'rooms-in-order': roomsInOrder}}},
    rules: {'house/rooms-in-order': 'error'},
  },
  {
    files: ['src/timeline/**'],
    rules: {'no-restricted-imports': ['error', {patterns: OUTSIDE_THE_TIMELINE}]},
  },
  {
    files: ['src/timeline/model/**', 'src/timeline/layout/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: OUTSIDE_THE_TIMELINE,
          paths: [{name: 'd3', importNames: PAGE_PARTS_OF_D3, message: 'Model and layout run without a page.'}],
        },
      ],
    },
  },
);
