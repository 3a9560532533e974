// `make bench`: the portal and a bare program take turns under wrk, on one machine, against one Postgres. The honest
// figures are the ratio between the two in the same minutes and the processor time a request costs, application and
// database apart; requests a second count only while strangers use little of the machine.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { timing } from './timing.mjs';

const top = resolve(import.meta.dirname, '..');
const profile = process.env.PROFILE ?? 'release';
const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = Number(process.env.SECONDS ?? 3);
const connections = 32;
const students = 64;
const signpost = join(top, `target/${profile}/signpost`);
const bare = join(top, `target/${profile}/examples/bare`);
const password = 'lantern harbor wooden seven';

const data = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
execFileSync('chmod', ['711', data]); // the user that Postgres runs as under root passes through
const folder = join(data, 'var');
const running = [];

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

async function start(program, args, env, address) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.push(child);
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`${program} ended at once`);
    if ((await fetch(address).catch(() => null))?.ok) return child.pid;
    await pause(100);
  }
  throw new Error(`${address} does not answer`);
}

/** Processor time of processes so far, in milliseconds (Linux counts in hundredths of a second). */
const spent = (pids) => {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {} // it ended meanwhile
  }
  return ticks * 10;
};

const parentOf = (pid) => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  } catch {
    return 0;
  }
};

/** Postgres and its backends. */
const database = () => {
  const postmaster = Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)];
};

/** Busy time of the whole machine so far, in milliseconds. */
const machine = () => {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * 10;
};

/** One turn of wrk; `requests` are taken in turn by its two threads. */
async function turn(base, app, requests) {
  const script = join(data, 'turn.lua');
  const quote = (text) => JSON.stringify(text);
  const lines = requests.map(
    ({ method = 'GET', path, headers = {}, body }) =>
      `{ ${quote(method)}, ${quote(path)}, { ${Object.entries(headers).map(([name, value]) => `[${quote(name)}]=${quote(value)}`).join(', ')} }, ${body ? quote(body) : 'nil'} }`,
  );
  writeFileSync(
    script,
    `local all = { ${lines.join(',\n')} }
local at, threads = 0, 0
function setup(thread) thread:set("first", threads * 17); threads = threads + 1 end
function init() at = first end
function request()
  at = at + 1
  local r = all[at % #all + 1]
  return wrk.format(r[1], r[2], r[3], r[4])
end
function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end`,
  );
  const before = { app: spent([app]), database: spent(database()), machine: machine() };
  const wrk = spawn('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, '-s', script, base], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let load = 0;
  wrk.stdout.on('data', (words) => (said += words));
  const watch = setInterval(() => (load = Math.max(load, spent([wrk.pid]))), 50);
  await new Promise((done) => wrk.once('exit', done));
  clearInterval(watch);
  const cost = { app: spent([app]) - before.app, database: spent(database()) - before.database };
  const busy = machine() - before.machine;
  const [count, micros, failed, p50, p99] = said.match(/RESULT (.*)/)[1].split(' ').map(Number);
  return {
    rate: count / (micros / 1e6),
    app: cost.app / count,
    database: cost.database / count,
    p50: p50 / 1000,
    p99: p99 / 1000,
    failed,
    strangers: Math.max(0, busy - cost.app - cost.database - load) / (seconds * 1000 * availableParallelism()),
  };
}

const median = (turns, name) => turns.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(turns.length / 2)];
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

