/** The picture the build writes is the one the browser would draw: waking changes nothing in it. */
import {experimental_AstroContainer as AstroContainer} from 'astro/container';
import {JSDOM} from 'jsdom';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import Stage from '../../src/components/Stage.astro';
import {firstScene, timelineOf} from '../../src/story/stage-scene.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {OVERVIEW_HEIGHT_PX, overviewShapes} from '../../src/timeline/render/overview.ts';
import {compactSize, wideSize} from '../../src/timeline/layout/size.ts';
import type {StageSize} from '../../src/timeline/layout/size.ts';
import type {Timeline, TimelineEvent} from '../../src/timeline/model/timeline.ts';
import {asKnownNow} from '../../src/timeline/model/known.ts';
import {spanBounds} from '../../src/timeline/model/span.ts';
import {drawShapes} from '../../src/timeline/render/draw.ts';
import type {Shape} from '../../src/timeline/render/shape.ts';
import {drawingOf} from '../../src/timeline/render/stage.ts';

vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000});

let html: string;
let timeline: Timeline;

beforeAll(async () => {
  const {content} = await readContent('content');
  if (content === null) throw new Error('content/story.yaml could not be read');
  timeline = timelineOf(content);
  const container = await AstroContainer.create();
  html = await container.renderToString(Stage, {props: {content}});
});

afterAll(() => vi.unstubAllGlobals());

/** What changes in a part of the built stage when the shapes are drawn onto it. */
function changesOf(selector: string, shapes: readonly Shape[]): string[] {
  const {window} = new JSDOM(html);
  vi.stubGlobal('document', window.document);
  const picture = window.document.querySelector(selector)!;
  const observer = new window.MutationObserver(() => {});
  observer.observe(picture, {attributes: true, childList: true, characterData: true, subtree: true});
  drawShapes(picture, shapes);
  return observer.takeRecords().map(({type, target, attributeName}) => {
    const key = target instanceof window.Element ? target.getAttribute('data-key') : target.textContent;
    return `${type} ${key} ${attributeName ?? ''}`;
  });
}

const shapesAt = (size: StageSize) => drawingOf(firstScene(timeline, size)).shapes;

describe('the stage as the build writes it', () => {
  test('holds every event of its window, and says how many lie before and after it', () => {
    const {window} = new JSDOM(html);
    const drawn = [...window.document.querySelectorAll('.plot-wide a:not([data-edge])')].flatMap((link) =>
      (link.getAttribute('data-id') ?? link.getAttribute('data-members'))!.split(' '),
    );
    const {fromMs, toMs} = timeline.opening.view;
    const isIn = ({span}: TimelineEvent) => spanBounds(span).toMs > fromMs && spanBounds(span).fromMs < toMs;
    expect(drawn.sort()).toEqual(
      timeline.events
        .filter(isIn)
        .map(({id}) => id)
        .sort(),
    );
    const beyond = [...window.document.querySelectorAll('.plot-wide a[data-edge] .is-strong')].map(({textContent}) => textContent);
    expect(beyond.map((words) => parseInt(words, 10)).reduce((sum, count) => sum + count, drawn.length)).toBe(timeline.events.length);
  });

  test.each([
    ['.plot-wide', wideSize(1184)],
    ['.plot-compact', compactSize(360)],
  ])('is not changed by drawing the same scene on %s', (selector, size) => {
    expect(changesOf(selector, shapesAt(size))).toEqual([]);
  });

  test('is not changed by drawing the same overview', () => {
    const shapes = overviewShapes(timeline, 360, OVERVIEW_HEIGHT_PX, timeline.opening.playheadMs, asKnownNow(timeline));
    expect(changesOf('.overview-picture', shapes)).toEqual([]);
  });

  test('is changed by drawing another scene', () => {
    expect(changesOf('.plot-wide', shapesAt(wideSize(900)))).not.toEqual([]);
  });
});
