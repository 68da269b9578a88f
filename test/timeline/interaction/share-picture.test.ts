import {describe, expect, test} from 'vitest';
import {pictureWords} from '../../../src/timeline/interaction/share/download.ts';
import {axisMs} from '../../../src/timeline/model/time.ts';

const DATA = {title: 'A story', kicker: 'A timeline', foot: '["12 sources","CC BY"]'};
const WEEK = {fromMs: axisMs(2014, 11, 17), toMs: axisMs(2014, 11, 24)};

describe('pictureWords(stage, data)', () => {
  test('name the first and the last day of the window', () => {
    const stage = {view: WEEK, isKnownThen: false, playheadMs: WEEK.toMs, timeline: {language: 'en'}};
    expect(pictureWords(stage, DATA)).toEqual({
      title: 'A story',
      subtitle: ['A timeline · 17 Dec 2014 to 23 Dec 2014'],
      foot: ['12 sources', 'CC BY'],
    });
  });

  test('name the day of Known then', () => {
    const stage = {view: WEEK, isKnownThen: true, playheadMs: axisMs(2014, 11, 19), timeline: {language: 'en'}};
    expect(pictureWords(stage, DATA).subtitle[1]).toBe('As known on 19 Dec 2014');
  });
});
