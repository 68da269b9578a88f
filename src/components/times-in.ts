/** Gives every hour of a page in the zone its reader chooses, and remembers the choice for this visit. Days stay as they are. */
import {unbrokenDates} from '../story/unbroken-dates.ts';
import {instantWords} from '../timeline/model/day-words.ts';
import type {DayWordsStyle} from '../timeline/model/day-words.ts';

const KEY = 'zone';
const OWN = 'own';

const hours = [...document.querySelectorAll<HTMLTimeElement>('time[data-hour]')].map((time) => ({time, written: time.textContent}));
const selects = [...document.querySelectorAll<HTMLSelectElement>('[data-times-in]')];
let ownZone: string | null = null;

for (const select of selects) {
  select.disabled = false;
  select.addEventListener('change', () => {
    keep(select.value);
    show(select.value);
  });
}
show(kept());
whenInSight(selects, () => selects.forEach(nameOwnZone));
// A page that Back brings out of the browser's memory has slept through a choice made since.
addEventListener('pageshow', ({persisted}) => persisted && show(kept()));

/** The first question to `Intl` about time holds a phone up for a tenth of a second, so it waits until there is a reader for it. */
function zoneOfReader(): string {
  return (ownZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function whenInSight(elements: readonly Element[], act: () => void): void {
  if (!('IntersectionObserver' in window)) return act();
  const observer = new IntersectionObserver((changes) => {
    if (!changes.some(({isIntersecting}) => isIntersecting)) return;
    observer.disconnect();
    act();
  });
  for (const element of elements) observer.observe(element);
}

/** "Your own time, Chatham"; not offered where the browser does not say which zone that is. */
function nameOwnZone(select: HTMLSelectElement): void {
  const option = select.querySelector<HTMLOptionElement>(`option[value="${OWN}"]`)!;
  const zone = zoneOfReader();
  const place = zone.split('/').slice(1).at(-1);
  if (!isZone(zone)) option.remove();
  else if (place) option.textContent = `${option.textContent}, ${place.replaceAll('_', ' ')}`;
}

function isZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}

/** Every hour in a zone; as the page was written where that is the story's own, or none that is offered. */
function show(choice: string | null): void {
  for (const select of selects) {
    const offered = [...select.options];
    select.value = (offered.find(({value}) => value === choice) ?? offered[0]!).value;
  }
  const option = selects[0]?.selectedOptions[0];
  const zoneLabel = option?.dataset['name'];
  for (const {time, written} of hours) {
    const words = zoneLabel === undefined ? written : wordsOf(time, option!.value === OWN ? zoneOfReader() : option!.value, zoneLabel);
    if (time.textContent !== words) time.textContent = words;
  }
}

function wordsOf(time: HTMLTimeElement, zone: string, zoneLabel: string): string {
  const style = {language: document.documentElement.lang, zone, zoneLabel, length: time.dataset['hour'] as DayWordsStyle['length']};
  return unbrokenDates(instantWords(Date.parse(time.dateTime), style));
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null; // Storage is switched off: hours are shown in the story's zone.
  }
}

function keep(choice: string): void {
  try {
    sessionStorage.setItem(KEY, choice);
  } catch {
    return; // Storage is switched off: the choice lasts as long as the page.
  }
}
