// The choice of language: one press on the page, and everything after it is Spanish, which is longer, and nothing breaks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look, openBrowser, PASSWORD, signIn, SIZES, startServer, visit } from './support.mjs';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const language = (page) => page.evaluate(() => document.documentElement.lang);

test('a visitor and a student read Spanish', { timeout: 120_000 }, async () => {
  for (const size of [SIZES.phone, SIZES.desk]) {
    const page = await visit(browser, server.base, { size });
    await page.goto('/compare');
    assert.equal(await language(page), 'en');
    await page.getByRole('button', { name: 'Español' }).click();
    await page.waitForURL('**/compare');
    assert.equal(await language(page), 'es');
    for (const path of ['/compare', '/', '/programs', '/sources', '/register']) {
      await page.goto(path);
      assert.equal(await language(page), 'es', path);
      await look(page, `es${path.replaceAll('/', '-')}`);
    }
    await page.getByRole('button', { name: 'English' }).click();
    assert.equal(await language(page), 'en');
  }

  const eve = await visit(browser, server.base, { size: SIZES.phone });
  await signIn(eve, 'eve@students.harbor.example', PASSWORD);
  await eve.waitForURL('**/home');
  await eve.locator('.menu summary').click();
  await eve.getByRole('button', { name: 'Español' }).click();
  await eve.waitForURL('**/home');
  assert.equal(await language(eve), 'es');
  await eve.goto('/results');
  const result = await eve.locator('main ol a').first().getAttribute('href');
  for (const path of ['/home', '/profile', '/results', result, '/account', '/account/data']) {
    await eve.goto(path);
    await look(eve, `es-eve${path.replace(/[0-9a-f-]{36}/, 'one').replaceAll('/', '-')}`);
  }
  // The demo is others' as well: she reads English again.
  await eve.locator('.menu summary').click();
  await eve.getByRole('button', { name: 'English' }).click();
  assert.equal(await language(eve), 'en');
});
