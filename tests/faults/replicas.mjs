// `make failover`: two Postgres servers under Patroni, with synchronous replication, behind HAProxy; the leader's machine is
// lost (its Postgres and its Patroni killed with -9) under people who write. Needs root: each server runs as `postgres`.
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isRoot } from './cluster.mjs';
import { Person, Portal, Work, command, pause, running } from './portal.mjs';

const PROMISED = 30_000;

const idOf = (user) => Number(execFileSync('id', ['-u', user], { encoding: 'utf8' }));
const binaries = () => join('/usr/lib/postgresql', readdirSync('/usr/lib/postgresql').sort((a, b) => b - a)[0], 'bin');

/** Starts a program as the user that Postgres runs as, in a group of its own, so that all of it can be lost at once. */
function start(program, args, home) {
  const child = spawn('setsid', ['runuser', '-u', 'postgres', '--', program, ...args], { cwd: home, stdio: ['ignore', 'ignore', 'ignore'] });
  running.add(child);
  return child;
}

const patroni = ({ name, home, port, rest, etcd }) => `
scope: signpost
name: ${name}
restapi: { listen: '127.0.0.1:${rest}', connect_address: '127.0.0.1:${rest}' }
etcd3: { host: '127.0.0.1:${etcd}' }
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 3
    retry_timeout: 3
    synchronous_mode: true
    postgresql: { use_pg_rewind: false, parameters: { max_connections: 60, max_wal_size: 128MB } }
  initdb: [{ encoding: UTF8 }, { locale: C }, { auth: trust }]
  pg_hba: ['host all all 127.0.0.1/32 trust', 'host replication all 127.0.0.1/32 trust', 'local all all trust']
postgresql:
  listen: 127.0.0.1:${port}
  connect_address: 127.0.0.1:${port}
  data_dir: ${home}/${name}
  bin_dir: ${binaries()}
  authentication:
    superuser: { username: postgres }
    replication: { username: replicator }
  parameters: { unix_socket_directories: '' }
`;

const proxy = ({ port, nodes }) => `
defaults
    mode tcp
    timeout connect 2s
    timeout client 60s
    timeout server 60s
listen leader
    bind 127.0.0.1:${port}
    option httpchk GET /primary
    default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map((node) => `    server ${node.name} 127.0.0.1:${node.port} check port ${node.rest}`).join('\n')}
`;

const role = async (node) => {
  const answer = await fetch(`http://127.0.0.1:${node.rest}/patroni`).catch(() => null);
  return answer ? (await answer.json()).role : 'away';
};

async function until(what, holds, seconds) {
  for (let tries = 0; tries < seconds * 5; tries++) {
    // What is still coming up may fail in any way.
    if (await holds().catch(() => false)) return;
    await pause(200);
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

const ask = (port, statement, database = 'signpost') =>
  execFileSync(join(binaries(), 'psql'), ['-X', '-q', '-A', '-t', '-c', statement, `postgres://postgres@127.0.0.1:${port}/${database}`], { encoding: 'utf8' }).split('\n').filter(Boolean);

async function main() {
  if (!isRoot) throw new Error('needs root, to run servers as the user postgres');
  const home = mkdtempSync(join(tmpdir(), 'signpost-replicas-'));
  chmodSync(home, 0o755);
  chownSync(home, idOf('postgres'), -1);
  try {
    const etcd = await freePort();
    const peers = await freePort();
    start('etcd', ['--data-dir', join(home, 'etcd'), '--listen-client-urls', `http://127.0.0.1:${etcd}`, '--advertise-client-urls', `http://127.0.0.1:${etcd}`, '--listen-peer-urls', `http://127.0.0.1:${peers}`, '--initial-advertise-peer-urls', `http://127.0.0.1:${peers}`, '--initial-cluster', `default=http://127.0.0.1:${peers}`], home);
    const nodes = [];
    for (const name of ['one', 'two']) {
      const node = { name, home, etcd, port: await freePort(), rest: await freePort() };
      writeFileSync(join(home, `${name}.yml`), patroni(node));
      node.child = start('patroni', [join(home, `${name}.yml`)], home);
      await until(`Postgres ${name}`, async () => ['master', 'primary', 'replica', 'sync_standby'].includes(await role(node)), 60);
      nodes.push(node);
    }
    const port = await freePort();
    writeFileSync(join(home, 'haproxy.cfg'), proxy({ port, nodes }));
    const balancer = spawn('haproxy', ['-f', join(home, 'haproxy.cfg'), '-db'], { stdio: 'ignore' });
    running.add(balancer);
    await until('the proxy', async () => ask(port, 'select pg_is_in_recovery()', 'postgres')[0] === 'f', 20);
    await until('the synchronous standby', async () => ask(port, "select 1 from pg_stat_replication where sync_state = 'sync'", 'postgres').length === 1, 60);

    ask(port, 'create database signpost', 'postgres');
    const env = { DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/signpost`, SIGNPOST_DATA: join(home, 'var'), SIGNPOST_DB_CONNECTIONS: '12' };
    mkdirSync(join(home, 'var'));
    await command(['seed'], env);
    const portal = await Portal.serve(env);
    const pid = portal.child.pid;
    const ada = await Person.signIn(portal.base, 'ada@harbor.example');
    const [eve] = ask(port, "select id from person where email_key = 'eve@students.harbor.example'");
    const work = new Work(ada, `/students/${eve}`).begin(6);
    await pause(5_000);
    const [leader] = (await Promise.all(nodes.map(async (node) => [node, await role(node)]))).find(([, is]) => ['master', 'primary'].includes(is));
    const lost = Date.now();
    // The machine is gone: Patroni, Postgres and all its processes.
    execFileSync('pkill', ['-9', '-f', `${home}/${leader.name}(\\.yml|$| )`]);
    await pause(40_000);
    await work.end();
    const back = work.firstAfter(lost + 1_000) - lost;
    const left = nodes.find((node) => node !== leader);
    const stored = ask(left.port, "select body from note where body like 'Writer %'");
    const gone = [...work.acknowledged.keys()].filter((words) => !stored.includes(words)).length;
    const doubled = stored.length - new Set(stored).size;
    const wrong = work.wrong(false);
    const statuses = [...work.statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
    console.log(`leader lost: ${work.acknowledged.size} acknowledged, ${gone} lost, ${doubled} doubled, wrong answers ${wrong.map(([status]) => status).join(' ') || 'none'}; back after ${(back / 1_000).toFixed(1)} s; longest answer ${(work.slowest / 1_000).toFixed(1)} s; ${statuses}`);
    const isSame = portal.child.pid === pid && portal.child.exitCode === null;
    if (gone || doubled || wrong.length || !(back < PROMISED) || !isSame) process.exitCode = 1;
  } finally {
    for (const child of running) child.kill('SIGKILL');
    try { execFileSync('pkill', ['-9', '-f', home]); } catch {} // nothing of it is left
    rmSync(home, { recursive: true, force: true });
  }
}

await main();
