/** Elements and pointer events for tests without a page: an element hears what is sent to it, and knows where it is. */

export interface FakeElement extends EventTarget {
  /** Pointers whose moves all come to this element. */
  readonly captured: readonly number[];
}

/** @param leftPx - Its place in the window. */
export function fakeElement(leftPx = 0): HTMLElement & FakeElement {
  const captured: number[] = [];
  const classes = new Set<string>();
  return Object.assign(new EventTarget(), {
    captured,
    getBoundingClientRect: () => ({left: leftPx}),
    setPointerCapture: (id: number) => void captured.push(id),
    hasPointerCapture: (id: number) => captured.includes(id),
    classList: {
      contains: (name: string) => classes.has(name),
      toggle: (name: string, isOn: boolean) => (isOn ? classes.add(name) : classes.delete(name)),
    },
  }) as unknown as HTMLElement & FakeElement;
}

/** A pointer of the first finger, or of a mouse whose left button is pressed, unless `over` says otherwise. */
export function pointer(type: string, over: Readonly<Record<string, unknown>> = {}): Event {
  const event = new Event(type, {bubbles: true, cancelable: true});
  const fields = {pointerId: 1, pointerType: 'touch', button: 0, buttons: 1, isPrimary: true, clientX: 0, clientY: 0, ...over};
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(event, name, {value});
  return event;
}
