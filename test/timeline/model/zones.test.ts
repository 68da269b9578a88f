import {describe, expect, test} from 'vitest';
import {zoneChoices} from '../../../src/timeline/model/zones.ts';

const PACIFIC = {zone: 'America/Los_Angeles', name: 'Pacific time'};
const KOREAN = {zone: 'Asia/Seoul', name: 'Korean time'};
const UTC = {zone: 'UTC', name: 'UTC'};
const story = {zone: 'America/Los_Angeles', zoneLabel: 'PT'};

describe('zoneChoices(story)', () => {
  test('begins with the story’s zone, by its label where the story has no other name for it', () => {
    expect(zoneChoices({...story, zones: [KOREAN]})).toEqual([{zone: 'America/Los_Angeles', name: 'PT'}, KOREAN, UTC]);
    expect(zoneChoices({...story, zones: [KOREAN, PACIFIC]})).toEqual([PACIFIC, KOREAN, UTC]);
  });

  test('ends with UTC, unless that is among them already', () => {
    expect(zoneChoices({...story, zones: []}).at(-1)).toEqual(UTC);
    expect(zoneChoices({zone: 'UTC', zoneLabel: 'UTC', zones: [KOREAN]})).toEqual([UTC, KOREAN]);
    expect(zoneChoices({...story, zones: [{zone: 'UTC', name: 'Greenwich'}]}).map(({name}) => name)).toEqual(['PT', 'Greenwich']);
  });
});
