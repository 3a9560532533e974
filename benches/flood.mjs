// A flood of sign-ins, from a program of its own: beside the pages in one event loop, it would be measured with them.
//   node flood.mjs BASE CONNECTIONS; it ends when its parent does, or at SIGTERM, and says then how many got in.
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const [, , base, connections] = process.argv;
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(connections) });
const body = new URLSearchParams({ email: 'eve@students.harbor.example', password: 'lantern harbor wooden seven' }).toString();
const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', 'content-length': body.length };

const signIn = () =>
  new Promise((done) => {
    const sent = http.request(`${base}/sign-in`, { method: 'POST', agent, headers }, (answer) => answer.resume().on('end', () => done(answer.statusCode)));
    sent.on('error', () => done(0)).end(body);
  });

let signedIn = 0;
process.on('SIGTERM', () => {
  process.stdout.write(`${signedIn}\n`, () => process.exit());
});
process.on('disconnect', () => process.exit());
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    for (;;) {
      if ((await signIn()) === 303) signedIn++;
      else await pause(50);
    }
  }),
);
