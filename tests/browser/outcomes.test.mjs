// A sample of the pages that a result can be, in a sample of the ways to look at them; OUTCOMES=all looks at every one in
// every way (`make browser-all`).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { go, lookIn, people, sheets, VIEWS, WAYS } from './outcomes.mjs';
import { openBrowser, startServer } from './support.mjs';

const ALL = process.env.OUTCOMES === 'all';
/** What a quick run looks at: the name of the way, and of the views. */
const SAMPLE = {
  'him-clear': ['small-dark', 'large-text'],
  conflict: ['phone-light'],
  'not-enough': ['forced-colors'],
  'blocked-leader': ['phone-dark'],
  superseded: ['desk-light'],
};

let server;
let browser;
let largeBrowser;
let cast;
let largeCast;
before(async () => {
  [server, browser, largeBrowser] = await Promise.all([startServer(), openBrowser(), openBrowser({ text: 32 })]);
  [cast, largeCast] = await Promise.all([people(browser, server.base), people(largeBrowser, server.base)]);
});
after(async () => {
  await Promise.all([browser?.close(), largeBrowser?.close()]);
  await server?.stop();
});

for (const way of WAYS.filter(({ name }) => ALL || SAMPLE[name])) {
  test(`${way.name}: ${way.about}`, { timeout: 180_000 }, async () => {
    const path = await go(cast, way);
    for (const view of VIEWS.filter(({ name }) => ALL || SAMPLE[way.name].includes(name))) {
      await lookIn(view, (view.largeText ? largeCast : cast).student, path, way.name);
    }
    const printed = await sheets(cast.student, path);
    assert.ok(printed <= 2, `${way.name} prints on ${printed} pages`);
  });
}

test('a page that prints on three sheets is told', { timeout: 60_000 }, async () => {
  const { student } = cast;
  await student.goto('/results');
  const [path] = (await student.content()).match(/\/results\/[0-9a-f-]{36}/);
  await student.route(`**${path}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('</h1>', `</h1>${'<p>More.</p>'.repeat(200)}`) });
  });
  assert.ok((await sheets(student, path)) > 2);
  await student.unroute(`**${path}`);
});
