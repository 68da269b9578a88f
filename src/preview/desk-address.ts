import {href} from '../story/href.ts';

/** The desk, or its page of one event. */
export function deskHref(id?: string): string {
  return href(id === undefined ? '/desk/' : `/desk/${id}/`);
}

/** The desk with those files alone that one of its counts counts. */
export function shownHref(filter: string): string {
  return `${deskHref()}?show=${filter}#files`;
}
