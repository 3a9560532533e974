// A Signpost of one's own: fresh data folder, demo school, free port; stopped by its pid.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const top = resolve(import.meta.dirname, '../..');
const binary = process.env.SIGNPOST_BINARY ?? join(top, 'target/debug/signpost');

/** The password of the whole cast. */
export const PASSWORD = 'lantern harbor wooden seven';

const freePort = () =>
  new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The demo school as it was seeded for this run: seeding takes a second of each test, copying the folder a tenth. */
function school(env) {
  const all = join(top, 'target/browser-schools');
  // Of this run and of this program: a number of a process comes again.
  const ours = join(all, `${process.ppid}.${Math.round(statSync(binary).mtimeMs)}`);
  if (existsSync(ours)) return ours;
  mkdirSync(all, { recursive: true });
  for (const old of readdirSync(all)) {
    if (!isAlive(Number.parseInt(old, 10))) rmSync(join(all, old), { recursive: true, force: true });
  }
  // Two files of tests may begin at once: whoever is first gives it its name.
  const made = mkdtempSync(`${ours}.`);
  execFileSync('chmod', ['711', made]);
  const options = { env: { ...env, SIGNPOST_DATA: made }, cwd: top, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync(binary, ['seed', '--if-empty'], options);
  try {
    renameSync(made, ours);
  } catch {
    return made;
  }
  return ours;
}

/** Seeds and serves; gives the address, the letters and the way to stop. With an admin there is nobody but them, and nothing is seeded. */
export async function startServer({ admin = null } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'signpost-browser-'));
  const port = await freePort();
  const ours = Object.entries(process.env).filter(([name]) => !/^(SIGNPOST_|DATABASE_|SMTP_)/.test(name));
  const env = {
    ...Object.fromEntries(ours),
    SIGNPOST_DATA: join(data, 'var'),
    SIGNPOST_LISTEN: `127.0.0.1:${port}`,
    SIGNPOST_DEMO_PASSWORD: PASSWORD,
    RUST_LOG: 'signpost=warn,warn',
  };
  // The user that Postgres runs as under root must be able to pass through.
  execFileSync('chmod', ['711', data]);
  if (admin) {
    const { email, name } = admin;
    const options = { env, cwd: top, input: `${PASSWORD}\n`, stdio: ['pipe', 'ignore', 'inherit'] };
    execFileSync(binary, ['create-admin', '--email', email, '--name', name], options);
  } else {
    execFileSync('cp', ['-a', school(env), env.SIGNPOST_DATA]);
  }
  const child = spawn(binary, ['serve'], { env, cwd: top, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  const base = `http://localhost:${port}`;
  await until(async () => (await fetch(`${base}/readyz`).catch(() => null))?.ok, 'the server is ready');
  const letters = join(env.SIGNPOST_DATA, 'letters');
  return {
    base,
    /** The newest letter to an address, once it is there. */
    letterTo: (email, kind = '') => until(() => newest(letters, email, kind), `a letter to ${email}`),
    /** Runs statements in its database, for what happens elsewhere: time passes, a version is published. */
    sql: (statements) => execFileSync(
      'psql',
      ['-qXAt', '-v', 'ON_ERROR_STOP=1', '-h', join(env.SIGNPOST_DATA, 'postgres'), '-p', '5432', '-U', 'signpost', '-c', statements, 'signpost'],
      { encoding: 'utf8' },
    ).trim(),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Asks again and again, for at most 20 seconds, until there is an answer. */
export async function until(ask, what) {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`waited in vain until ${what}`);
}

function newest(folder, email, kind) {
  let names = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.eml') && name.includes(kind));
  } catch {
    return null; // no letter yet, no folder yet
  }
  const letters = names.sort().reverse().map((name) => read(readFileSync(join(folder, name), 'utf8')));
  return letters.find((letter) => letter.to.includes(email)) ?? null;
}

function read(raw) {
  const mail = raw.replaceAll('\r\n', '\n');
  const head = mail.slice(0, mail.indexOf('\n\n')).replaceAll(/\n[ \t]+/g, ' ');
  const field = (name) => head.match(new RegExp(`^${name}: (.*)$`, 'mi'))?.[1] ?? '';
  const part = (kind) => {
    const start = mail.indexOf(`Content-Type: ${kind}`);
    const body = mail.slice(mail.indexOf('\n\n', start) + 2).split('\n--signpost-')[0];
    const bytes = body.replaceAll('=\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  };
  const text = part('text/plain');
  return { to: field('To'), subject: field('Subject'), text, html: part('text/html'), link: text.match(/https?:\/\/\S+/)?.[0] };
}
