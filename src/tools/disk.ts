/** `npm run disk`: a copy of the built site that opens without a server. */
import {baseFromText} from '../story/base.ts';
import {copyToOpenFromDisk} from './from-disk.ts';

const [folder = 'dist-disk'] = process.argv.slice(2);

try {
  await copyToOpenFromDisk('dist', folder, baseFromText(process.env.BASE));
  console.log(`Open ${folder}/index.html in a browser.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
