/* global d3 */
// The timeline as most begin it with D3: one circle and one text for each event, all of them placed again at
// every zoom, pan and step of the playhead, on screen or not. The same events, size and input as the stage's.
const RULER_PX = 33;
const ROW_PX = 48;

d3.json('timeline.json').then((timeline) => {
  const svg = d3.select('svg');
  const {width, height} = svg.node().getBoundingClientRect();
  const whole = d3.scaleUtc([timeline.extent.fromMs, timeline.extent.toMs], [0, width]);
  const startOf = ({span}) => span.atMs ?? span.dayMs ?? span.fromMs ?? span.toMs;
  let x = whole;
  let playheadMs = timeline.extent.toMs;
  const axis = svg.append('g').attr('transform', `translate(0,${RULER_PX})`);
  const head = svg.append('line').attr('class', 'head').attr('y2', height);

  function draw() {
    axis.call(d3.axisTop(x));
    head.attr('x1', x(playheadMs)).attr('x2', x(playheadMs));
    const marks = svg
      .selectAll('.mark')
      .data(timeline.events, ({id}) => id)
      .join((enter) => {
        const mark = enter.append('g').attr('class', 'mark');
        mark.append('circle').attr('r', 5);
        mark.append('text').attr('x', 9).attr('dy', '0.35em');
        return mark;
      });
    marks
      .attr('transform', (event) => `translate(${x(startOf(event))},${RULER_PX + 24 + event.lane * ROW_PX})`)
      .classed('is-known', ({knownMs}) => knownMs <= playheadMs);
    marks.select('text').text(({knownMs, label}) => (knownMs <= playheadMs ? label : ''));
  }

  const isOnRuler = (event) => event.clientY - svg.node().getBoundingClientRect().top < RULER_PX;
  const shortestMs = (width / 2400) * 86_400_000;
  svg.call(
    d3
      .zoom()
      .scaleExtent([1, (timeline.extent.toMs - timeline.extent.fromMs) / shortestMs])
      .translateExtent([
        [0, -Infinity],
        [width, Infinity],
      ])
      .filter((event) => event.type === 'wheel' || !isOnRuler(event))
      .wheelDelta(({deltaY}) => -deltaY * 0.004)
      .on('zoom', ({transform}) => {
        x = transform.rescaleX(whole);
        draw();
      }),
  );
  svg.on('pointermove', (event) => {
    if (event.buttons !== 1 || !isOnRuler(event)) return;
    playheadMs = Number(x.invert(event.clientX - svg.node().getBoundingClientRect().left));
    draw();
  });
  draw();
  document.documentElement.dataset.script = 'ready';
});
