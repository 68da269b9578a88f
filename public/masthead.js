// Stands in <head> without `defer`, so that a chosen theme is there before the first paint.
(() => {
  /** How long a reader waits for the day they asked for before they are shown the whole story. */
  const FOLDING_MS = 10_000;
  const root = document.documentElement;
  root.dataset['script'] = '';

  // A page that is reloaded, come back to, or asked for one of its entries is measured whole at once, to know where to stand.
  const arrival = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType('navigation')[0]);
  if (arrival?.type === 'navigate' && location.hash === '') root.dataset['arriving'] = '';

  // A page that is to show an earlier day shows nothing of the story until what came later has been folded away. The
  // timeline does that; where it does not, all of the story is better than none.
  if (/^-?\d{4,6}-\d\d-\d\d/.test(new URLSearchParams(location.search).get('known') ?? '')) {
    root.dataset['folding'] = '';
    setTimeout(showWhetherItFailed, FOLDING_MS);
    addEventListener('error', ({target}) => target instanceof HTMLScriptElement && showWhetherItFailed(), {capture: true});
  }

  /** A frame that takes longer has too many pieces in it: a page that is being laid out still answers. */
  const FRAME_MS = 16;
  const [FEWEST, MOST] = [2, 16];
  /** @type {Element[]} */
  let pieces = [];
  let laidOut = 0;
  /** How many pieces the next frame lays out: some more than the last after a quick frame, half as many after a slow one. */
  let atOnce = 4;

  /** True while the reader has the page in hand: then laying it out would cost frames that somebody waits for. */
  function isInHand() {
    const stage = document.getElementById('stage');
    const isMoving = stage?.matches('.is-moving, .is-zooming, .is-scrubbing');
    return isMoving || /** @type {any} */ (navigator).scheduling?.isInputPending?.({includeContinuous: true});
  }

  /** As much in every frame as there is time for. */
  function layOutStory() {
    if (laidOut >= pieces.length) delete root.dataset['arriving'];
    if (!('arriving' in root.dataset)) return;
    if (!isInHand()) {
      const startMs = performance.now();
      const next = pieces.slice(laidOut, laidOut + atOnce);
      for (const piece of next) piece.setAttribute('data-laid-out', '');
      laidOut += next.length;
      // A timer set here runs when the frame has been laid out and painted: nothing has to be measured in between.
      setTimeout(() => (atOnce = performance.now() - startMs < FRAME_MS ? Math.min(atOnce + 4, MOST) : Math.max(atOnce >> 1, FEWEST)));
    }
    requestAnimationFrame(layOutStory);
  }

  /** A long story is never laid out whole; its style sheet leaves out what is out of sight for good. */
  function beginLayout() {
    if (!document.querySelector('.feed.is-long')) pieces = [...document.querySelectorAll(':is(.entry, .notes, .all-sources)')];
    requestAnimationFrame(layOutStory);
  }

  /** Where a link leads is measured from the whole page. @param {MouseEvent} event */
  function layOutAtOnce({target}) {
    if (/** @type {Element} */ (target).closest('a[href*="#"]')) delete root.dataset['arriving'];
  }

  /** So many frames pass until all that comes into sight after a leap in a long story is as tall as it is. */
  const FRAMES_OF_LEAP = 4;

  /** Stays where a link led while what is above it is laid out. @param {MouseEvent} event */
  function stayAtTarget(event) {
    const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
    const target =
      link && document.querySelector('.is-long') && document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
    if (!target) return;
    let frames = 0;
    const stay = () => {
      if (event.defaultPrevented) return;
      target.scrollIntoView({behavior: 'instant', block: 'start'});
      if (++frames < FRAMES_OF_LEAP) requestAnimationFrame(stay);
    };
    requestAnimationFrame(stay);
  }

  document.addEventListener('click', stayAtTarget);
  document.addEventListener('click', keepPress, {capture: true});
  if ('arriving' in root.dataset) {
    // Once its letters are there, which would lay it all out anew; they are asked for by the first layout.
    document.addEventListener(
      'DOMContentLoaded',
      () => requestAnimationFrame(() => setTimeout(() => document.fonts.ready.then(beginLayout))),
      {once: true},
    );
    // A hidden page has no frames.
    document.addEventListener('visibilitychange', () => document.hidden && delete root.dataset['arriving']);
    document.addEventListener('click', layOutAtOnce, {capture: true});
  }

  /** @returns {string | null} */
  function chosenTheme() {
    // In the frame of another page, that page may choose.
    const asked = root.classList.contains('embed') ? new URLSearchParams(location.search).get('theme') : null;
    try {
      return asked ?? localStorage.getItem('theme');
    } catch {
      return null; // Storage is switched off: the system's preference stands.
    }
  }

  /** @param {string | null} theme */
  function showTheme(theme) {
    if (theme !== 'light' && theme !== 'dark') return;
    root.dataset['theme'] = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('media', meta.getAttribute('data-theme') === theme ? 'all' : 'not all');
    }
  }

  function switchTheme() {
    const shown = root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    const theme = shown === 'dark' ? 'light' : 'dark';
    showTheme(theme);
    try {
      localStorage.setItem('theme', theme);
    } catch {
      return; // Storage is switched off: the choice lasts as long as the page.
    }
  }

  /** Copies the page's address; where that is not allowed, shows it to be copied by hand. @param {Event} event */
  async function copyLink({currentTarget}) {
    const button = /** @type {Element} */ (currentTarget);
    const name = button.textContent ?? '';
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      prompt(name, location.href);
      return;
    }
    if (button.hasAttribute('data-copied')) return;
    button.setAttribute('data-copied', '');
    button.textContent = button.getAttribute('data-done');
    setTimeout(() => {
      button.removeAttribute('data-copied');
      button.textContent = name;
    }, 2000);
  }

  /** @type {Element | null} */
  let pressed = null;

  /** A control that is pressed before the timeline has woken shows it; the timeline carries it out. @param {MouseEvent} event */
  function keepPress({target}) {
    if (root.dataset['script'] !== '') return;
    const control = /** @type {Element} */ (target).closest('[data-opening], zoomable-timeline :is([data-action], [data-level])');
    if (!control) return;
    pressed?.removeAttribute('data-pressed');
    control.setAttribute('data-pressed', '');
    pressed = control;
    const words = control.getAttribute('data-pressed-words');
    const length = control.querySelector('.opening-length');
    if (words && length) length.textContent = words;
  }

  /** The timeline says `ready` when it has woken; a page that has loaded without it shows that it stands still. */
  function showWhetherItFailed() {
    if (root.dataset['script'] !== 'ready' && document.querySelector('zoomable-timeline')) root.dataset['script'] = 'failed';
    delete root.dataset['folding'];
  }

  /** The browser may give up a transition; the page works without it. @param {Event} event */
  function allowNoTransition(event) {
    const {viewTransition} = /** @type {any} */ (event);
    for (const end of [viewTransition?.ready, viewTransition?.finished]) end?.catch(() => undefined);
  }

  for (const type of ['pageswap', 'pagereveal']) addEventListener(type, allowNoTransition);
  showTheme(chosenTheme());
  addEventListener('load', () => setTimeout(showWhetherItFailed, 3000));
  document.addEventListener('DOMContentLoaded', () => {
    if (!document.querySelector('zoomable-timeline')) delete root.dataset['folding'];
    document.querySelector('[data-action="theme"]')?.addEventListener('click', switchTheme);
    for (const button of document.querySelectorAll('[data-action="copy-link"]')) button.addEventListener('click', copyLink);
    document.querySelector('[data-action="print"]')?.addEventListener('click', () => print());
  });
})();
