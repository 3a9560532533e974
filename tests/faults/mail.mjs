// Letters through a mail server that fails three times in ten, in six ways: none is lost, and none goes out under a second
// Message-ID. What was taken before the line broke may come twice, under the same one: SMTP knows no better.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Dice } from '../fuzz/values.mjs';
import { Cluster, freePort } from './cluster.mjs';
import { Portal, command, pause, running } from './portal.mjs';

const LETTERS = Number(process.env.LETTERS ?? 60);
const WAYS = ['no greeting', 'busy', 'not this one now', 'not now', 'cut in the middle', 'cut before the word'];
const dice = new Dice(7);

/** A mail server; `taken` has what it took, whether it could say so or not. */
class Server {
  constructor() {
    this.taken = [];
    this.failures = new Map();
    this.server = createServer((socket) => this.talk(socket));
  }

  async listen() {
    const port = await freePort();
    await new Promise((done) => this.server.listen(port, '127.0.0.1', done));
    return port;
  }

  talk(socket) {
    const way = dice.roll(10) < 3 ? dice.of(WAYS) : null;
    if (way) this.failures.set(way, (this.failures.get(way) ?? 0) + 1);
    socket.on('error', () => {});
    if (way === 'no greeting') return socket.destroy();
    let [rest, letter, isData] = ['', '', false];
    const say = (words) => socket.write(`${words}\r\n`);
    say(way === 'busy' ? '421 busy' : '220 ready');
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1');
      for (let end; (end = rest.indexOf('\r\n')) >= 0; ) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isData) {
          if (way === 'cut in the middle' && letter.length > 200) return socket.destroy();
          if (line !== '.') {
            letter += `${line}\r\n`;
            continue;
          }
          isData = false;
          if (way === 'not now') {
            say('451 not now');
            continue;
          }
          this.taken.push(letter);
          if (way === 'cut before the word') return socket.destroy();
          say('250 taken');
        } else if (/^(EHLO|HELO)/i.test(line)) say('250 harbor');
        else if (/^RCPT/i.test(line)) say(way === 'not this one now' ? '451 not this one now' : '250 ok');
        else if (/^DATA/i.test(line)) {
          [isData, letter] = [true, ''];
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  }
}

const header = (letter, name) => letter.match(new RegExp(`^${name}: *(.+(?:\\r\\n[ \\t].+)*)`, 'im'))?.[1].replace(/\s+/g, ' ').trim();

async function main() {
  const cluster = await Cluster.make();
  const mail = new Server();
  try {
    const env = { DATABASE_URL: `postgres://signpost@127.0.0.1:${cluster.port}/signpost`, SIGNPOST_DATA: join(cluster.home, 'var') };
    await command(['seed'], env);
    cluster.ask("update letter set state = 'held' where state <> 'accepted'");
    const portal = await Portal.serve({ ...env, SMTP_URL: `smtp://127.0.0.1:${await mail.listen()}` });
    for (let number = 0; number < LETTERS; number++) {
      const body = new URLSearchParams({ name: `Kit ${number}`, email: `kit${number}@students.harbor.example`, password: 'seven quiet green bottles' });
      const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': `10.${number}.1.1` };
      const answer = await fetch(`${portal.base}/register`, { method: 'POST', headers, body, redirect: 'manual' });
      if (answer.status !== 303) throw new Error(`registering: ${answer.status}`);
    }
    const left = () => Number(cluster.ask("select count(*) from letter where kind = 'confirm' and state not in ('accepted', 'failed')")[0]);
    for (let seconds = 0; left() > 0 && seconds < 90; seconds++) {
      // What would wait minutes for its next try is due at once.
      cluster.ask("update letter set next_try_at = now() where state = 'deferred'");
      await pause(1_000);
    }
    const stored = cluster.ask("select to_email || ' ' || message_id || ' ' || state from letter where kind = 'confirm'").map((line) => line.split(' '));
    const sent = new Map();
    for (const letter of mail.taken) {
      const to = header(letter, 'To').match(/[^<\s]+@[^>\s]+/)[0];
      sent.set(to, (sent.get(to) ?? new Set()).add(header(letter, 'Message-ID').replace(/[<>]/g, '')));
    }
    const lost = stored.filter(([to]) => !sent.has(to)).length;
    const second = [...sent.values()].filter((ids) => ids.size > 1).length;
    const other = stored.filter(([to, id]) => sent.has(to) && !sent.get(to).has(id.replace(/[<>]/g, ''))).length;
    const open = stored.filter(([, , state]) => state !== 'accepted').length;
    const failures = [...mail.failures].map(([way, count]) => `${way}: ${count}`).join(', ');
    console.log(`${stored.length} letters, ${mail.taken.length} taken, ${lost} lost, ${second} under a second Message-ID, ${other} under another than stored, ${open} not accepted in the end (${failures})`);
    if (stored.length !== LETTERS || lost || second || other || open) process.exitCode = 1;
  } finally {
    mail.server.close();
    for (const child of running) child.kill('SIGKILL');
    cluster.remove();
  }
}

await main();
process.exit();
