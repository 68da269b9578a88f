/** "100 events, 87 of them on the line"; "87 events" where all are. */
export function eventsAndLine(count: number, onTheLine: number): string {
  const all = counted(count, 'event', 'events');
  return count === onTheLine ? all : `${all}, ${onTheLine} of them on the line`;
}

/** "1 event", "2 events". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "87 events and 13 background notes from 13 sources". */
export function eventsNotesAndSources(events: number, notes: number, sources: number): string {
  const all = [counted(events, 'event', 'events'), ...(notes > 0 ? [counted(notes, 'background note', 'background notes')] : [])];
  return `${all.join(' and ')} from ${counted(sources, 'source', 'sources')}`;
}
