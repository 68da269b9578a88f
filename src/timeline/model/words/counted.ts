/** "100 events, 87 of them on the line"; "87 events" where all are. */
export function eventsAndLine(count: number, onTheLine: number): string {
  const all = counted(count, 'event', 'events');
  return count === onTheLine ? all : `${all}, ${onTheLine} of them on the line`;
}

/** "1 event", "2 events". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
