// Signpost as a program of its own, and people who write in it and count what was acknowledged. LOG=error shows its log.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './cluster.mjs';

const top = resolve(import.meta.dirname, '../..');
export const binary = process.env.SIGNPOST_BINARY ?? join(top, `target/${process.env.PROFILE ?? 'debug'}/signpost`);
const PASSWORD = 'lantern harbor wooden seven';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

export const running = new Set();

/** Runs a command of the program to its end. */
export const command = (args, env, program = binary) =>
  new Promise((done, failed) => {
    const child = spawn(program, args, { env: settings(env), stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`signpost ${args.join(' ')} ended with ${code}`))));
  });

const settings = (env) => {
  const ours = Object.entries(process.env).filter(([name]) => !/^(SIGNPOST_|DATABASE_|SMTP_)/.test(name));
  return { ...Object.fromEntries(ours), RUST_LOG: process.env.LOG ?? 'off', SIGNPOST_DEMO_PASSWORD: PASSWORD, SIGNPOST_SECRET: 'of these tests alone, 32 letters.', ...env };
};

export class Portal {
  /** The program it is, from its next start on. */
  program = binary;

  static async serve(env, program = binary) {
    const portal = Object.assign(new Portal(), { program });
    portal.port = await freePort();
    portal.base = `http://127.0.0.1:${portal.port}`;
    portal.env = { SIGNPOST_LISTEN: `127.0.0.1:${portal.port}`, SIGNPOST_BASE_URL: `http://localhost:${portal.port}`, SIGNPOST_TRUSTED_PROXIES: '127.0.0.1', ...env };
    await portal.start();
    return portal;
  }

  async start() {
    this.child = spawn(this.program, ['serve'], { env: settings(this.env), stdio: ['ignore', 'ignore', process.env.LOG ? 'inherit' : 'ignore'] });
    running.add(this.child);
    for (let tries = 0; tries < 300; tries++) {
      if ((await fetch(`${this.base}/readyz`).catch(() => null))?.ok) return;
      await pause(100);
    }
    throw new Error('the portal does not come up');
  }

  /** Ends it, and waits until it has ended. */
  async end(signal) {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill(signal);
    await ended;
    running.delete(this.child);
  }
}

/** The hidden fields of the form that posts to an address. */
const hidden = (html, action) => {
  const inside = html.split(`action="${action}"`)[1]?.split('</form>')[0] ?? '';
  return [...inside.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
};

/** Somebody signed in. */
export class Person {
  static async signIn(base, email) {
    const body = new URLSearchParams({ email, password: PASSWORD });
    for (let tries = 0; tries < 20; tries++) {
      const answer = await fetch(`${base}/sign-in`, { method: 'POST', headers: FORM, body, redirect: 'manual' });
      const sid = answer.headers.get('set-cookie')?.match(/sid=([^;]+)/)?.[1];
      if (sid) return Object.assign(new Person(), { base, headers: { cookie: `sid=${sid}` } });
      await pause(200);
    }
    throw new Error(`${email} cannot sign in`);
  }

  get(path) {
    return fetch(this.base + path, { headers: this.headers, redirect: 'manual', signal: AbortSignal.timeout(15_000) });
  }

  post(path, fields) {
    const body = new URLSearchParams(fields);
    return fetch(this.base + path, { method: 'POST', headers: { ...FORM, ...this.headers }, body, redirect: 'manual', signal: AbortSignal.timeout(15_000) });
  }
}

/** Statuses that may be seen while something is broken: done, shown, try again. */
const RIGHT = new Set([200, 303, 503]);

/**
 * Several writers at one record. Each note has its own words and its own key, and is sent again with the same key until it
 * is acknowledged, as a person would press the button again.
 */
export class Work {
  constructor(advisor, record) {
    Object.assign(this, { advisor, record, acknowledged: new Map(), statuses: new Map(), isOver: false, slowest: 0, isBroken: () => false });
  }

  begin(writers) {
    this.writers = Array.from({ length: writers }, (_, at) => this.write(at));
    return this;
  }

  async end() {
    this.isOver = true;
    await Promise.all(this.writers);
  }

  async try_(does) {
    const begun = Date.now();
    try {
      const answer = await does();
      const text = await answer.text();
      this.slowest = Math.max(this.slowest, Date.now() - begun);
      this.saw(answer.status);
      return { status: answer.status, text };
    } catch {
      this.slowest = Math.max(this.slowest, Date.now() - begun);
      this.saw('no answer');
      return { status: 0, text: '' };
    }
  }

  saw(status) {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  async write(writer) {
    for (let number = 0; !this.isOver; number++) {
      const words = `Writer ${writer}, note ${number}.`;
      let fields;
      while (!fields?.length) {
        if (this.isOver) return;
        const page = await this.try_(() => this.advisor.get(this.record));
        if (page.status === 200) fields = hidden(page.text, `${this.record}/notes`);
        else await pause(50);
      }
      for (let tries = 0; ; tries++) {
        const { status } = await this.try_(() => this.advisor.post(`${this.record}/notes`, [...fields, ['body', words], ['level', 'advisors']]));
        if (status === 303) {
          this.acknowledged.set(words, Date.now());
          break;
        }
        if (this.isOver && tries > 40) break;
        await pause(50);
      }
    }
  }

  /** The first acknowledgement after a moment. */
  firstAfter(moment) {
    return Math.min(...[...this.acknowledged.values()].filter((at) => at > moment));
  }

  wrong(mayBeGone) {
    return [...this.statuses].filter(([status]) => !RIGHT.has(status) && !(mayBeGone && status === 'no answer'));
  }
}

export { pause };
