/** Turns the headings of a table into buttons that sort it. Without this script it is in its written order. */
const COLLATOR = new Intl.Collator(document.documentElement.lang, {numeric: true});

for (const table of document.querySelectorAll<HTMLTableElement>('[data-sort-table]')) makeSortable(table);

function makeSortable(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  if (!body) return;
  const written = [...body.rows];
  const headings = [...table.querySelectorAll<HTMLTableCellElement>('thead [data-sortable]')];
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  table.parentElement?.after(status);
  for (const heading of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const order = heading.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', order);
      body.append(...sortedRows(written, heading.cellIndex, order));
      status.textContent = (table.dataset[order] ?? '').replace('[column]', button.textContent);
    });
  }
}

/** Rows by what one of their cells holds; those that hold the same stay as written. */
function sortedRows(rows: readonly HTMLTableRowElement[], column: number, order: 'ascending' | 'descending'): HTMLTableRowElement[] {
  const sign = order === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => sign * compareCells(a.cells[column], b.cells[column]));
}

/** By the number a cell carries, else by its words. */
function compareCells(a: HTMLTableCellElement | undefined, b: HTMLTableCellElement | undefined): number {
  const [first, second] = [a, b].map((cell) => Number(cell?.dataset['sort'] ?? NaN));
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first! - second!;
  return COLLATOR.compare(a?.textContent.trim() ?? '', b?.textContent.trim() ?? '');
}