/** The first form that posts to an address: its hidden fields. */
const hidden = (html, action) => {
  const inside = html.split(`action="${action}"`)[1]?.split('</form>')[0] ?? '';
  return [...inside.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
};

/** Students with a session each: cookies and addresses. */
const people = () => execFileSync(bare, [folder, 'people', String(students)], { encoding: 'utf8' }).trim().split('\n').map((line) => line.split(' '));

async function prepare(base, cookies) {
  const get = (path, sid) => fetch(base + path, { headers: { cookie: `sid=${sid}` }, redirect: 'manual' });
  const post = (path, sid, body) => fetch(base + path, { method: 'POST', headers: { ...form, cookie: `sid=${sid}` }, body, redirect: 'manual' });
  const answers = (first) => Array.from({ length: 6 }, (_, n) => [`q${String(first + n).padStart(2, '0')}`, String((n % 5) - 2)]);
  const saves = [];
  for (const sid of cookies) {
    let fields = hidden(await (await get('/questions/1', sid)).text(), '/questions/1');
    const begun = await post('/questions/1', sid, new URLSearchParams([...fields, ...answers(1)]));
    if (begun.status !== 303) throw new Error(`saving answers: ${begun.status}`);
    // From the first save on the page names the attempt.
    fields = hidden(await (await get('/questions/2', sid)).text(), '/questions/2');
    const body = new URLSearchParams([...fields, ...answers(7)]).toString();
    saves.push({ method: 'POST', path: '/questions/2', headers: { ...form, cookie: `sid=${sid}` }, body });
  }
  const signIn = new URLSearchParams({ email: 'eve@students.harbor.example', password }).toString();
  const eve = await fetch(`${base}/sign-in`, { method: 'POST', headers: form, body: signIn, redirect: 'manual' });
  const sid = eve.headers.get('set-cookie').match(/sid=([^;]+)/)[1];
  const list = await (await get('/results', sid)).text();
  const result = list.match(/\/results\/[0-9a-f-]{36}/)[0];
  return [
    { name: 'landing', requests: [{ path: '/' }], beside: [{ path: '/page' }] },
    { name: 'questions', requests: cookies.map((one) => ({ path: '/questions/2', headers: { cookie: `sid=${one}` } })), beside: [{ path: '/select' }] },
    { name: 'save a part', requests: saves, beside: [{ method: 'POST', path: '/upsert', headers: form, body: saves[0].body }] },
    { name: 'result', requests: [{ path: result, headers: { cookie: `sid=${sid}` } }], beside: [{ path: '/select' }] },
    { name: 'sign-in', requests: [{ method: 'POST', path: '/sign-in', headers: form, body: signIn }] },
  ];
}

async function measure() {
  const ours = Object.entries(process.env).filter(([name]) => !/^(SIGNPOST_|DATABASE_|SMTP_)/.test(name));
  const port = await freePort();
  const env = { ...Object.fromEntries(ours), SIGNPOST_DATA: folder, SIGNPOST_LISTEN: `127.0.0.1:${port}`, SIGNPOST_DEMO_PASSWORD: password, SIGNPOST_TRUSTED_PROXIES: '127.0.0.1', RUST_LOG: 'warn' };
  execFileSync(signpost, ['seed', '--if-empty'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const base = `http://127.0.0.1:${port}`;
  const app = await start(signpost, ['serve'], env, `${base}/readyz`);
  const made = people();
  const told = await timing({ base, letters: join(folder, 'letters'), emails: made.map(([, email]) => email), password });
  if (told.length) {
    console.log(`\nknown and unknown can be told apart: ${told.join(', ')}`);
    process.exitCode = 1;
  }
  if (process.env.ONLY === 'timing') return [];
  const barePort = await freePort();
  const bareBase = `http://127.0.0.1:${barePort}`;
  const beside = await start(bare, [folder, 'serve', String(barePort)], env, `${bareBase}/page`);
  const works = (await prepare(base, made.map(([cookie]) => cookie))).map((work) => ({ ...work, turns: [], bareTurns: [] }));
  for (let round = 1; round <= rounds; round++) {
    for (const work of works) {
      work.turns.push(await turn(base, app, work.requests));
      if (work.beside) work.bareTurns.push(await turn(bareBase, beside, work.beside));
    }
    process.stderr.write(`round ${round} of ${rounds}\n`);
  }
  return works;
}

function print(works) {
  if (!works.length) return;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: top, encoding: 'utf8' }).trim();
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${commit}, ${profile}: ${cpus()[0].model}, ${availableParallelism()} cores, ${connections} connections, medians of ${rounds} rounds of ${seconds} s\n`);
  console.log('| work | req/s | app ms | database ms | p50 ms | p99 ms | failed | strangers | bare req/s | bare ms | cost of bare |');
  console.log('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const { name, turns, bareTurns } of works) {
    const of = (what, digits = 3) => median(turns, what).toFixed(digits);
    const failed = turns.reduce((sum, one) => sum + one.failed, 0);
    const own = median(turns, 'app') + median(turns, 'database');
    const bareCost = bareTurns.length ? median(bareTurns, 'app') + median(bareTurns, 'database') : null;
    const next = bareCost === null ? ['', '', ''] : [median(bareTurns, 'rate').toFixed(0), bareCost.toFixed(3), `${((100 * bareCost) / own).toFixed(0)} %`];
    const strangers = `${(100 * median([...turns, ...bareTurns], 'strangers')).toFixed(0)} %`;
    console.log(`| ${[name, of('rate', 0), of('app'), of('database'), of('p50', 1), of('p99', 1), failed, strangers, ...next].join(' | ')} |`);
  }
  console.log('\n"cost of bare": the bare program’s processor time as a share of ours; 100 % would be no cost at all for sessions, permissions and headers.');
}

try {
  print(await measure());
} finally {
  for (const child of running.reverse()) {
    const ended = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
  }
  rmSync(data, { recursive: true, force: true });
}
