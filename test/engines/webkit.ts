/** WebKitGTK, by the W3C's WebDriver over HTTP, on a display without a screen. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {freePort} from '../../src/tools/free-port.ts';
import {WINDOW, type Driver, type Modifier} from './driver.ts';

/** Keys as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Space: ' ',
  Shift: '\uE008',
  Control: '\uE009',
  Meta: '\uE03D',
};
const START_TRIES = 100;
const TRY_MS = 100;
const ANSWER_MS = 60_000;
/** Until a window has the size it was asked for. */
const RESIZE_TRIES = 20;

interface WebKitPaths {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
}

export async function openWebKit({driver, browser, display}: WebKitPaths): Promise<Driver> {
  const screen = spawn(display, ['-displayfd', '1', '-screen', '0', '1700x1300x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(screen.stdout!, 'data')) as [Buffer];
  const port = await freePort();
  const settings = await settingsForStillness();
  const automation = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      GTK_THEME: 'Adwaita',
      XDG_CONFIG_HOME: settings,
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      // As root in a container there is nothing to build a sandbox of.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const leave = async () => {
    for (const child of [automation, screen]) child.kill();
    await rm(settings, {recursive: true});
  };
  const server = `http://127.0.0.1:${port}`;
  try {
    const capabilities = {alwaysMatch: {'webkitgtk:browserOptions': {binary: browser, args: ['--automation']}}};
    const {sessionId} = (await whenReady(() => ask(server, 'POST', '/session', {capabilities}))) as {sessionId: string};
    const driving = drivingOf(`${server}/session/${sessionId}`, leave);
    await driving.resize(WINDOW.width, WINDOW.height);
    return driving;
  } catch (error) {
    await leave();
    throw error;
  }
}

/** A folder of GTK's settings that says what the other two engines are started with: this reader wants no motion. */
async function settingsForStillness(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'engines-gtk-'));
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    await mkdir(join(folder, version));
    await writeFile(join(folder, version, 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  }
  return folder;
}

function drivingOf(session: string, leave: () => Promise<void>): Driver {
  const act = (actions: unknown) => ask(session, 'POST', '/actions', {actions});
  const point = (...actions: unknown[]) => act([{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]);
  const moveTo = (x: number, y: number) => ({type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport'});
  const [down, up] = [
    {type: 'pointerDown', button: 0},
    {type: 'pointerUp', button: 0},
  ];
  const run: Driver['run'] = (what, ...given) =>
    ask(session, 'POST', '/execute/sync', {
      script: `return Promise.resolve((${what.toString()}).apply(null, arguments))`,
      args: given,
    }) as never;
  const press = async (key: string, held?: Modifier) => {
    const value = KEYS[key] ?? key;
    const keys = [
      {type: 'keyDown', value},
      {type: 'keyUp', value},
    ];
    const around = (type: string) => (held ? [{type, value: KEYS[held]}] : []);
    await act([{type: 'key', id: 'keys', actions: [...around('keyDown'), ...keys, ...around('keyUp')]}]);
  };
  return {
    // The page is idle then, and the driver waits for ever.
    answersAfterReturn: false,
    goTo: async (address) => void (await ask(session, 'POST', '/url', {url: address})),
    back: async () => void (await ask(session, 'POST', '/back', {})),
    forward: async () => void (await ask(session, 'POST', '/forward', {})),
    run,
    move: async (x, y) => void (await point(moveTo(x, y))),
    down: async () => void (await point(down)),
    up: async () => void (await point(up)),
    click: async (x, y, count = 1) => void (await point(moveTo(x, y), down, up, ...(count === 2 ? [down, up] : []))),
    // The driver leaves out what is held and what goes sideways, so that these turns are made in the page.
    wheel: (x, y, {x: deltaX = 0, y: deltaY = 0, held = null}) =>
      run(
        (clientX: number, clientY: number, across: number, along: number, modifier: string | null) => {
          const turn = new WheelEvent('wheel', {
            bubbles: true,
            cancelable: true,
            clientX,
            clientY,
            deltaX: across,
            deltaY: along,
            ctrlKey: modifier === 'Control',
            metaKey: modifier === 'Meta',
            shiftKey: modifier === 'Shift',
          });
          if (document.elementFromPoint(clientX, clientY)!.dispatchEvent(turn)) scrollBy({left: across, top: along, behavior: 'instant'});
        },
        x,
        y,
        deltaX,
        deltaY,
        held,
      ),
    press,
    async type(text) {
      for (const letter of text) await press(letter);
    },
    async resize(width, height) {
      let [frameWidth, frameHeight] = [width, height];
      for (let tries = 0; tries < RESIZE_TRIES; tries++) {
        await ask(session, 'POST', '/window/rect', {x: 0, y: 0, width: frameWidth, height: frameHeight});
        await pause(TRY_MS);
        const [innerWide, innerHigh] = await run(() => [innerWidth, innerHeight] as const);
        if (innerWide === width && innerHigh === height) return;
        const frame = (await ask(session, 'GET', '/window/rect')) as {width: number; height: number};
        [frameWidth, frameHeight] = [frame.width + width - innerWide, frame.height + height - innerHigh];
      }
      throw new Error(`WebKit gave no window of ${width} × ${height}`);
    },
    async close() {
      await ask(session, 'DELETE', '').finally(leave);
    },
  };
}

async function ask(server: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${server}${path}`, {
    method,
    headers: {'content-type': 'application/json'},
    signal: AbortSignal.timeout(ANSWER_MS),
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });
  const {value} = (await answer.json()) as {value: {error?: string; message?: string} | null};
  if (!answer.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
  return value;
}

async function whenReady<Answer>(question: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await question();
    } catch (error) {
      // Nobody listens at the port yet.
      if (!(error instanceof TypeError) || tries === START_TRIES) throw error;
      await pause(TRY_MS);
    }
  }
}
