// `make bench-growth`: the lists of the staff with 1,000, 10,000 and 100,000 students (FULL=1: a million too), each school in
// a database of its own, all of them up at once and asked in turn, since machines drift. What counts is the processor time of
// a request, application and database together, as a ratio to that with 1,000 students. Over 1.5 it fails. A page that is
// over is measured twice more, and the median counts. A page that shows fewer students with 1,000 is cheaper for that alone:
// it is held against what it costs there, or the first page of its list, or the plain list, whichever is most. At last a lead
// takes the biggest school as a file, and the program's memory is watched. PROFILE=debug measures a debug build, ONLY='view=new
// lead' only pages whose names have these words, and the plain lists.
// KEEP=1 leaves the schools and says where; SCHOOLS='1000=/tmp/a 100000=/tmp/b' measures schools that were left.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { database, freePort, median, spent, start, stopAll, turn } from './tools.mjs';

const top = resolve(import.meta.dirname, '..');
const profile = process.env.PROFILE ?? 'release';
const left = new Map((process.env.SCHOOLS ?? '').split(' ').filter(Boolean).map((one) => [Number(one.split('=')[0]), one.split('=')[1]]));
const sizes = left.size ? [...left.keys()] : (process.env.SIZES ?? (process.env.FULL ? '1000,10000,100000,1000000' : '1000,10000,100000')).split(',').map(Number);
const seconds = Number(process.env.SECONDS ?? 1);
const most = Number(process.env.MOST ?? 1.5);
const only = (process.env.ONLY ?? '').split(' ').filter(Boolean);
const connections = 4;
const deep = 8;
const signpost = process.env.SIGNPOST_BINARY ?? join(top, `target/${profile}/signpost`);
const password = 'lantern harbor wooden seven';
const people = { advisor: 'ada@harbor.example', lead: 'lee@harbor.example', admin: 'sam@harbor.example' };

const tabs = ['everyone', 'needs-you', 'new', 'calls', 'overdue', 'stalled', 'unassigned', 'invited'];
const sorts = ['need', 'name', 'credits-desc', 'seen-desc'];
// Common and rare, alone and together.
const filters = [
  'q=garcia', 'q=maria+chen', 'q=m', 'q=nobodyiscalledso', 'result=not-enough', 'result=hi-clear&sort=name', 'credits=many&sort=seen',
  'no-contact=30', 'no-contact=3650', 'advisor=ada', 'stage=mail-failed', 'stage=close-call&credits=many', 'view=stalled&credits=unknown',
  'result=not-enough&credits=many&sort=name', 'stage=new-result&result=him-lean&credits=unknown', 'advisor=ada&credits=many',
  'stage=changed-by-you&result=either&credits=unknown&no-contact=90', 'advice=differs&why=credits', 'version=1&result=hi-clear&advice=agrees',
];
const queries = [...tabs.flatMap((tab) => sorts.map((sort) => `view=${tab}&sort=${sort}`)), ...filters];

async function signIn(base, email) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams({ email, password }).toString();
  const answer = await fetch(`${base}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.match(/sid=([^;]+)/);
  if (!cookie) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return { cookie: `sid=${cookie[1]}` };
}

/** The pages of one person: every tab by every order, some filters, the same deep in the list, a record, the reports. */
async function pagesOf(base, who, headers) {
  const get = async (path) => {
    const answer = await fetch(base + path, { headers, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return await answer.text();
  };
  const all = [];
  const add = (name, path) => all.push({ name: `${who} ${name}`, path, headers });
  if (who === 'admin') {
    add('reports', '/admin/reports');
    return all;
  }
  const next = (html) => html.match(/href="([^"]+)" rel="next"/)?.[1].replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  for (const query of queries) {
    if (who === 'advisor' && query.includes('advisor=')) continue;
    const path = `/caseload?${query}`;
    add(query, path);
    let far;
    for (let n = 0, link = next(await get(path)); n < deep && link; n++) {
      far = link;
      link = next(await get(link));
    }
    if (far) add(`${query}, deep`, far);
  }
  const record = (await get('/caseload')).match(/href="(\/students\/[0-9a-f-]{36})"/)[1];
  add('record', record);
  add('reports', '/reports');
  return all;
}

/** A school of this size, up and running. */
async function open(size) {
  const data = left.get(size) ?? mkdtempSync(join(tmpdir(), 'signpost-growth-'));
  execFileSync('chmod', ['711', data]); // the user that Postgres runs as under root passes through
  const folder = join(data, 'var');
  const ours = Object.entries(process.env).filter(([name]) => !/^(SIGNPOST_|DATABASE_|SMTP_)/.test(name));
  const port = await freePort();
  const env = { ...Object.fromEntries(ours), SIGNPOST_DATA: folder, SIGNPOST_LISTEN: `127.0.0.1:${port}`, SIGNPOST_DEMO_PASSWORD: password, RUST_LOG: 'warn' };
  const school = { size, data, bench: { data, folder, connections, seconds } };
  schools.push(school);
  const began = Date.now();
  if (!left.has(size)) {
    execFileSync(signpost, ['seed', '--students', String(size)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    process.stderr.write(`${size} students seeded in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  }
  school.base = `http://127.0.0.1:${port}`;
  school.app = await start(signpost, ['serve'], env, `${school.base}/readyz`);
  school.pages = new Map();
  for (const [who, email] of Object.entries(people)) {
    const headers = await signIn(school.base, email);
    for (const page of await pagesOf(school.base, who, headers)) school.pages.set(page.name, page);
  }
}

