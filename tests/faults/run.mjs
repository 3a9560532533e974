// `make faults`: breaks one thing after the other under people who write, mends it, and counts what was acknowledged, lost,
// doubled and answered wrongly, and how long it took until the next write went through. A few minutes; ONLY=name for one.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Cluster, Wire, isRoot } from './cluster.mjs';
import { Person, Portal, Work, command, pause, running } from './portal.mjs';

// The portal's own clock jumps; the database's, which judges what has run out, does not.
const FAKE_CLOCK = ['/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1', '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1'].find(existsSync);
const WRITERS = 6;
const SECONDS = Number(process.env.SECONDS ?? 4);
const PROMISED = { back: 5_000, slowest: 10_000 };

const backends = (world) => world.cluster.ask("select pid from pg_stat_activity where application_name = 'signpost'").map(Number);

/** Somebody else's session, until it is ended. */
const spawnPsql = ({ cluster }, statement) =>
  spawn('psql', ['-X', '-q', '-c', statement, `postgres://signpost@127.0.0.1:${cluster.port}/signpost`], { stdio: 'ignore' });

/** Each breaks something and gives what mends it. `gone`: the portal itself dies, so that a browser may get no answer. */
const FAULTS = {
  'portal: kill -9': {
    gone: true,
    async break({ portal }) {
      await portal.end('SIGKILL');
      return () => portal.start();
    },
  },
  'portal: restart': {
    gone: true,
    async break({ portal }) {
      await portal.end('SIGTERM');
      return () => portal.start();
    },
  },
  'Postgres: a backend killed': {
    async break(world) {
      process.kill(backends(world)[0], 'SIGKILL');
      return async () => {};
    },
  },
  'Postgres: postmaster killed': {
    async break({ cluster }) {
      process.kill(cluster.postmaster, 'SIGKILL');
      await pause(1_000);
      return () => cluster.start();
    },
  },
  'Postgres: restart fast': {
    async break({ cluster }) {
      cluster.stop('fast');
      return () => cluster.start();
    },
  },
  'Postgres: restart immediate': {
    async break({ cluster }) {
      cluster.stop('immediate');
      return () => cluster.start();
    },
  },
  'disk full': {
    skip: !isRoot && 'needs root for a small disk',
    async break({ cluster }) {
      cluster.fill();
      return async () => cluster.free();
    },
  },
  'connections used up': {
    async break(world) {
      const others = Array.from({ length: 70 }, () => spawnPsql(world, 'select pg_sleep(60)'));
      await pause(1_500);
      try {
        world.cluster.ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'signpost%'");
      } catch {} // there is no connection left for us either; the portal keeps those it has
      return async () => {
        for (const other of others) other.kill('SIGINT');
        await pause(500);
      };
    },
  },
  'table locked': {
    async break(world) {
      const holds = spawnPsql(world, 'begin; lock table note in access exclusive mode; select pg_sleep(60)');
      return async () => {
        holds.kill();
        // A program that is killed leaves its statement behind until the server notices.
        world.cluster.ask("select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()");
      };
    },
  },
  'wire to Postgres cut': {
    async break({ wire }) {
      const cut = setInterval(() => wire.cut(), 20);
      return async () => clearInterval(cut);
    },
  },
  'wire to Postgres silent': {
    async break({ wire }) {
      wire.silence();
      return async () => wire.speak();
    },
  },
  'clock a day ahead': {
    skip: !FAKE_CLOCK && 'needs libfaketime',
    async break({ clock }) {
      writeFileSync(clock, '+1d');
      return async () => writeFileSync(clock, '+0d');
    },
  },
  'clock a day behind': {
    skip: !FAKE_CLOCK && 'needs libfaketime',
    async break({ clock }) {
      writeFileSync(clock, '-1d');
      return async () => writeFileSync(clock, '+0d');
    },
  },
  '1,000 slow clients': {
    harmless: true,
    async break({ portal }) {
      const slow = Array.from({ length: 1_000 }, () => connect(portal.port, '127.0.0.1').on('error', () => {}));
      const head = 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60\r\n\r\n';
      let at = 0;
      const drip = setInterval(() => {
        for (const one of slow) if (!one.destroyed) one.write((head + 'email=a'.repeat(20))[at] ?? 'x');
        at += 1;
      }, 100);
      return async () => {
        clearInterval(drip);
        for (const one of slow) one.destroy();
      };
    },
  },
  '10,000 idle connections': {
    harmless: true,
    async break({ portal }) {
      const idle = [];
      for (let batch = 0; batch < 20; batch++) {
        for (let at = 0; at < 500; at++) idle.push(connect(portal.port, '127.0.0.1').on('error', () => {}));
        await pause(50);
      }
      return async () => {
        for (const one of idle) one.destroy();
      };
    },
  },
};

