// `make bench`: the portal and a bare program take turns under wrk, on one machine, against one Postgres. The honest
// figures are the ratio between the two in the same minutes and the processor time a request costs, application and
// database apart; requests a second count only while strangers use little of the machine.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { timing } from './timing.mjs';
import { freePort, median, start, stopAll, turn } from './tools.mjs';

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
const bench = { data, folder, connections, seconds };

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

/** What would change a result: the two searches of its page, on 1,000 forms with every item answered. Promised: 5 ms. */
function whatIfs() {
  const told = execFileSync(bare, [folder, 'what-ifs', '1000'], { encoding: 'utf8' }).trim().split(' ');
  const [half, most, longest] = told.map((micros) => Number(micros) / 1000);
  console.log(`\nwhat would change a result: median ${half} ms, 99 of 100 within ${most} ms, longest ${longest} ms`);
  if (most > 5) {
    console.log('promised: 5 ms');
    process.exitCode = 1;
  }
}

async function measure() {
  if (process.env.ONLY !== 'timing') whatIfs();
  if (process.env.ONLY === 'what-ifs') return [];
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
      work.turns.push(await turn(bench, base, app, work.requests));
      if (work.beside) work.bareTurns.push(await turn(bench, bareBase, beside, work.beside));
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
  await stopAll();
  rmSync(data, { recursive: true, force: true });
}
