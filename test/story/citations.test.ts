import {describe, expect, test} from 'vitest';
import {citationsAfterPoints, neighboursApart} from '../../src/story/citations.ts';

const two = '<sup class="cite"><a href="/sources/#a">2</a></sup>';
const six = '<sup class="cite"><a href="/sources/#b">6</a></sup>';

describe('citationsAfterPoints(html)', () => {
  test('puts the full stop before the number', () => {
    expect(citationsAfterPoints(`“the film”${two}. The studio`)).toBe(`“the film”.${two} The studio`);
  });

  test('keeps neighbouring numbers together and in order', () => {
    expect(citationsAfterPoints(`choose”${two}${six}, and`)).toBe(`choose”,${two}${six} and`);
  });

  test('moves only the number that a point follows', () => {
    expect(citationsAfterPoints(`shown.${two} He calls it “weak”${six}.`)).toBe(`shown.${two} He calls it “weak”.${six}`);
  });

  test('leaves a number inside a sentence where it is', () => {
    const html = `pulling the film${two} and says.${six} Then.`;
    expect(citationsAfterPoints(html)).toBe(html);
  });
});

describe('neighboursApart(html)', () => {
  test('marks the second of two numbers, and no number that text is before', () => {
    const marked = six.replace('"cite"', '"cite cite-next"');
    expect(neighboursApart(`One.${two}${six} Two.${two}`)).toBe(`One.${two}${marked} Two.${two}`);
  });
});