/** Waits until the clockwork has done what a school that just came up has for it: it would count as work of the pages. */
async function settle() {
  for (let quiet = 0, seconds = 0; quiet < 5 && seconds < 900; seconds++) {
    const before = schools.map(({ app, bench }) => spent([app]) + spent(database(bench.folder)));
    await pause(1000);
    const busy = schools.some(({ app, bench }, at) => spent([app]) + spent(database(bench.folder)) - before[at] > 30);
    quiet = busy ? 0 : quiet + 1;
  }
}

async function measure({ bench, base, app }, page) {
  const one = await turn(bench, base, app, [page]);
  if (one.failed) throw new Error(`${page.name}: ${one.failed} failed`);
  return { p50: one.p50, app: one.app, database: one.database, cost: one.app + one.database, strangers: one.strangers };
}

/** Memory of a process in megabytes. */
const memory = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;

/** The whole school as a file, read as fast as it comes: memory before, the most meanwhile, and after. */
async function take({ base, app, size }) {
  // Signed in anew: a file is given only to who showed lately that it is them.
  const headers = { ...(await signIn(base, people.lead)), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const [before, began] = [memory(app), Date.now()];
  const answer = await fetch(`${base}/caseload/exports`, { method: 'POST', headers, body: 'view=&purpose=report' });
  if (answer.status !== 200) throw new Error(`the file: ${answer.status}`);
  let [rows, bytes, during] = [-1, 0, before];
  for await (const piece of answer.body) {
    bytes += piece.length;
    rows += Buffer.from(piece).toString().split('\n').length - 1;
    during = Math.max(during, memory(app));
  }
  const took = (Date.now() - began) / 1000;
  await pause(2000);
  const said = [before, during, memory(app)].map((one) => `${one.toFixed(1)} MB`);
  console.log(`\nThe biggest school as a file: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB in ${took.toFixed(1)} s. Memory before ${said[0]}, at most ${said[1]}, after ${said[2]}.`);
  if (rows < size) throw new Error(`the file has ${rows} rows of ${size}`);
  if (during - before > 16) slow.push(`the file takes ${(during - before).toFixed(1)} MB`);
}

/** How many students a page shows. */
async function shown(base, { path, headers }) {
  const html = await (await fetch(base + path, { headers })).text();
  return html.split('role="rowheader"').length - 1;
}

const schools = [];
const slow = [];
/** The plain list of whoever asks for a page. */
const plain = (name) => `${name.split(' ')[0]} ${queries[0]}`;
/** What pages cost in the first school. */
const atFirst = new Map();
try {
  for (const size of sizes) await open(size);
  await settle();
  // Also those that only a bigger school has, such as a second page of few; the plain lists are what others are held against.
  const all = new Set(schools.flatMap(({ pages }) => [...pages.keys()]));
  const names = [...all].filter((name) => plain(name) === name || only.every((word) => name.includes(word)));
  names.sort((one, other) => Number(plain(other) === other) - Number(plain(one) === one));
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: top, encoding: 'utf8' }).trim();
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${commit}, ${profile}: ${cpus()[0].model}, ${availableParallelism()} cores, ${connections} connections, ${seconds} s a page\n`);
  console.log(`| page | ${sizes.map((size) => `${size}: p50 ms, CPU ms app + database`).join(' | ')} | ratio |`);
  console.log(`|---|${sizes.map(() => '---').join('|')}|---|`);
  const strangers = [];
  for (const name of names) {
    const rounds = schools.map(() => []);
    const there = schools.map((school) => school.pages.get(name));
    const once = async () => {
      for (const [at, school] of schools.entries()) if (there[at]) rounds[at].push(await measure(school, there[at]));
    };
    const rows = await Promise.all(there.map((page, at) => (page ? shown(schools[at].base, page) : 0)));
    await once();
    const own = () => (rounds[0].length ? median(rounds[0], 'cost') : 0);
    atFirst.set(name, own());
    const isEmptier = Math.max(...rows) > rows[0];
    const like = [name.replace(/, deep$/, ''), plain(name)];
    const base = () => Math.max(own(), ...(isEmptier ? like.map((one) => atFirst.get(one) ?? 0) : []));
    const ratio = () => Math.max(...rounds.filter((round) => round.length).map((round) => median(round, 'cost') / base()));
    if (ratio() > most) for (let again = 0; again < 2; again++) await once();
    strangers.push(...rounds.flat());
    const cells = rounds.map((round) => (round.length ? `${median(round, 'p50').toFixed(1)}, ${median(round, 'app').toFixed(2)} + ${median(round, 'database').toFixed(2)}` : ''));
    if (ratio() > most) slow.push(`${name}: ${ratio().toFixed(2)}`);
    console.log(`| ${name}${isEmptier ? ` (${rows.join(', ')} students shown)` : ''} | ${cells.join(' | ')} | ${ratio().toFixed(2)} |`);
  }
  if (strangers.length) console.log(`\nOther work took ${(median(strangers, 'strangers') * 100).toFixed(0)} % of the machine meanwhile.`);
  await take(schools.at(-1));
} finally {
  await stopAll();
  if (process.env.KEEP || left.size) console.log(`\nSCHOOLS='${schools.map(({ size, data }) => `${size}=${data}`).join(' ')}'`);
  else for (const { data } of schools) rmSync(data, { recursive: true, force: true });
}
if (slow.length) {
  console.error(`\nover ${most} times the cost at ${sizes[0]}, or over the memory:\n${slow.join('\n')}`);
  process.exitCode = 1;
}
