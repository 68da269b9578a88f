/** What a body may use besides Markdown: names, attributes and what each is for. */

export type AttributeKind = 'actor' | 'actors' | 'source' | 'sources' | 'event' | 'date' | 'text';

export interface Attribute {
  readonly kind: AttributeKind;
  readonly isRequired: boolean;
  /** Most characters it may have. */
  readonly max?: number;
  readonly description: string;
}

/** A component in a text, as far as its words go. */
export interface WrittenComponent {
  /** The words between its tags. */
  readonly inside: string;
  /** An attribute as written; empty where it has none. */
  attribute(name: string): string;
  /** The name readers see for an actor. */
  actorName(id: string): string;
}

export interface BodyComponent {
  readonly description: string;
  /** What it says in plain words, for search, feeds and programs that know no components. */
  readonly words: (written: WrittenComponent) => string;
  /** Whether the summary of an event holds its words: not what is shown beside the text, nor what became known later. */
  readonly isInSummary: boolean;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether something must, may or must not be between its tags. */
  readonly inside: 'required' | 'optional' | 'none';
  /** Whether it is on lines of its own, not inside a sentence. */
  readonly isBlock: boolean;
  readonly example: string;
}

/** Longest version of a disagreement, set in large type side by side. */
export const SAYS_MAX = 28;
export const QUESTION_MAX = 90;
export const QUOTE_MAX_WORDS = 40;

const required = (kind: AttributeKind, description: string, max?: number): Attribute => ({
  kind,
  isRequired: true,
  description,
  ...(max === undefined ? {} : {max}),
});
const optional = (kind: AttributeKind, description: string): Attribute => ({kind, isRequired: false, description});

/** "Armstrong (Neil Armstrong)." with the sentence that explains it. */
function positionWords({attribute, actorName, inside}: WrittenComponent): string {
  const holders = idsIn(attribute('by')).map(actorName);
  return `${attribute('says')}${holders.length === 0 ? '' : ` (${holders.join(', ')})`}. ${inside}`;
}

/** The ids in an attribute that takes several, each once. */
export function idsIn(value: string): string[] {
  return [...new Set(value.split(/\s+/).filter(Boolean))];
}

const COMPONENTS = {
  Quote: {
    description: 'A short quotation inside a sentence; the quotation marks and the source’s number are added.',
    words: ({inside}) => `“${inside.trim()}”`,
    isInSummary: true,
    attributes: {
      by: required('actor', 'Who said it: the name of a file in `actors/`.'),
      source: required('source', 'Where it is quoted: the name of a file in `sources/`.'),
    },
    inside: 'required',
    isBlock: false,
    example: '<Quote by="neil-armstrong" source="times-1969-07-21">one small step</Quote>',
  },
  Cite: {
    description: 'The number of a source, after the sentence it carries.',
    words: () => '',
    isInSummary: true,
    attributes: {source: required('source', 'The name of a file in `sources/`.')},
    inside: 'none',
    isBlock: false,
    example: '<Cite source="times-1969-07-21" />',
  },
  Actor: {
    description: 'Names a person or an organisation.',
    words: ({inside, attribute, actorName}) => inside || actorName(attribute('id')),
    isInSummary: true,
    attributes: {id: required('actor', 'The name of a file in `actors/`.')},
    inside: 'optional',
    isBlock: false,
    example: '<Actor id="neil-armstrong">Armstrong</Actor>',
  },
  EventLink: {
    description: 'A link to another event.',
    words: ({inside}) => inside,
    isInSummary: true,
    attributes: {id: required('event', 'The name of a file in `events/`.')},
    inside: 'required',
    isBlock: false,
    example: '<EventLink id="eagle-lands">the landing</EventLink>',
  },
  BigFigure: {
    description: 'A number set large beside the entry.',
    words: ({attribute}) => `${attribute('value')}: ${attribute('note')}`,
    isInSummary: false,
    attributes: {
      value: required('text', 'The number as readers see it.', 14),
      note: required('text', 'What it counts, in a few words.', 90),
      source: required('source', 'The source that gives the number.'),
      known: optional('date', 'When the public could know it, if later than the event.'),
    },
    inside: 'none',
    isBlock: true,
    example: '<BigFigure value="331" note="people on the quay" source="times-1969-07-21" />',
  },
  Disagreement: {
    description: 'Two or three versions side by side, where sources disagree.',
    words: ({attribute, inside}) => `${attribute('question')} ${inside}`,
    isInSummary: false,
    attributes: {question: required('text', 'What they disagree on, as a question.', QUESTION_MAX)},
    inside: 'required',
    isBlock: true,
    example: [
      '<Disagreement question="Who spoke first?">',
      '  <Position says="Armstrong" source="times-1969-07-21" />',
      '  <Position says="Mission control" source="post-1969-07-21" />',
      '</Disagreement>',
    ].join('\n'),
  },
  Position: {
    description: 'One version; a sentence may be between its tags.',
    words: positionWords,
    isInSummary: false,
    attributes: {
      says: required('text', 'The version in a few words.', SAYS_MAX),
      by: optional('actors', 'Who holds it: one or more files in `actors/`, separated by spaces.'),
      source: required('sources', 'Who reports it: one or more files in `sources/`, separated by spaces.'),
      known: optional('date', 'When the public could know of it; the first of its sources if left out.'),
    },
    inside: 'optional',
    isBlock: true,
    example: '<Position says="Armstrong" by="mission-control" source="times-1969-07-21" />',
  },
  Later: {
    description: 'What the public learned only after the event’s own `known` day.',
    words: ({inside}) => inside,
    isInSummary: false,
    attributes: {
      known: required('date', 'When the public learned it.'),
      source: optional('source', 'The source that says it.'),
    },
    inside: 'required',
    isBlock: false,
    example: '<Later known="1969-08-12" source="times-1969-07-21">The pictures later show more.</Later>',
  },
} satisfies Readonly<Record<string, BodyComponent>>;

export type BodyComponentName = keyof typeof COMPONENTS;

export const BODY_COMPONENTS: Readonly<Record<BodyComponentName, BodyComponent>> = COMPONENTS;

/** Whether there is a component of this name; writers may come up with any, `constructor` included. */
export function isBodyComponent(name: string | null | undefined): name is BodyComponentName {
  return typeof name === 'string' && Object.hasOwn(BODY_COMPONENTS, name);
}

export function bodyComponent(name: string | null | undefined): BodyComponent | undefined {
  return isBodyComponent(name) ? BODY_COMPONENTS[name] : undefined;
}