async function suffer(name, fault, world) {
  world.cluster.ask('delete from note_seen; delete from note_revision; delete from note where body like \'Writer %\'');
  const work = new Work(world.ada, world.record).begin(WRITERS);
  await pause(1_000);
  const mend = await fault.break(world);
  await pause(SECONDS * 1_000);
  const broke = work.acknowledged.size;
  await mend();
  const mended = Date.now();
  await pause(SECONDS * 1_000);
  await work.end();
  const back = Math.max(0, work.firstAfter(mended) - mended);
  const stored = world.cluster.ask("select body from note where body like 'Writer %'");
  const kept = new Map();
  for (const words of stored) kept.set(words, (kept.get(words) ?? 0) + 1);
  const lost = [...work.acknowledged.keys()].filter((words) => !kept.has(words)).length;
  const doubled = [...kept.values()].filter((count) => count > 1).length;
  const wrong = work.wrong(fault.gone);
  const bad = lost || doubled || wrong.length || back > PROMISED.back || work.slowest > PROMISED.slowest || (fault.harmless && work.statuses.has(503));
  const statuses = [...work.statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  const row = [name, work.acknowledged.size, broke, lost, doubled, wrong.map(([status]) => status).join(' ') || 'none', (back / 1_000).toFixed(1), (work.slowest / 1_000).toFixed(1), statuses];
  console.log(`| ${row.join(' | ')} |`);
  return !bad;
}

async function main() {
  const world = { cluster: await Cluster.make() };
  try {
    const direct = { DATABASE_URL: `postgres://signpost@127.0.0.1:${world.cluster.port}/signpost`, SIGNPOST_DATA: join(world.cluster.home, 'var') };
    await command(['seed'], direct);
    world.wire = await Wire.to(world.cluster.port);
    const env = { ...direct, DATABASE_URL: `postgres://signpost@127.0.0.1:${world.wire.port}/signpost`, SIGNPOST_DB_CONNECTIONS: '12' };
    world.clock = join(world.cluster.home, 'clock');
    writeFileSync(world.clock, '+0d');
    if (FAKE_CLOCK) Object.assign(env, { LD_PRELOAD: FAKE_CLOCK, FAKETIME_TIMESTAMP_FILE: world.clock, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' });
    world.portal = await Portal.serve(env);
    world.ada = await Person.signIn(world.portal.base, 'ada@harbor.example');
    const [eve] = world.cluster.ask("select id from person where email_key = 'eve@students.harbor.example'");
    world.record = `/students/${eve}`;
    console.log('| fault | acknowledged | of those by its end | lost | doubled | wrong answers | s until the next write | longest answer s | answers |');
    console.log('|---|---|---|---|---|---|---|---|---|');
    const failed = [];
    for (const [name, fault] of Object.entries(FAULTS)) {
      if (process.env.ONLY && !name.includes(process.env.ONLY)) continue;
      if (fault.skip) console.log(`| ${name} | not run: ${fault.skip} | | | | | | | |`);
      else if (!(await suffer(name, fault, world))) failed.push(name);
    }
    if (failed.length) {
      console.log(`\nnot as promised: ${failed.join(', ')}`);
      process.exitCode = 1;
    }
  } finally {
    for (const child of running) child.kill('SIGKILL');
    world.wire?.close();
    world.cluster.remove();
  }
}

await main();
