/** The built site as its host serves it; browsers report what its policy refuses, and any page can be had without its script. */
import {createServer} from 'node:http';
import {Readable} from 'node:stream';
import {baseFromText} from '../../src/story/base.ts';
import {serveSite} from '../../src/tools/serve.ts';

const REPORTS = '/policy-reports';
/** A search word that asks for a page whose policy forbids all scripts. */
export const WITHOUT_SCRIPT = 'without-script';

export interface TestedSite {
  /** Address of the home page, with its closing slash. */
  readonly url: string;
  /** What browsers have said was refused; emptied as it is read. */
  readonly takeReports: () => string[];
  readonly close: () => Promise<void>;
}

export async function serveTested(): Promise<TestedSite> {
  const base = baseFromText(process.env.BASE);
  const site = await serveSite({folder: process.env.DIST || 'dist', base, port: 0});
  let reports: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === REPORTS) {
      const body = await Readable.from(request).reduce((all, part) => all + String(part), '');
      reports.push(body);
      response.writeHead(204).end();
      return;
    }
    const answer = await fetch(new URL(path, site.url), {redirect: 'manual', headers: {'accept-encoding': 'identity'}});
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'transfer-encoding'));
    const policy = headers['content-security-policy'];
    if (policy) {
      const asked = path.includes(WITHOUT_SCRIPT)
        ? policy.replace(/script-src [^;]*/, "script-src 'none'")
        : `${policy}; report-uri ${REPORTS}`;
      headers['content-security-policy'] = asked;
    }
    response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the tests have no port');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    takeReports() {
      const before = reports;
      reports = [];
      return before;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await site.close();
    },
  };
}
