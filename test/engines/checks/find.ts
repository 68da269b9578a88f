import {describe, expect, test} from 'vitest';
import type {Reader} from '../reader.ts';

/** No story holds this. */
const NONSENSE = 'qzxqzx';

export function checkFind(reader: () => Reader): void {
  const isOpen = () => reader().run(() => document.activeElement?.id === 'find-query');
  const openFind = async () => {
    await reader().open();
    await reader().click('[data-action="find"]');
    await reader().until('the search has the focus', isOpen);
  };
  /** The longest word of an event's title, which must find the event. */
  const wanted = () => {
    const [event] = reader().story().events;
    const word = event!.title
      .split(/[^\p{L}]+/u)
      .sort((a, b) => b.length - a.length)[0]!
      .toLowerCase();
    return {id: event!.id, word};
  };
  const queryInAddress = async () => new URLSearchParams((await reader().look()).search).get('q');
  const matching = async () => (await reader().look()).matching;

  describe('find', () => {
    test('the button opens it with the focus in its field', openFind);

    test('a stroke opens it from the marks', async () => {
      await reader().open();
      await reader().focusMarks();
      await reader().driver.press('/');
      await reader().until('the search has the focus', isOpen);
    });

    test('a word of a title finds its event, on the stage and in the list', async () => {
      await openFind();
      const {id, word} = wanted();
      await reader().driver.type(word);
      await reader().until('the event is found', async () => (await matching())?.includes(id) === true);
      await reader().until('there are results', () => reader().run(() => document.querySelectorAll('[data-find="results"] li').length > 0));
    });

    test('what is asked is in the address, and a link asks it again', async () => {
      await openFind();
      const {id, word} = wanted();
      await reader().driver.type(word);
      await reader().until('the address has all of it', async () => (await queryInAddress()) === word);
      const {search} = await reader().look();
      await reader().open(search);
      await reader().until('the event is found again', async () => (await matching())?.includes(id) === true);
      expect(await reader().run(() => document.querySelector<HTMLInputElement>('#find-query')!.value)).toBe(word);
    });

    test('what is in no event finds none, and says so', async () => {
      await openFind();
      await reader().driver.type(NONSENSE);
      await reader().until('nothing is found', async () => (await matching())?.length === 0);
      await reader().until('it says so', () =>
        reader().run(() => document.querySelector<HTMLElement>('[data-find="no-match"]')!.offsetHeight > 0),
      );
    });

    test('Escape puts the story back', async () => {
      await openFind();
      await reader().driver.type(NONSENSE);
      await reader().until('nothing is found', async () => (await matching())?.length === 0);
      await reader().press('Escape');
      await reader().until('everything is back', async () => (await matching()) === null);
      await reader().until('the feed shows', () => reader().run(() => document.querySelector<HTMLElement>('.entry')!.offsetHeight > 0));
      await reader().until('the address asks nothing', async () => (await reader().look()).search === '');
    });

    test('a lane in the rail shows its events alone, and all of them again', async () => {
      await reader().open();
      const {events} = reader().story();
      await reader().click('.rail-solo');
      await reader().until('the stage is filtered', async () => (await matching()) !== null);
      const lane0 = events.filter(({lane}) => lane === 0).map(({id}) => id);
      expect([...(await matching())!].sort()).toEqual([...lane0].sort());
      await reader().click('.rail-solo');
      await reader().until('everything is back', async () => (await matching()) === null);
    });

    test('a filter narrows what is shown', async () => {
      await reader().open();
      await reader().click('[data-action="filter"]');
      await reader().until('there are filters', () =>
        reader().run(() =>
          [...document.querySelectorAll<HTMLElement>('#find input[type="checkbox"]')].some(({offsetHeight}) => offsetHeight > 0),
        ),
      );
      await reader().run(() =>
        [...document.querySelectorAll<HTMLInputElement>('#find input[type="checkbox"]')]
          .find(({offsetHeight}) => offsetHeight > 0)!
          .click(),
      );
      await reader().until('the stage is filtered', async () => (await matching()) !== null);
      await reader().until('the address has it', async () => (await reader().look()).search !== '');
    });
  });
}
