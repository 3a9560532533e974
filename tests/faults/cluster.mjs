// A Postgres of these tests' own, which they may kill, fill and cut off, and a wire between it and the portal.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const isRoot = process.getuid() === 0;

const bin = () => {
  if (process.env.SIGNPOST_PG_BIN) return process.env.SIGNPOST_PG_BIN;
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => b - a);
  return join('/usr/lib/postgresql', versions[0], 'bin');
};

/** Postgres does not run as root: there it runs as the user that its package made. */
const as = (program, args) => (isRoot ? ['runuser', ['-u', 'postgres', '--', join(bin(), program), ...args]] : [join(bin(), program), args]);

export const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

export class Cluster {
  /** A new one, with its data on a small disk of their own where that can be made; `onDisk`: on the machine's. */
  static async make({ onDisk = false } = {}) {
    const cluster = new Cluster();
    cluster.home = mkdtempSync(join(tmpdir(), 'signpost-faults-'));
    chmodSync(cluster.home, 0o711);
    cluster.disk = join(cluster.home, 'disk');
    mkdirSync(cluster.disk);
    if (isRoot && !onDisk) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=500m', 'tmpfs', cluster.disk]);
    cluster.data = join(cluster.disk, 'data');
    mkdirSync(cluster.data, { mode: 0o700 });
    if (isRoot) execFileSync('chown', ['-R', 'postgres', cluster.disk]);
    cluster.port = await freePort();
    cluster.run('initdb', ['-D', cluster.data, '-U', 'signpost', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
    writeFileSync(
      join(cluster.data, 'postgresql.auto.conf'),
      `port = ${cluster.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_connections = 60\nmax_wal_size = ${onDisk ? '1GB' : '64MB'}\nwal_keep_size = 0\nlog_min_messages = fatal\n`,
    );
    cluster.start();
    cluster.ask('create database signpost', 'postgres');
    return cluster;
  }

  run(program, args) {
    const [command, all] = as(program, args);
    execFileSync(command, all, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
  }

  start() {
    this.run('pg_ctl', ['-D', this.data, '-w', '-t', '60', '-l', join(this.disk, 'log'), 'start']);
  }

  stop(mode) {
    const [command, all] = as('pg_ctl', ['-D', this.data, '-w', '-m', mode, 'stop']);
    spawnSync(command, all, { stdio: 'ignore', cwd: '/' });
  }

  get postmaster() {
    return Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Asks as somebody outside the portal; rows of one column. */
  ask(statement, database = 'signpost') {
    const args = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', statement, `postgres://signpost@127.0.0.1:${this.port}/${database}`];
    return execFileSync(join(bin(), 'psql'), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).split('\n').filter(Boolean);
  }

  /** Fills the disk to its last byte; `free` gives it back. */
  fill() {
    spawnSync('dd', ['if=/dev/zero', `of=${join(this.disk, 'ballast')}`, 'bs=1M'], { stdio: 'ignore' });
  }

  free() {
    rmSync(join(this.disk, 'ballast'), { force: true });
  }

  remove() {
    this.free();
    if (existsSync(join(this.data, 'postmaster.pid'))) this.stop('immediate');
    if (isRoot) spawnSync('umount', ['-l', this.disk], { stdio: 'ignore' });
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** A wire to a port, which can be cut, or go silent as when a machine loses its power. */
export class Wire {
  static async to(port) {
    const wire = new Wire();
    wire.sockets = new Set();
    wire.isSilent = false;
    wire.server = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [[near, far], [far, near]]) {
        wire.sockets.add(from);
        from.on('data', (bytes) => wire.isSilent || to.write(bytes));
        from.on('error', () => to.destroy());
        from.on('close', () => {
          wire.sockets.delete(from);
          if (!wire.isSilent) to.destroy();
        });
      }
    });
    await new Promise((done) => wire.server.listen(0, '127.0.0.1', done));
    wire.port = wire.server.address().port;
    return wire;
  }

  silence() {
    this.isSilent = true;
  }

  speak() {
    this.isSilent = false;
    this.cut();
  }

  cut() {
    for (const socket of this.sockets) socket.destroy();
  }

  close() {
    this.cut();
    this.server.close();
  }
}
