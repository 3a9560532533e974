// An advisor's work with one record: a note by keyboard alone with its draft, edits, letters as they were sent, two sheets.
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

async function atRecord(size, colorScheme) {
  const page = await visit(browser, server.base, { size });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await signIn(page, 'ada@harbor.example', PASSWORD);
  await page.goto('/caseload');
  await page.getByRole('link', { name: 'Eve Hart' }).click();
  await page.getByRole('heading', { name: 'Visit brief' }).waitFor();
  return page;
}

/** Goes on with the Tab key until the focus is there. */
async function tabTo(page, what) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('the Tab key never comes to it');
}

test('a note is written by keyboard alone, kept as a draft, saved and edited', { timeout: 120_000 }, async () => {
  const page = await atRecord(SIZES.phone, 'dark');
  await look(page, 'record');
  await page.clock.install();
  await page.reload();
  await tabTo(page, page.getByLabel('Note', { exact: true }));
  await page.keyboard.type('Asked about evening classes.');
  const level = page.getByRole('radio', { name: /Restricted/ });
  await tabTo(page, page.getByRole('radio', { name: /Advisors/ }));
  await page.keyboard.press('ArrowDown');
  assert.ok(await level.isChecked());
  await page.clock.runFor(11_000);
  await page.getByText(/Draft saved/).waitFor();
  await page.goto('/drafts');
  await look(page, 'drafts');
  await page.getByRole('link', { name: 'Eve Hart' }).click();
  assert.equal(await page.getByLabel('Note', { exact: true }).inputValue(), 'Asked about evening classes.');
  assert.ok(await level.isChecked());
  await look(page, 'draft');
  await tabTo(page, page.getByRole('button', { name: 'Save note' }));
  await page.keyboard.press('Enter');
  await page.getByText('Note saved.').waitFor();
  await page.locator('.memo', { hasText: 'Asked about evening classes.' }).getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Note', { exact: true }).fill('Asked about evening classes, and child care.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await page.getByText('Text 1').waitFor();
  await look(page, 'note');
  await page.context().close();
});

test('letters are seen as they were sent, and a full record fits two sheets', { timeout: 120_000 }, async () => {
  const page = await atRecord(SIZES.desk, 'light');
  await look(page, 'record');
  const record = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Letters', exact: true }).click();
  await look(page, 'letters');
  await page.getByRole('listitem').filter({ hasText: 'Result letter' }).getByRole('link', { name: 'See the letter' }).click();
  await page.frameLocator('iframe.letter').getByText('Hello Eve').waitFor();
  await look(page, 'letter');
  const words = 'Talked about shifts, the clinic, and which of the credits count. '.repeat(20);
  await page.evaluate(async ([path, body]) => {
    for (let day = 0; day < 30; day += 1) await fetch(`${path}/notes`, { method: 'POST', body: new URLSearchParams({ body, level: 'advisors' }) });
  }, [record, words]);
  await page.goto(`${record}/print`);
  await look(page, 'print');
  const sheets = (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets <= 2, `${sheets} sheets`);
  await page.context().close();
});
