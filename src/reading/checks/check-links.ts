/** Where links and pictures of a body lead. */
import {nearestName} from '../../problems/nearest.ts';
import type {Complaint} from '../../problems/problem.ts';
import {shown} from '../../problems/quoted.ts';
import type {Range, Report, SourceText} from '../../problems/source-text.ts';
import {BODY_COMPONENTS} from '../../schema/body-components.ts';
import {isSafeAddress} from '../../schema/safe-address.ts';
import type {BodyContext} from '../body-reading.ts';

/** A link as its writer wrote it. */
export interface WrittenLink {
  readonly url: string;
  /** The words to click, as plain text. */
  readonly text: string;
  /** Whether it is only the address of links elsewhere in the text. */
  readonly isDefinition: boolean;
  readonly range: Range;
}

/** Reports a link without words, and one that leads nowhere or to where no reader should be sent. */
export function checkLink(source: SourceText, link: WrittenLink, context: BodyContext, report: Report): void {
  const {url, text, isDefinition, range} = link;
  if (!isDefinition && text === '') {
    report(range, {
      rule: 'empty-link',
      what: `The link to \`${shown(url)}\` has no words.`,
      why: 'Nobody could see it, and a screen reader would read out the address.',
      fix: 'Write what it leads to between the square brackets.',
      example: `[what it leads to](${url})`,
    });
  }
  if (isSafeAddress(url, ['https:'])) return;
  const linked = (address: string) =>
    text !== '' && source.text.slice(...range).startsWith('[') && text !== url ? `[${text}](${address})` : address;
  report(range, otherScheme(url, linked) ?? brokenAddress(url, linked) ?? eventByAddress(link, context) ?? nowhere(link));
}

/** An address as the link would be written with it. */
type Linked = (address: string) => string;

function otherScheme(url: string, linked: Linked): Complaint | null {
  if (/^http:/i.test(url)) {
    return {
      rule: 'link-not-https',
      what: `\`${shown(url)}\` does not start with https://.`,
      why: 'What is read over http can be changed on the way.',
      fix: 'Use the https address; nearly every site has one.',
      example: linked(url.replace(/^http:/i, 'https:')),
    };
  }
  if (!/^mailto:/i.test(url)) return null;
  const address = url.slice('mailto:'.length);
  return {
    rule: 'unsafe-link',
    what: `\`${shown(address)}\` is an address for mail, and would become a link.`,
    why: 'A link may only lead to a page; senders of spam collect addresses from pages.',
    fix: 'Write it in words, or leave it out.',
    example: address.replace('@', ' at '),
  };
}

/** A scheme that is not https, or an https address that is not whole. */
function brokenAddress(url: string, linked: Linked): Complaint | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  const isWhole = !/[\s\\@]/.test(url.split('/')[2] ?? '') && !/\s/.test(url) && /^https:\/\/[^/]+\.[^/]/i.test(url);
  if (scheme === 'https' && isWhole) return null;
  const isMeantAsHttps = scheme === 'https' || (/^[a-z]+:\/\//i.test(url) && nearestName(scheme, ['https']) !== null);
  if (!isMeantAsHttps) {
    return {
      rule: 'unsafe-link',
      what: `\`${shown(url)}\` is not an address of a page.`,
      why: 'A link may only lead to a page; anything else could harm a reader.',
      fix: 'Link to an address that starts with https://, or delete the link.',
      example: linked('https://example.org/'),
    };
  }
  const bare = url.replace(/^[a-z]+:[/\\]*/i, '').replace(/^[^/@]*@/, '');
  const repaired = `https://${bare.replace(/\s/g, '%20')}`;
  const isRepaired = isSafeAddress(repaired, ['https:']);
  return {
    rule: 'link-nowhere',
    what: `\`${shown(url)}\` is not a whole address of a page.`,
    why: 'An address is https://, the full name of a site, and what follows it, without spaces.',
    fix: /\s/.test(url) ? 'Write %20 for each space.' : isRepaired ? 'Write it that way.' : 'Copy it from the address line of the browser.',
    example: linked(isRepaired ? repaired : 'https://example.org/'),
  };
}

function eventByAddress({url, text}: WrittenLink, context: BodyContext): Complaint | null {
  const event = /(?:^#|^(?:\.{0,2}\/)*(?:events\/)?)([a-z0-9-]+)(?:\.mdx)?\/?$/.exec(url)?.[1];
  if (event === undefined || !context.events.has(event)) return null;
  return {
    rule: 'link-to-event',
    what: `\`${shown(url)}\` leads to another event by its address.`,
    why: 'Addresses depend on where the site is published; the id does not.',
    fix: 'Use <EventLink>.',
    example: `<EventLink id="${event}">${text || 'the words to click'}</EventLink>`,
  };
}

function nowhere({url, text}: WrittenLink): Complaint {
  const bare = /^(?:\/\/|www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?)$/i.exec(url);
  return {
    rule: 'link-nowhere',
    what: url === '' ? 'The link has no address.' : `\`${shown(url)}\` leads nowhere.`,
    why: 'Inside the site only events can be linked to, by their id; outside it an address needs its https://.',
    fix: bare ? 'Write the whole address.' : 'Use <EventLink> for an event, or a whole address that starts with https://.',
    example: bare ? `[${text || 'the words to click'}](https://${bare[1]})` : BODY_COMPONENTS.EventLink.example,
  };
}

/** Reports a picture without words for those who cannot see it, and one that is not there. */
export function checkImage(url: string, alt: string, range: Range, context: BodyContext, report: Report): void {
  if (alt.trim() === '') {
    report(range, {
      rule: 'missing-alt',
      what: `The picture \`${shown(url)}\` has no words for those who cannot see it.`,
      why: 'A screen reader reads them out in its place.',
      fix: 'Say between the square brackets what the picture shows.',
      example: `![What the picture shows](${url})`,
    });
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
    report(range, {
      rule: 'picture-elsewhere',
      what: `The picture \`${shown(url)}\` lies on another site.`,
      why: 'The page loads nothing from other sites, so that nobody learns who reads it.',
      fix: 'Put the file beside this one, if its licence allows, and name it here.',
      example: `![${alt || 'What the picture shows'}](./picture.jpg)`,
    });
  } else if (!context.hasPicture(url)) {
    report(range, {
      rule: 'missing-picture',
      what: url === '' ? 'The picture has no name.' : `There is no picture \`${shown(url)}\`.`,
      why: 'Readers would see a gap.',
      fix: 'Check the name, its capitals too, counted from this file’s folder; png, jpg, webp, avif, gif and svg are shown.',
      example: `![${alt || 'What the picture shows'}](./picture.jpg)`,
    });
  }
}
