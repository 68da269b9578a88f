import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {EventEntry} from '../schema/content.ts';
import {timelineOf} from '../story/stage-scene.ts';
import {committedContent} from './committed.ts';
import {looksOf} from './looks.ts';
import type {LevelLook} from './looks.ts';

export interface EarlierVersion {
  /** What is compared with what, or why nothing is. */
  readonly words: string;
  /** Null where there is nothing to compare with. */
  readonly looks: readonly LevelLook[] | null;
}

/** How an event looked in the last commit, where its file has changed since. */
export async function earlierVersion({id, file}: EventEntry, folder: string): Promise<EarlierVersion> {
  const committed = await committedContent(folder);
  if (committed.kind === 'none') return {words: committed.why, looks: null};
  const {
    commit,
    reading: {content},
    texts,
  } = committed;
  const text = texts.get(file);
  if (text === undefined) return {words: `The file is new: the last commit, ${commit}, does not hold it.`, looks: null};
  if (text === readFileSync(join(folder, file), 'utf8'))
    return {words: `The file has not changed since the last commit, ${commit}.`, looks: null};
  const before = content?.events.find((event) => event.id === id);
  if (!content || !before)
    return {words: `The file has changed since the last commit, ${commit}, where it could not be shown.`, looks: null};
  if (before.weight === 'context')
    return {words: `The file has changed since the last commit, ${commit}, where it stood in the notes of its chapter.`, looks: null};
  return {words: `Before is the last commit, ${commit}; now is the folder as it is.`, looks: looksOf(timelineOf(content), id)};
}
