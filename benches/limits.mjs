// `make bench-limits`: what the other benches do not say: a cold start, memory, 64 people who save at once, how long answers
// take at a third of the load that is possible, beside a flood of sign-ins too, and how many letters a minute go out, each
// once, with the program killed among them. Against a Postgres of its own on disk; the mail server is a sink on this machine.
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Cluster, freePort } from '../tests/faults/cluster.mjs';
import { Portal, command, running } from '../tests/faults/portal.mjs';

const LETTERS = Number(process.env.LETTERS ?? 6000);
const STUDENTS = 64;
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const failures = [];
const holds = (is, words) => {
  console.log(`${is ? 'holds' : 'FAILS'}  ${words}`);
  if (!is) failures.push(words);
};
const memory = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
const percentile = (all, part) => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))];

/** One request on kept connections. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const ask = (base, { method = 'GET', path, headers = {}, body }) =>
  new Promise((done, failed) => {
    const sent = http.request(base + path, { method, agent, headers: { ...headers, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}) } }, (answer) => {
      let text = '';
      answer.on('data', (piece) => (text += piece)).on('end', () => done({ status: answer.statusCode, headers: answer.headers, text }));
    });
    sent.on('error', failed).end(body);
  });

/** Sessions of these people, made beside the program as it makes them itself. */
function sessions(cluster, whose) {
  const ids = cluster.ask(whose);
  const made = ids.map((id) => [randomBytes(32).toString('base64url'), id]);
  const rows = made.map(([token, id]) => `('\\x${createHash('sha256').update(token).digest('hex')}', gen_random_uuid(), '${id}')`);
  cluster.ask(`insert into session (hash, id, person_id) values ${rows.join(',')}`);
  return made.map(([token]) => ({ cookie: `sid=${token}` }));
}

/** Requests at a fixed rate, whether earlier ones are answered or not; milliseconds each took from the moment it was due. */
async function openLoop(base, requests, rate, seconds) {
  const took = [];
  const waiting = new Set();
  let failed = 0;
  const begun = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = begun + (n * 1000) / rate;
    while (performance.now() < due) await pause(due - performance.now() > 2 ? 1 : 0);
    const one = ask(base, requests[n % requests.length]).then(
      ({ status }) => {
        took.push(performance.now() - due);
        if (status >= 400) failed++;
        waiting.delete(one);
      },
      () => {
        failed++;
        waiting.delete(one);
      },
    );
    waiting.add(one);
  }
  await Promise.all(waiting);
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), failed };
}

/** As many requests a second as there can be, with 32 at once. */
async function most(base, requests, seconds = 3) {
  const until = performance.now() + seconds * 1000;
  let [count, n] = [0, 0];
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (performance.now() < until) {
        await ask(base, requests[n++ % requests.length]);
        count++;
      }
    }),
  );
  return count / seconds;
}

/** A mail server that takes everything; by Message-ID how often. */
async function sink() {
  const taken = new Map();
  let [first, last] = [0, 0];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    const say = (words) => socket.write(`${words}\r\n`);
    say('220 sink');
    let [rest, isData, id] = ['', false, ''];
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1');
      for (let end; (end = rest.indexOf('\r\n')) >= 0; ) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isData) {
          if (/^message-id:/i.test(line)) id = line.slice(11).trim();
          if (line !== '.') continue;
          isData = false;
          taken.set(id, (taken.get(id) ?? 0) + 1);
          first ||= performance.now();
          last = performance.now();
          say('250 taken');
        } else if (/^DATA/i.test(line)) {
          isData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  });
  const port = await freePort();
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return { server, port, taken, seconds: () => (last - first) / 1000 };
}

async function coldStarts(portal) {
  const took = [];
  for (let round = 0; round < 5; round++) {
    await portal.end('SIGTERM');
    const begun = performance.now();
    const up = portal.start();
    for (;;) {
      const answer = await ask(portal.base, { path: '/' }).catch(() => null);
      if (answer?.status === 200) break;
      await pause(1);
    }
    took.push(performance.now() - begun);
    await up;
  }
  const half = percentile(took, 0.5);
  holds(half <= 100, `cold start, migrated: ${took.map((one) => one.toFixed(0)).join(', ')} ms to the first 200 (goal 100)`);
}

