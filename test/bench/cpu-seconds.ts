/** Imported before a script that is measured: notes at its end how much processor time it took, all its threads together. */
import {writeFileSync} from 'node:fs';
import {isMainThread} from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const {user, system} = process.cpuUsage();
    writeFileSync(process.env['CPU_SECONDS_FILE']!, String((user + system) / 1e6));
  });
}
