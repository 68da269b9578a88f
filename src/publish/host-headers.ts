/** The headers that a site is sent with, as the file `_headers` that Cloudflare Pages and Netlify read. */
import {WORDS_LICENCE} from '../story/licence.ts';
import {EXITS} from './exits.ts';

interface Rule {
  readonly comment?: string;
  /** From the site's root; `*` matches anything. */
  readonly path: string;
  /** Names that an earlier rule gave and this one takes back. */
  readonly without?: readonly string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** Free for any other page or program to read. */
const SHARED = {
  without: ['Cross-Origin-Resource-Policy'],
  headers: [
    ['Access-Control-Allow-Origin', '*'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ],
} as const;

const RULES: readonly Rule[] = [
  {
    path: '/*',
    headers: [
      ['Content-Security-Policy', POLICY],
      // This host alone: other names of its domain may belong to others.
      ['Strict-Transport-Security', 'max-age=63072000'],
      ['X-Content-Type-Options', 'nosniff'],
      ['X-Frame-Options', 'DENY'],
      ['Referrer-Policy', 'strict-origin-when-cross-origin'],
      [
        'Permissions-Policy',
        'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
      ],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      ['Cross-Origin-Resource-Policy', 'same-origin'],
    ],
  },
  {
    comment: 'The stage alone, for frames in other people’s pages.',
    path: '/embed/*',
    without: ['Content-Security-Policy', 'X-Frame-Options', 'Cross-Origin-Resource-Policy'],
    headers: [
      ['Content-Security-Policy', POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *')],
      ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ],
  },
  ...EXITS.map(({path, type}, i): Rule => ({
    ...(i === 0 ? {comment: 'The data, with its type and its licence, which not all of these forms can say themselves.'} : {}),
    path,
    without: SHARED.without,
    headers: [...SHARED.headers, ['Content-Type', `${type}; charset=utf-8`], ['Link', `<${WORDS_LICENCE.url}>; rel="license"`]],
  })),
  {
    comment: 'The story, to which an embed leads: a window that a sandboxed frame has opened refuses a page with an opener policy.',
    path: '/',
    without: ['Cross-Origin-Opener-Policy'],
    headers: [['Access-Control-Allow-Origin', '*']],
  },
  {comment: 'An embed that filters reads the text of the story.', path: '/find.json', ...SHARED},
  {path: '/timeline.schema.json', ...SHARED},
  {comment: 'The pictures shown beside a link on other sites.', path: '/cards/*', ...SHARED},
  {
    comment: 'What the stage needs in a sandboxed frame, whose origin is no one’s. These names change whenever the files do.',
    path: '/_astro/*',
    ...SHARED,
    headers: [...SHARED.headers, ['Cache-Control', 'public, max-age=31536000, immutable']],
  },
  {path: '/fonts/*', ...SHARED, headers: [...SHARED.headers, ['Cache-Control', 'public, max-age=2592000']]},
  {path: '/masthead.js', ...SHARED},
  {path: '/favicon.svg', ...SHARED},
];

const INTRODUCTION = `# Headers for hosts that read this file (Cloudflare Pages, Netlify), for \`npm run preview\` and for the browser tests.
# A rule is a path, \`*\` standing for anything; all rules that match apply, and \`! Name\` takes back what an earlier one gave.
# Netlify does not know \`!\`: there, give /embed/* its policy in netlify.toml, or it cannot be framed.
`;

/** @param base - The path that the site is under, with a slash at both ends. */
export function hostHeaders(base: string): string {
  const rules = RULES.map(({comment, path, without = [], headers}) =>
    [
      ...(comment === undefined ? [] : [`# ${comment}`]),
      base + path.slice(1),
      ...without.map((name) => `  ! ${name}`),
      ...headers.map(([name, value]) => `  ${name}: ${value}`),
      '',
    ].join('\n'),
  );
  return [INTRODUCTION, ...rules].join('\n');
}
