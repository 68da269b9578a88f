/** One small interface to three browsers: what a reader's hands do, and what a page answers when it is asked. */
import type {Installed} from '../../src/tools/engines.ts';
import {openPuppet} from './puppet.ts';
import {openWebKit} from './webkit.ts';

export type Modifier = 'Control' | 'Meta' | 'Shift';

export interface Turn {
  readonly x?: number;
  readonly y?: number;
  readonly held?: Modifier;
}

export interface Driver {
  /** Whether the story's page can be asked anything once Back has led to it from another page. */
  readonly answersAfterReturn: boolean;
  goTo(address: string): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Runs a function in the page; it must need nothing from around it. */
  run<Result, Given extends readonly unknown[]>(what: (...given: Given) => Result | Promise<Result>, ...given: Given): Promise<Result>;
  move(x: number, y: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  click(x: number, y: number, count?: 1 | 2): Promise<void>;
  /** Turns the wheel where the pointer is put. */
  wheel(x: number, y: number, turn: Turn): Promise<void>;
  press(key: string, held?: Modifier): Promise<void>;
  type(text: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

export const WINDOW = {width: 1440, height: 900} as const;

export function openDriver(engine: Installed): Promise<Driver> {
  return engine.name === 'WebKit' ? openWebKit(engine) : openPuppet(engine);
}
