// A student's own data: they look, ask and read the answer at a phone; a lead advisor decides at a desk.
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

async function person(email, size, colorScheme) {
  const page = await visit(browser, server.base, { size });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await signIn(page, email, PASSWORD);
  return page;
}

async function ask(eve, kind, button, fill = async () => {}) {
  await eve.goto('/account/data');
  await eve.locator(`a[href="/account/data/requests/${kind}"]`).click();
  await look(eve, `ask-${kind}`);
  await fill();
  await eve.getByRole('button', { name: button }).click();
  await eve.waitForURL('**/account/data?done=request-made');
}

async function decide(lee, kind, choice, reason, name) {
  await lee.goto('/requests');
  await look(lee, 'requests');
  await lee.getByRole('row', { name: kind }).getByRole('link').click();
  await look(lee, name);
  await lee.getByRole('radio', { name: choice }).check();
  await lee.getByRole('textbox', { name: 'Reason' }).fill(reason);
}

test('a student asks about their own data and gets answers', { timeout: 120_000 }, async () => {
  const eve = await person('eve@students.harbor.example', SIZES.phone, 'dark');
  const lee = await person('lee@harbor.example', SIZES.desk, 'light');
  await eve.goto('/account/data');
  await look(eve, 'data');

  await eve.goto('/account/data/requests/correction');
  await eve.getByRole('button', { name: 'Ask for the correction' }).click();
  await eve.getByText('There is a problem').waitFor();
  await look(eve, 'ask-correction-error');
  await ask(eve, 'correction', 'Ask for the correction', async () => {
    await eve.getByLabel('What is wrong?').fill('The note says I worry about time.');
    await eve.getByLabel('What should it say?').fill('I worry about money.');
  });
  await decide(lee, 'Correction', /^Leave it/, 'It is what you said that day.', 'request-correction');
  await lee.getByRole('button', { name: 'Decide' }).click();
  await lee.getByText('Decided. A letter').waitFor();
  await look(lee, 'request-decided');
  await eve.goto('/account/data');
  await eve.getByRole('link', { name: 'Add a statement' }).click();
  await look(eve, 'statement');
  await eve.getByLabel('Your statement').fill('I spoke of money only.');
  await eve.getByRole('button', { name: 'Save my statement' }).click();
  await look(eve, 'data-statement');

  await ask(eve, 'notes', 'Ask to see all notes');
  await decide(lee, 'See all notes', /^Release/, 'Here they are.', 'request-notes');
  await lee.getByRole('button', { name: 'Decide' }).click();
  await eve.goto('/account/data/copy');
  await look(eve, 'data-copy');
  const coming = eve.waitForEvent('download');
  await eve.getByRole('link', { name: 'Download as a page' }).click();
  assert.match((await coming).suggestedFilename(), /^signpost-my-data-\d{4}-\d\d-\d\d\.html$/);

  await lee.getByRole('link', { name: 'Open the record' }).click();
  await lee.getByText('I spoke of money only.').waitFor();
  await look(lee, 'record-statement');
  await lee.getByRole('link', { name: 'Access', exact: true }).click();
  await look(lee, 'record-access');

  const sam = await person('sam@harbor.example', SIZES.desk, 'dark');
  await sam.goto('/admin/requests?view=closed');
  await look(sam, 'admin-requests');
  await sam.goto('/account/data');
  await look(sam, 'data-staff');

  await ask(eve, 'erasure', 'Ask to erase my data', () => eve.getByLabel('I understand.').check());
  await decide(lee, 'Erasure', /^Erase/, 'As you wish.', 'request-erasure');
  await lee.getByRole('button', { name: 'Decide' }).click();
  await lee.getByText('Tick the box').first().waitFor();
  await look(lee, 'request-erasure-error');
  await lee.getByLabel('Erase this record now.').check();
  await lee.getByRole('button', { name: 'Decide' }).click();
  await lee.getByText('The record is erased.').waitFor();
  await eve.goto('/home');
  assert.ok(new URL(eve.url()).pathname === '/sign-in', 'nobody is signed in any more');
});
