/** One row of a spreadsheet: its cells by the names of their columns. */
export interface Row {
  /** As spreadsheets count: the row of column names is the first. */
  readonly place: string;
  readonly cells: Readonly<Record<string, string>>;
}
