// Two instances behind HAProxy, as deploy/ has them, restarted one after the other under 200 requests a second: none fails.
// SIGNPOST_OLD_BINARY=an older program: both begin as that one, on its tables, and each restart makes one of them today's;
// the first that starts brings the tables up to date under the other.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cluster, freePort } from './cluster.mjs';
import { Person, Portal, binary, command, pause, running } from './portal.mjs';

const RATE = 200;
const before = process.env.SIGNPOST_OLD_BINARY ?? binary;
const ROUNDS = Number(process.env.ROUNDS ?? (process.env.FULL ? 50 : 3));
const top = resolve(import.meta.dirname, '../..');

/** The proxy with the configuration that is handed out, for these two instances. */
async function proxy(home, portals) {
  const port = await freePort();
  const servers = portals.map((portal, at) => `    server ${at} 127.0.0.1:${portal.port}`).join('\n');
  const config = readFileSync(join(top, 'deploy/haproxy.cfg'), 'utf8')
    .replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replace(/^ {4}server one .*\n {4}server two .*$/m, servers);
  const file = join(home, 'haproxy.cfg');
  writeFileSync(file, config);
  const child = spawn('haproxy', ['-f', file, '-db'], { stdio: ['ignore', 'ignore', 'inherit'] });
  running.add(child);
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if ((await fetch(`${base}/healthz`).catch(() => null))?.ok) return base;
    await pause(100);
  }
  throw new Error('the proxy does not come up');
}

async function main() {
  const cluster = await Cluster.make();
  try {
    const env = { DATABASE_URL: `postgres://signpost@127.0.0.1:${cluster.port}/signpost`, SIGNPOST_DATA: join(cluster.home, 'var'), SIGNPOST_DRAIN_SECONDS: '4', SIGNPOST_DB_CONNECTIONS: '12' };
    await command(['seed'], env, before);
    const settings = { ...env, SIGNPOST_BASE_URL: 'http://localhost:8080' };
    const portals = [await Portal.serve(settings, before), await Portal.serve(settings, before)];
    const base = await proxy(cluster.home, portals);
    const gus = await Person.signIn(base, 'gus@students.harbor.example');
    const page = await (await gus.get('/questions/1')).text();
    const form = page.split('action="/questions/1"')[1].split('</form>')[0];
    const names = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);

    const answers = new Map();
    const failed = [];
    let isOver = false;
    const ask = async (number) => {
      const does = [() => gus.get('/questions/2'), () => gus.get('/'), () => gus.post('/questions/1', [...names, ['q01', String((number % 5) - 2)]])][number % 3];
      try {
        const answer = await does();
        await answer.arrayBuffer();
        answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
        if (answer.status >= 400) failed.push(answer.status);
      } catch (error) {
        failed.push(error.cause?.code ?? error.message);
      }
    };
    const load = (async () => {
      const waiting = new Set();
      const begun = performance.now();
      for (let number = 0; !isOver; number++) {
        const one = ask(number).finally(() => waiting.delete(one));
        waiting.add(one);
        await pause(Math.max(0, begun + (number + 1) * (1_000 / RATE) - performance.now()));
      }
      await Promise.all(waiting);
    })();
    for (let round = 0; round < ROUNDS; round++) {
      for (const portal of portals) {
        await portal.end('SIGTERM');
        portal.program = binary;
        await portal.start();
        await pause(2_000);
      }
    }
    isOver = true;
    await load;
    const said = [...answers].map(([status, count]) => `${status}: ${count}`).join(', ');
    console.log(`${ROUNDS * 2} restarts under ${RATE} requests a second: ${failed.length} failed (${said}) ${[...new Set(failed)].join(' ')}`);
    process.exitCode = failed.length ? 1 : 0;
  } finally {
    for (const child of running) child.kill('SIGKILL');
    cluster.remove();
  }
}

await main();
