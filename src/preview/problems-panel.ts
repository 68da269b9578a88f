/** Keeps the panel closed, over reloads, for as long as it lists the same problems. */
const KEY = 'problems-closed';

const panel = document.querySelector<HTMLDetailsElement>('details[data-problems]');
if (panel) {
  const told = panel.dataset['problems']!;
  if (sessionStorage.getItem(KEY) === told) panel.open = false;
  panel.addEventListener('toggle', () => {
    if (panel.open) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, told);
  });
  panel.addEventListener('keydown', ({key}) => {
    if (key !== 'Escape') return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
}
