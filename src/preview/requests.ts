import {defineMiddleware} from 'astro:middleware';
import {latestReading, readingOfRequest} from '../reading/latest-reading.ts';
import {eventHref} from '../story/href.ts';
import {SITE_STORY} from '../story/story.ts';
import {deskHref} from './desk-address.ts';

/**
 * Gives each page its reading, and says what is shown at the address of one that cannot be built: the desk's page of an
 * event with a problem, and the desk itself at every address while story.yaml cannot be read. Each says what is wrong
 * in the words of the check.
 */
export const onRequest = defineMiddleware(async ({url: {pathname}, rewrite}, next) => {
  const reading = await latestReading();
  const {content, broken} = reading;
  return readingOfRequest.run(reading, () => {
    if (content === null && pathname.endsWith('/') && !pathname.startsWith(deskHref())) return rewrite(deskHref());
    const unshown = broken.find(({kind, id}) => kind === 'event' && pathname === eventHref(id, SITE_STORY.home));
    return unshown ? rewrite(deskHref(unshown.id)) : next();
  });
});
