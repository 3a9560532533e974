// What both benches measure with: starting programs, processor time of them and of Postgres, and wrk.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const running = [];

export const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

export async function start(program, args, env, address) {
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
export const spent = (pids) => {
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
export const database = (folder) => {
  const postmaster = Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)];
};

/** Busy time of the whole machine so far, in milliseconds. */
export const machine = () => {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * 10;
};

/** One turn of wrk; `requests` are taken in turn by its two threads. */
export async function turn({ data, folder, connections, seconds }, base, app, requests) {
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
  const before = { app: spent([app]), database: spent(database(folder)), machine: machine() };
  const wrk = spawn('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, '-s', script, base], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let load = 0;
  wrk.stdout.on('data', (words) => (said += words));
  const watch = setInterval(() => (load = Math.max(load, spent([wrk.pid]))), 50);
  await new Promise((done) => wrk.once('exit', done));
  clearInterval(watch);
  const cost = { app: spent([app]) - before.app, database: spent(database(folder)) - before.database };
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

export const median = (turns, name) => turns.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(turns.length / 2)];

/** Ends what was started, last first. */
export async function stopAll() {
  for (const child of running.reverse()) {
    const ended = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
  }
  running.length = 0;
}