/** Everybody hands in all parts at once, each with answers of their own; what is stored is held against what was sent. */
async function saveAtOnce(cluster, base, people, ids) {
  const hidden = (html, action) => [...html.split(`action="${action}"`)[1].split('</form>')[0].matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  let failed = 0;
  const took = [];
  const value = (person, item) => ((person * 7 + item * 3) % 5) - 2;
  await Promise.all(
    people.map(async (headers, person) => {
      for (let part = 1; part <= 4; part++) {
        const path = `/questions/${part}`;
        const page = await ask(base, { path, headers });
        const answers = Array.from({ length: 6 }, (_, n) => [`q${String((part - 1) * 6 + n + 1).padStart(2, '0')}`, String(value(person, (part - 1) * 6 + n + 1))]);
        const begun = performance.now();
        const saved = await ask(base, { method: 'POST', path, headers: { ...headers, ...FORM }, body: new URLSearchParams([...hidden(page.text, path), ...answers]).toString() });
        took.push(performance.now() - begun);
        if (saved.status !== 303) failed++;
      }
    }),
  );
  const stored = new Map(cluster.ask("select attempt.student_id || ' ' || item || ' ' || value from answer join attempt on attempt.id = attempt_id where submitted_at is null").map((line) => [line.split(' ').slice(0, 2).join(' '), Number(line.split(' ')[2])]));
  let lost = 0;
  for (const [person, id] of ids.entries()) for (let item = 1; item <= 24; item++) if (stored.get(`${id} q${String(item).padStart(2, '0')}`) !== value(person, item)) lost++;
  holds(!failed && !lost, `${people.length} people save four parts at once: ${failed} failed, ${lost} of ${people.length * 24} answers lost, longest ${Math.max(...took).toFixed(0)} ms`);
}

async function atAThird(base, name, requests, goal) {
  const rate = Math.floor((await most(base, requests)) * 0.3);
  await pause(500);
  const { p50, p99, failed } = await openLoop(base, requests, rate, 6);
  holds(p99 <= goal && !failed, `${name}: at ${rate} a second, a third of what can be: half within ${p50.toFixed(1)} ms, 99 of 100 within ${p99.toFixed(1)} ms (goal ${goal}), ${failed} failed`);
  return { rate, p99 };
}

async function main() {
  const cluster = await Cluster.make({ onDisk: true });
  const mail = await sink();
  try {
    const env = { DATABASE_URL: `postgres://signpost@127.0.0.1:${cluster.port}/signpost`, SIGNPOST_DATA: join(cluster.home, 'var'), SIGNPOST_TRUSTED_PROXIES: '127.0.0.1' };
    await command(['seed', '--students', '2000'], env);
    const portal = await Portal.serve(env);
    await coldStarts(portal);
    const { base } = portal;
    console.log(`memory after the start: ${memory(portal.child.pid).toFixed(1)} MiB`);

    const fresh = "select person_id from student where newest_result_at is null and not exists (select from attempt where attempt.student_id = person_id) order by person_id";
    const ids = cluster.ask(`${fresh} limit ${STUDENTS}`);
    const people = sessions(cluster, `${fresh} limit ${STUDENTS}`);
    await saveAtOnce(cluster, base, people, ids);

    const [ada] = sessions(cluster, "select id from person where email = 'ada@harbor.example'");
    const pages = people.map((headers) => ({ path: '/questions/2', headers }));
    const html = (await ask(base, pages[0])).text;
    const name = html.match(/name="attempt" value="([^"]+)"/)?.[1];
    const save = { method: 'POST', path: '/questions/2', headers: { ...people[0], ...FORM }, body: new URLSearchParams({ attempt: name, q07: '1', q08: '-2', q09: '0', q10: '2', q11: '1', q12: 'unsure' }).toString() };
    const quiet = await atAThird(base, 'a page of questions', pages, 10);
    await atAThird(base, 'saving a page', [save], 25);
    await atAThird(base, 'caseload', [{ path: '/caseload', headers: ada }], 50);

    // The same page while 32 at once sign in, as fast as they are let.
    const flood = fork(join(import.meta.dirname, 'flood.mjs'), [base, '32'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    running.add(flood);
    let signedIn = '';
    flood.stdout.on('data', (piece) => (signedIn += piece));
    await pause(1000);
    const beside = await openLoop(base, pages, quiet.rate, 6);
    const ended = once(flood, 'exit');
    flood.kill('SIGTERM');
    await ended;
    holds(beside.p99 <= 2 * Math.max(quiet.p99, 1) && !beside.failed, `a page of questions beside ${(Number(signedIn) / 7).toFixed(0)} sign-ins a second: 99 of 100 within ${beside.p99.toFixed(1)} ms, without them ${quiet.p99.toFixed(1)} (goal: at most twice)`);

    const before = memory(portal.child.pid);
    const many = sessions(cluster, "select person_id from student order by person_id desc limit 1000");
    for (const headers of many) await ask(base, { path: '/home', headers });
    const after = memory(portal.child.pid);
    holds(before <= 40, `memory after that load: ${before.toFixed(1)} MiB (goal 40)`);
    holds(after - before <= 2, `memory for 1,000 sessions more: ${(after - before).toFixed(1)} MiB (goal 2)`);

    await portal.end('SIGTERM');
    cluster.ask("update letter set state = 'held' where state in ('queued', 'deferred')");
    cluster.ask(`insert into letter (id, kind, person_id, to_name, to_email, locale, facts, message_id)
      select gen_random_uuid(), 'password-changed', person.id, full_name, email, 'en', '{"kind": "password-changed"}', '<bench-' || n || '@harbor.example>'
        from generate_series(1, ${LETTERS}) n join (select row_number() over () as at, * from person where role = 'student') person on person.at = 1 + n % 2000`);
    portal.env.SMTP_URL = `smtp://127.0.0.1:${mail.port}`;
    await portal.start();
    const taken = () => [...mail.taken.keys()].filter((id) => id.includes('bench-')).length;
    while (taken() < LETTERS / 2) await pause(20);
    await portal.end('SIGKILL');
    const half = mail.seconds();
    const rate = (taken() / half) * 60;
    await portal.start();
    // What it had in hand goes out again when its lease is over.
    const left = () => Number(cluster.ask("select count(*) from letter where message_id like '<bench-%' and state not in ('accepted')")[0]);
    for (let seconds = 0; left() > 0 && seconds < 240; seconds++) await pause(1_000);
    const twice = [...mail.taken].filter(([id, times]) => id.includes('bench-') && times > 1).length;
    holds(rate >= 6000, `letters: ${rate.toFixed(0)} a minute (goal 6,000)`);
    holds(taken() === LETTERS && left() === 0, `${LETTERS} letters over a kill -9: ${LETTERS - taken()} lost, ${twice} taken twice under one Message-ID, ${left()} not accepted`);
  } finally {
    mail.server.close();
    for (const child of running) child.kill('SIGKILL');
    cluster.remove();
  }
  if (failures.length) process.exitCode = 1;
}

await main();
process.exit();
