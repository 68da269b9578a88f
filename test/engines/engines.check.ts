/** What readers do, in Chromium, Firefox and WebKit; true of any story. */
import {afterAll, afterEach, beforeAll, describe, expect} from 'vitest';
import {checkDoors} from './checks/doors.ts';
import {checkFind} from './checks/find.ts';
import {checkFirstView} from './checks/first-view.ts';
import {checkKeys} from './checks/keys.ts';
import {checkKnownThen} from './checks/known-then.ts';
import {checkPages} from './checks/pages.ts';
import {checkView} from './checks/view.ts';
import {openDriver, type Driver} from './driver.ts';
import {engines} from '../../src/tools/engines.ts';
import {readerOf, type Reader} from './reader.ts';
import {serveTested, type TestedSite} from './site.ts';

let site: TestedSite;
beforeAll(async () => {
  site = await serveTested();
});
afterAll(() => site.close());

for (const engine of await engines()) {
  // The run says so at its end.
  if ('missing' in engine) continue;
  describe(engine.name, () => {
    let driver: Driver;
    let reader: Reader;
    beforeAll(async () => {
      driver = await openDriver(engine);
      reader = readerOf(driver, site);
      await reader.learn();
    });
    afterAll(() => driver?.close());
    afterEach(async () => {
      expect(await reader.complaints(), 'nothing is refused, and no error goes unanswered').toEqual([]);
    });
    const theReader = () => reader;
    checkFirstView(theReader);
    checkView(theReader);
    checkKeys(theReader);
    checkFind(theReader);
    checkKnownThen(theReader);
    checkDoors(theReader);
    checkPages(theReader);
  });
}
