// `make fuzz`: requests over all doors as everybody, some as a browser would send them, most changed. Nothing may be answered
// with 5xx; reading changes nothing that anybody entered; and whoever cannot reach Eve's record changes nothing in it.
// 100,000 requests, FULL=1: a million; SEED=n for another run; what it finds it prints so that it can become a test.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cluster } from '../faults/cluster.mjs';
import { Person, Portal, command, running } from '../faults/portal.mjs';
import { Dice, Values } from './values.mjs';

const COUNT = Number(process.env.COUNT ?? (process.env.FULL ? 1_000_000 : 100_000));
const AT_ONCE = 12;
const seed = Number(process.env.SEED ?? 1);
const top = resolve(import.meta.dirname, '../..');

/** Doors that would end the run for whoever passes. */
const ENDS = [/^\/sign-out/, /\/sessions/, /deactivation/, /\/role$/, /^\/account\/password/, /^\/account\/email/, /second-factor/, /^\/dev\//];
const doors = [...readFileSync(join(top, 'src/web/routes.rs'), 'utf8').matchAll(/^\s*(get|post) "([^"]+)"/gm)]
  .map(([, method, path]) => ({ method: method.toUpperCase(), path }))
  .filter(({ method, path }) => method === 'GET' || !ENDS.some((end) => end.test(path)));

const gets = doors.filter(({ method }) => method === 'GET');
const patterns = doors.map(({ method, path }) => ({ method, path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));

/** The door that an address leads to. */
const doorOf = (method, address) => patterns.find((door) => door.method === method && door.pattern.test(address.split('?')[0]))?.path;

/** Pages that one of the cast looks at. */
const MOST_PAGES = 250;

const CAST = {
  visitor: null,
  eve: 'eve@students.harbor.example',
  finn: 'finn@students.harbor.example',
  ada: 'ada@harbor.example',
  bo: 'bo@harbor.example',
  lee: 'lee@harbor.example',
  sam: 'sam@harbor.example',
};

/** Tables that change while one reads: who is here, who looked, how often; what was sent out before; and the clockwork's own. */
const READING = new Set(['digest', 'figure', 'letter_about', 'tally', 'audit', 'session', 'throttle', 'note_seen', 'half_sign_in', 'known_device', 'chore', 'letter', 'letter_try', 'standing', 'person', 'token', 'shred', 'attempt']);

const sum = (cluster, rows) => cluster.ask(`select coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0) from (${rows}) t`)[0];

/** What everybody entered. */
function entered(cluster) {
  const tables = cluster.ask("select tablename from pg_tables where schemaname = 'public' order by 1").filter((name) => !READING.has(name));
  return Object.fromEntries(tables.map((table) => [table, sum(cluster, `select * from "${table}"`)]));
}

/** What is in Eve's record. */
function record(cluster, eve) {
  const tables = cluster.ask("select table_name from information_schema.columns where table_schema = 'public' and column_name = 'student_id' and table_name not in ('standing', 'selection_item') order by 1");
  const rows = Object.fromEntries(tables.map((table) => [table, `select * from "${table}" where student_id = '${eve}'`]));
  rows.student = `select person_id, advisor_id, newest_result_id from student where person_id = '${eve}'`;
  rows.person = `select full_name, email, role, password_hash, deactivated_at from person where id = '${eve}'`;
  rows.answer = `select answer.* from answer join attempt on attempt.id = attempt_id where student_id = '${eve}'`;
  rows.advice = `select advice.* from advice join result on result.id = result_id where student_id = '${eve}'`;
  return Object.fromEntries(Object.entries(rows).map(([table, query]) => [table, sum(cluster, query)]));
}

const differences = (before, after) => Object.keys(before).filter((name) => before[name] !== after[name]);

class Fuzz {
  constructor(world, dice) {
    Object.assign(this, { world, dice, statuses: new Map(), faults: new Map(), forms: new Map(), actions: new Map(), addresses: new Map() });
  }

  /** Ids and names that are in the database, by the place they stand in in an address. */
  places() {
    const { cluster } = this.world;
    const columns = cluster.ask("select table_name || '.' || column_name from information_schema.columns join information_schema.tables using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'id' and data_type = 'uuid'");
    this.ids = columns.flatMap((column) => cluster.ask(`select id from "${column.split('.')[0]}" limit 40`));
    const { eve } = this.world;
    return {
      '{slug}': [...cluster.ask('select slug from page'), ...cluster.ask('select slug from program')],
      '{key}': cluster.ask('select key from claim limit 60'),
      '{part}': ['1', '2', '3', '4', '5', '0'],
      '{number}': ['1', '2', '3', '0'],
      '{language}': ['es', 'en', 'xx'],
      '{id}': [eve, eve, eve, ...this.ids],
    };
  }

  /** Follows links as everybody, for the forms and the addresses that are on their pages. */
  async crawl() {
    for (const name of Object.keys(CAST)) {
      const waiting = gets.map(({ path }) => path).filter((path) => !path.includes('{'));
      const seen = new Set();
      while (waiting.length && seen.size < MOST_PAGES) {
        const address = waiting.shift();
        const door = doorOf('GET', address);
        if (seen.has(address) || !door) continue;
        seen.add(address);
        const html = await this.ask(name, 'GET', address, null, door);
        this.learn(html);
        for (const [, link] of html.matchAll(/href="(\/[^"#]*)/g)) {
          const path = link.replaceAll('&amp;', '&');
          if (!path.startsWith('/static/') && this.remember(path)) waiting.push(path);
        }
      }
    }
  }

  /** Keeps a few addresses of each door as they stand on pages; says whether this one was new. */
  remember(address) {
    const door = doorOf('GET', address);
    if (!door) return false;
    const known = this.addresses.get(door) ?? new Set();
    if (known.has(address) || known.size >= 12) return false;
    this.addresses.set(door, known.add(address));
    return true;
  }

  /** An address of a door as one of its pages has it; else one that is made up. */
  address(door, values, places) {
    const known = [...(this.addresses.get(door) ?? []), ...(this.actions.get(door) ?? [])];
    return known.length && !this.dice.once(3) ? this.dice.of(known) : values.address(door, places);
  }

  learn(html) {
    for (const [, action, inside] of html.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)) {
      const fields = [...inside.matchAll(/<(?:input|select|textarea|button)[^>]*name="([^"]+)"(?:[^>]*value="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']);
      const door = doorOf('POST', action);
      if (!door) continue;
      this.forms.set(door, fields);
      const known = this.actions.get(door) ?? new Set();
      if (known.size < 12) this.actions.set(door, known.add(action.replaceAll('&amp;', '&')));
    }
  }

  async person(name) {
    const { people, portal } = this.world;
    people[name] ??= CAST[name] ? Person.signIn(portal.base, CAST[name]) : Object.assign(new Person(), { base: portal.base, headers: {} });
    return people[name];
  }

  async ask(name, method, address, body, door) {
    const who = await this.person(name);
    const headers = { ...who.headers, ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } : {}) };
    let answer;
    try {
      answer = await fetch(who.base + address, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    } catch (error) {
      this.fault(`${name} ${method} ${door}`, `${address} ${body ?? ''}: ${error.cause?.code ?? error.message}`);
      return '';
    }
    const text = await answer.text();
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500) this.fault(`${name} ${method} ${door} → ${answer.status}`, `${address} ${(body ?? '').slice(0, 600)} · request ${answer.headers.get('x-request-id')}`);
    if (CAST[name] && answer.headers.get('location')?.startsWith('/sign-in')) delete this.world.people[name];
    return text;
  }

  fault(what, how) {
    const known = this.faults.get(what) ?? { count: 0, how };
    known.count += 1;
    this.faults.set(what, known);
  }

  /** So many requests of these people through these doors. */
  async run(count, names, open, values, places) {
    let left = count;
    const one = async () => {
      while (left-- > 0) {
        const { method, path } = this.dice.of(open);
        const address = this.address(path, values, places);
        const verb = method === 'GET' && this.dice.once(20) ? 'HEAD' : method;
        const body = method === 'POST' ? values.fields(this.forms.get(path) ?? []) : undefined;
        await this.ask(this.dice.of(names), verb, address, body, path);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }
}

async function main() {
  const cluster = await Cluster.make();
  const world = { cluster, people: {} };
  let wrong = [];
  try {
    const env = { DATABASE_URL: `postgres://signpost@127.0.0.1:${cluster.port}/signpost`, SIGNPOST_DATA: join(cluster.home, 'var') };
    await command(['seed'], env);
    world.portal = await Portal.serve(env);
    [world.eve] = cluster.ask("select id from person where email_key = 'eve@students.harbor.example'");
    const fuzz = new Fuzz(world, new Dice(seed));
    const places = fuzz.places();
    const values = new Values(fuzz.dice, fuzz.ids);
    // Twice: what is written in between has pages and forms of its own.
    await fuzz.crawl();
    await fuzz.run(COUNT / 50, Object.keys(CAST), doors.filter(({ method }) => method === 'POST'), values, places);
    await fuzz.crawl();
    console.log(`${doors.length} doors, ${fuzz.forms.size} forms, seed ${seed}`);

    const before = entered(cluster);
    await fuzz.run(COUNT * 0.4, Object.keys(CAST), gets, values, places);
    for (const table of differences(before, entered(cluster))) wrong.push(`reading changed ${table}`);

    const was = record(cluster, world.eve);
    await fuzz.run(COUNT * 0.3, ['visitor', 'finn', 'bo'], doors, values, places);
    for (const table of differences(was, record(cluster, world.eve))) wrong.push(`somebody out of reach changed ${table} of Eve's`);

    await fuzz.run(COUNT * 0.3, Object.keys(CAST), doors, values, places);
    const statuses = [...fuzz.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ');
    console.log(`answers: ${statuses}`);
    wrong = [...wrong, ...[...fuzz.faults].map(([what, { count, how }]) => `${count}× ${what}\n    ${how}`)];
    for (const line of wrong) console.log(line);
    console.log(wrong.length ? `${wrong.length} findings` : '0 answers 5xx, 0 rows changed that should not');
    process.exitCode = wrong.length ? 1 : 0;
  } finally {
    for (const child of running) child.kill('SIGKILL');
    cluster.remove();
  }
}

await main();
