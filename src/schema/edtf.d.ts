/** The part of the package `edtf` that `dates.ts` uses; it ships no types of its own. */
declare module 'edtf' {
  /** Throws where the text is no EDTF. */
  export function parse(text: string): {
    readonly type: string;
    readonly level: number;
    readonly values: readonly unknown[];
    readonly approximate?: boolean;
    readonly uncertain?: boolean;
  };
}
