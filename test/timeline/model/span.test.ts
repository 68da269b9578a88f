import {describe, expect, test} from 'vitest';
import {edtfFromText} from '../../../src/schema/dates.ts';
import {isUncertain, spanAnchorMs, spanBounds, spanFromDate} from '../../../src/timeline/model/span.ts';
import type {Span} from '../../../src/timeline/model/span.ts';

const EXTENT = {fromMs: Date.UTC(2014, 10, 20), toMs: Date.UTC(2015, 1, 9)};

function spanOf(text: string, happened: 'throughout' | 'within' = 'throughout'): Span {
  return spanFromDate(edtfFromText(text), happened, 'America/Los_Angeles', EXTENT);
}

const dec = (day: number, hour = 0) => Date.UTC(2014, 11, day, hour);

describe('spanFromDate(date, happened, zone, extent)', () => {
  test('puts an exact time at the hour a clock shows in the zone', () => {
    expect(spanOf('2014-12-24T18:00:00Z')).toEqual({kind: 'moment', atMs: dec(24, 10)});
  });

  test('gives a day its midnight', () => {
    expect(spanOf('2014-12-17')).toEqual({kind: 'day', dayMs: dec(17)});
  });

  test.each(['2014-12-17~', '2014-12-17?', '2014-12-17%'])('reaches one day to either side of %s', (text) => {
    expect(spanOf(text)).toEqual({kind: 'within', fromMs: dec(16), toMs: dec(19), soft: true});
  });

  test('takes a month as one moment somewhere in it', () => {
    expect(spanOf('2014-12')).toEqual({kind: 'within', fromMs: dec(1), toMs: Date.UTC(2015, 0, 1), soft: false});
  });

  test('fills an interval that went on throughout, to the end of its last day', () => {
    expect(spanOf('2014-12-17/2014-12-24')).toEqual({
      kind: 'stretch',
      fromMs: dec(17),
      toMs: dec(25),
      softStart: false,
      softEnd: false,
    });
  });

  test('softens the approximate edge alone', () => {
    expect(spanOf('2014-12-17~/2014-12-24')).toMatchObject({kind: 'stretch', softStart: true, softEnd: false});
  });

  test('keeps an interval that holds one moment hollow', () => {
    expect(spanOf('2014-12-20/2014-12-21', 'within')).toEqual({kind: 'within', fromMs: dec(20), toMs: dec(22), soft: false});
  });

  test('ends at the last day where the start is unknown', () => {
    expect(spanOf('/2014-12-17', 'within')).toEqual({kind: 'by', toMs: dec(18)});
  });

  test('begins at the first day where the end of a moment is unknown', () => {
    expect(spanOf('2014-12-17/', 'within')).toEqual({kind: 'since', fromMs: dec(17)});
  });

  test('draws what goes on to the end of the story, softly', () => {
    expect(spanOf('2014-12-17/..')).toEqual({
      kind: 'stretch',
      fromMs: dec(17),
      toMs: EXTENT.toMs,
      softStart: false,
      softEnd: true,
    });
  });
});

describe('spanFromDate(date, happened, zone, extent), at soft edges', () => {
  test('softens an edge that is approximate or uncertain', () => {
    const soft = (text: string) => {
      const span = spanOf(text);
      return span.kind === 'stretch' ? [span.softStart, span.softEnd] : span.kind;
    };
    expect(['2014-12-17?/2014-12-24', '2014-12-17/2014-12-24~', '2014-12-17/2014-12-24?'].map(soft)).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
    expect(['2014-12-17~/..', '2014-12-17/'].map(soft)).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  test('softens days of which one is', () => {
    const isSoft = (text: string) => {
      const span = spanOf(text, 'within');
      return span.kind === 'within' && span.soft;
    };
    expect(
      ['2014-12', '2014-12~', '2014-12?', '2014-12-20~/2014-12-21', '2014-12-20/2014-12-21~', '2014-12-20/2014-12-21?'].map(isSoft),
    ).toEqual([false, true, true, true, true, true]);
  });

  test('goes on to the story’s end where the end of what went on throughout is unknown', () => {
    expect(spanOf('2014-12-17/')).toMatchObject({kind: 'stretch', fromMs: dec(17), toMs: EXTENT.toMs});
    expect(spanOf('2014-12-17/..', 'within').kind).toBe('stretch');
  });

  test('is one moment of the whole story where nothing is known', () => {
    const nothing = {...edtfFromText('2014-12-17/..'), earliestMs: null};
    expect(spanFromDate(nothing, 'throughout', 'UTC', EXTENT)).toEqual({kind: 'within', ...EXTENT, soft: true});
  });

  test('ends with the whole of the last day, a year of one date too', () => {
    expect(spanOf('/2014-12')).toEqual({kind: 'by', toMs: Date.UTC(2015, 0, 1)});
    expect(spanOf('2014')).toEqual({kind: 'within', fromMs: Date.UTC(2014, 0, 1), toMs: Date.UTC(2015, 0, 1), soft: false});
    expect(spanOf('2014-12/2015-01')).toMatchObject({kind: 'stretch', fromMs: dec(1), toMs: Date.UTC(2015, 1, 1)});
  });
});

describe('spanBounds(span), spanAnchorMs(span)', () => {
  test.each<[Span, number, number, number]>([
    [{kind: 'moment', atMs: dec(24, 10)}, dec(24, 10), dec(24, 10), dec(24, 10)],
    [{kind: 'day', dayMs: dec(17)}, dec(17), dec(18), dec(17, 12)],
    [{kind: 'within', fromMs: dec(20), toMs: dec(22), soft: false}, dec(20), dec(22), dec(21)],
    [{kind: 'by', toMs: dec(18)}, dec(17), dec(18), dec(17, 12)],
    [{kind: 'since', fromMs: dec(17)}, dec(17), dec(18), dec(17, 12)],
    [{kind: 'stretch', fromMs: dec(17), toMs: dec(25), softStart: false, softEnd: false}, dec(17), dec(25), dec(17)],
  ])('places %o', (span, fromMs, toMs, anchorMs) => {
    expect(spanBounds(span)).toMatchObject({fromMs, toMs});
    expect(spanAnchorMs(span)).toBe(anchorMs);
  });
});

describe('isUncertain(span)', () => {
  test('is true only where the day itself is not known', () => {
    const all: Span[] = ['2014-12-17', '2014-12-24T18:00:00Z', '2014-12-17/2014-12-24', '2014-12-17~'].map((text) => spanOf(text));
    all.push(spanOf('/2014-12-17', 'within'), spanOf('2014-12-17/', 'within'));
    expect(all.map(isUncertain)).toEqual([false, false, false, true, true, true]);
  });
});
