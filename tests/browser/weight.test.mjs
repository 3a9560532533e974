// What a page weighs on the wire: a first visit with nothing kept, and a second look with everything kept.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, PASSWORD, signIn, SIZES, startServer, visit } from './support.mjs';

const KB = 1024;
const FIRST = { bytes: 60 * KB, requests: 5 };
const AGAIN = { bytes: 10 * KB, requests: 1 };
// Every figure there is, with its source, on one page that one can search: its words alone weigh more.
const LONG = { '/sources': 7 * KB };

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens a path and counts what came over the wire; nothing that the browser had kept counts. */
async function weigh(page, path) {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const seen = { bytes: 0, requests: 0 };
  const kept = new Set();
  wire.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kept.has(requestId)) return;
    seen.requests += 1;
    seen.bytes += encodedDataLength;
  });
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  assert.equal(answer.status(), 200, path);
  await wire.detach();
  return seen;
}

async function holds(path, cookies = []) {
  const page = await visit(browser, server.base, { size: SIZES.phone });
  await page.context().addCookies(cookies);
  for (const [when, most] of [['at first', FIRST], ['again', AGAIN]]) {
    const seen = await weigh(page, path);
    const told = `${path} ${when}: ${(seen.bytes / KB).toFixed(1)} KB in ${seen.requests} requests`;
    if (process.env.WEIGHTS) console.log(told);
    assert.ok(seen.bytes <= most.bytes + (LONG[path] ?? 0) && seen.requests <= most.requests, told);
  }
  // Strangers would have been noted by `visit`.
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

async function cookiesOf(email) {
  const page = await visit(browser, server.base);
  await signIn(page, email, PASSWORD);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  const home = await page.content();
  const cookies = await page.context().cookies();
  await page.context().close();
  return { cookies, home };
}

test('public pages are light', { timeout: 120_000 }, async () => {
  for (const path of ['/', '/compare', '/careers/health-informatics', '/programs', '/how-scoring-works', '/sources', '/register']) {
    await holds(path);
  }
});

test('a student’s pages are light', { timeout: 120_000 }, async () => {
  const finn = await cookiesOf('finn@students.harbor.example');
  for (const path of ['/home', '/profile', '/questions/3', '/questions/check']) await holds(path, finn.cookies);
  const eve = await cookiesOf('eve@students.harbor.example');
  const [result] = eve.home.match(/\/results\/[0-9a-f-]{36}/);
  await holds(result, eve.cookies);
});

test('an advisor’s pages are light', { timeout: 120_000 }, async () => {
  const ada = await cookiesOf('ada@harbor.example');
  const [record] = ada.home.match(/\/students\/[0-9a-f-]{36}/);
  for (const path of ['/caseload', record]) await holds(path, ada.cookies);
});
