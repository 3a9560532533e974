// `make bench-growth`: the lists of the staff with 1,000, 10,000 and 100,000 students (FULL=1: a million too), each school in
// a database of its own. What counts is the processor time of a request, application and database together, as a ratio to
// that with 1,000 students. Over 1.5 it fails.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, start, stopAll, turn } from './tools.mjs';

const top = resolve(import.meta.dirname, '..');
const profile = process.env.PROFILE ?? 'release';
const sizes = (process.env.SIZES ?? (process.env.FULL ? '1000,10000,100000,1000000' : '1000,10000,100000')).split(',').map(Number);
const seconds = Number(process.env.SECONDS ?? 2);
const most = Number(process.env.MOST ?? 1.5);
const connections = 4;
const deep = 8;
const signpost = join(top, `target/${profile}/signpost`);
const password = 'lantern harbor wooden seven';

const tabs = ['everyone', 'needs-you', 'new', 'calls', 'overdue', 'stalled', 'unassigned', 'invited'];
const sorts = ['need', 'name', 'credits-desc', 'seen-desc'];
const filters = ['q=garcia', 'q=maria+chen', 'result=not-enough', 'result=hi-clear&sort=name', 'credits=many&sort=seen', 'no-contact=30', 'advisor=ada', 'stage=mail-failed'];

async function signIn(base, email) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams({ email, password }).toString();
  const answer = await fetch(`${base}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
  return answer.headers.get('set-cookie').match(/sid=([^;]+)/)[1];
}

/** The pages of one person: every tab by every order, some filters, the same deep in the list, and a record. */
async function pages(base, who, sid) {
  const get = async (path) => {
    const answer = await fetch(base + path, { headers: { cookie: `sid=${sid}` }, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return await answer.text();
  };
  const next = (html) => html.match(/href="([^"]+)" rel="next"/)?.[1].replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  const all = [];
  const queries = [...tabs.flatMap((tab) => sorts.map((sort) => `view=${tab}&sort=${sort}`)), ...filters.filter((one) => who === 'lead' || !one.startsWith('advisor'))];
  for (const query of queries) {
    const path = `/caseload?${query}`;
    all.push({ name: `${who} ${query}`, path });
    let far;
    for (let n = 0, link = next(await get(path)); n < deep && link; n++) {
      far = link;
      link = next(await get(link));
    }
    if (far) all.push({ name: `${who} ${query}, deep`, path: far });
  }
  const record = (await get('/caseload')).match(/href="(\/students\/[0-9a-f-]{36})"/)[1];
  all.push({ name: `${who} record`, path: record });
  return all.map((one) => ({ ...one, headers: { cookie: `sid=${sid}` } }));
}

async function measure(size) {
  const data = mkdtempSync(join(tmpdir(), 'signpost-growth-'));
  execFileSync('chmod', ['711', data]); // the user that Postgres runs as under root passes through
  const folder = join(data, 'var');
  try {
    const ours = Object.entries(process.env).filter(([name]) => !/^(SIGNPOST_|DATABASE_|SMTP_)/.test(name));
    const port = await freePort();
    const env = { ...Object.fromEntries(ours), SIGNPOST_DATA: folder, SIGNPOST_LISTEN: `127.0.0.1:${port}`, SIGNPOST_DEMO_PASSWORD: password, RUST_LOG: 'warn' };
    const began = Date.now();
    execFileSync(signpost, ['seed', '--students', String(size)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    process.stderr.write(`${size} students seeded in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
    const base = `http://127.0.0.1:${port}`;
    const app = await start(signpost, ['serve'], env, `${base}/readyz`);
    const bench = { data, folder, connections, seconds };
    const found = new Map();
    for (const [who, email] of [['advisor', 'ada@harbor.example'], ['lead', 'lee@harbor.example']]) {
      for (const page of await pages(base, who, await signIn(base, email))) {
        const one = await turn(bench, base, app, [page]);
        if (one.failed) throw new Error(`${page.name}: ${one.failed} failed`);
        found.set(page.name, { p50: one.p50, cost: one.app + one.database });
      }
    }
    return found;
  } finally {
    await stopAll();
    rmSync(data, { recursive: true, force: true });
  }
}

const results = [];
for (const size of sizes) results.push(await measure(size));
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: top, encoding: 'utf8' }).trim();
console.log(`\n${new Date().toISOString().slice(0, 10)}, ${commit}, ${profile}: ${cpus()[0].model}, ${availableParallelism()} cores, ${connections} connections, ${seconds} s a page\n`);
console.log(`| page | ${sizes.map((size) => `${size}: p50 ms, CPU ms`).join(' | ')} | ratio |`);
console.log(`|---|${sizes.map(() => '---').join('|')}|---|`);
const slow = [];
for (const [name, first] of results[0]) {
  const cells = results.map((result) => result.get(name)).map((one) => (one ? `${one.p50.toFixed(1)}, ${one.cost.toFixed(2)}` : ''));
  const ratio = Math.max(...results.map((result) => (result.get(name)?.cost ?? 0) / first.cost));
  if (ratio > most) slow.push(`${name}: ${ratio.toFixed(2)}`);
  console.log(`| ${name} | ${cells.join(' | ')} | ${ratio.toFixed(2)} |`);
}
if (slow.length) {
  console.error(`\nover ${most} times the cost at ${sizes[0]}:\n${slow.join('\n')}`);
  process.exitCode = 1;
}
