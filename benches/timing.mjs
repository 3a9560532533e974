// Known and unknown in time: whoever measures how long an answer takes must not learn whether an address has an account.
// Each form is sent for known and unknown addresses by turns, and the two heaps of times are held against each other: the
// chance that a known one took longer than an unknown one (the area under the curve, AUC) is 0.5 where nothing can be told.
import { request, Agent } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const times = Number(process.env.TIMES ?? 3); // each known address, so many times: more letters an hour it does not get
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const line = new Agent({ keepAlive: true, maxSockets: 1 });
let networks = 0;

/** One request from a network of its own, as no throttle knows it yet: its status and how many milliseconds it took. */
function ask(base, path, fields, cookie) {
  networks += 1;
  const headers = { 'x-forwarded-for': `10.${networks >> 8}.${networks & 255}.7`, ...(cookie && { cookie }) };
  const body = fields && new URLSearchParams(fields).toString();
  return new Promise((done, failed) => {
    const began = process.hrtime.bigint();
    const asked = request(base + path, { method: body ? 'POST' : 'GET', agent: line, headers: body ? { ...form, ...headers, 'content-length': Buffer.byteLength(body) } : headers }, (answer) => {
      const took = Number(process.hrtime.bigint() - began) / 1e6;
      answer.resume().on('end', () => done({ status: answer.statusCode, took }));
    });
    asked.on('error', failed).end(body);
  });
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** The chance that one of the first took longer than one of the second, and what such a figure varies by chance alone. */
export function apart(first, second) {
  let wins = 0;
  for (const one of first) for (const other of second) wins += one > other ? 1 : one === other ? 0.5 : 0;
  const pairs = first.length * second.length;
  return { auc: wins / pairs, error: Math.sqrt((first.length + second.length + 1) / (12 * pairs)) };
}

/** A made-up address like a known one: nobody has it, and it is as long. */
const unknown = (email) => email.replace(/[0-9a-f]{6}(?=@)/, () => Math.floor(Math.random() * 0xffffff).toString(16).padStart(6, 'e'));
const token = (like) => [...like].map(() => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[Math.floor(Math.random() * 64)]).join('');

/** An invitation that an admin took back: its link was good once. */
async function spentInvitation(base, letters, password) {
  const post = (path, fields, cookie) => fetch(base + path, { method: 'POST', headers: { ...form, ...(cookie && { cookie }) }, body: new URLSearchParams(fields), redirect: 'manual' });
  const signedIn = await post('/sign-in', { email: 'sam@harbor.example', password });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  const invited = await post('/admin/people', { name: 'Ida Moss', email: 'ida@harbor.example', role: 'advisor' }, cookie);
  if (invited.status !== 303) throw new Error(`inviting: ${invited.status}`);
  const waiting = await (await fetch(`${base}/admin/people?tab=invited`, { headers: { cookie } })).text();
  const door = waiting.match(/\/admin\/people\/invitations\/[0-9a-f-]{36}\/withdrawal/)[0];
  for (let tries = 0; tries < 200; tries++, await pause(50)) {
    const name = readdirSync(letters).find((name) => name.endsWith('.eml') && readFileSync(join(letters, name), 'utf8').includes('ida@harbor.example'));
    const found = name && readFileSync(join(letters, name), 'utf8').replaceAll('=\r\n', '').match(/\/invitations\/([\w-]{43})/);
    if (!found) continue;
    const withdrawn = await post(door, {}, cookie);
    if (withdrawn.status !== 303) throw new Error(`withdrawing: ${withdrawn.status}`);
    return found[1];
  }
  throw new Error('no letter with the invitation');
}

/** The cookie of a visitor who answered a question: registering there holds the answers. */
async function triedCookie(base) {
  const page = await (await fetch(`${base}/questions/1`)).text();
  const questionnaire = page.match(/name="questionnaire" value="([^"]+)"/)[1];
  const saved = await fetch(`${base}/questions/1`, { method: 'POST', headers: form, body: new URLSearchParams({ questionnaire, q01: '2' }), redirect: 'manual' });
  const cookie = saved.headers.get('set-cookie')?.split(';')[0];
  if (saved.status !== 303 || !cookie) throw new Error(`trying: ${saved.status}`);
  return cookie;
}

/** Measures all five ways and prints the table; gives those that can be told apart. */
export async function timing({ base, letters, emails, password }) {
  const spent = await spentInvitation(base, letters, password);
  const tried = await triedCookie(base);
  const half = Math.ceil(emails.length / 2); // an address gets three letters an hour, whichever way
  const ways = [
    ['sign-in, wrong password', (email) => ['/sign-in', { email, password: 'nothing that opens a door' }], unknown],
    ['registration', (email) => ['/register', { name: 'Ivy Noor', email, password: 'violet pepper station nine' }], unknown, emails.slice(0, half)],
    ['registration after a try', (email) => ['/register', { name: 'Ivy Noor', email, password: 'violet pepper station nine' }, tried], unknown, emails.slice(half)],
    ['forgotten password', (email) => ['/password/forgot', { email }], unknown],
    ['invitation link', (link) => [`/invitations/${link}`], token, Array(emails.length).fill(spent)],
  ];
  console.log(`\nknown and unknown, ${emails.length * times} times each, registrations half of them, by turns\n`);
  console.log('| form | status | known p50 ms | known p95 ms | unknown p50 ms | unknown p95 ms | AUC (0.5: cannot be told) |');
  console.log('|---|---|---|---|---|---|---|');
  const told = [];
  for (const [name, call, stranger, known = emails] of ways) {
    const heaps = [[], []];
    const statuses = new Set();
    for (let round = -1; round < times; round++) {
      // The first round warms up what is cold, and is not counted: with addresses that nobody has.
      for (const one of round < 0 ? known.slice(0, 16).map(stranger) : known) {
        const pair = [[0, one], [1, stranger(one)]];
        if (Math.random() < 0.5) pair.reverse();
        for (const [heap, who] of pair) {
          const { status, took } = await ask(base, ...call(who));
          await pause(15); // the carrier takes the letter meanwhile
          if (round >= 0) heaps[heap].push(took);
          statuses.add(status);
        }
      }
    }
    const [first, second] = heaps.map((heap) => heap.sort((a, b) => a - b));
    const { auc, error } = apart(first, second);
    if (Math.abs(auc - 0.5) > 4 * error) told.push(name);
    const figures = [at(first, 0.5), at(first, 0.95), at(second, 0.5), at(second, 0.95)].map((figure) => figure.toFixed(2));
    console.log(`| ${[name, [...statuses].join(' '), ...figures, `${auc.toFixed(3)} ± ${(2 * error).toFixed(3)}`].join(' | ')} |`);
    if (statuses.size > 1) told.push(`${name} by its status`);
  }
  return told;
}
