// A school from nothing: an empty database, one admin made at the command line, and every step until students can come.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look, openBrowser, PASSWORD, signIn, SIZES, startServer, until, visit } from './support.mjs';

const ADMIN = { email: 'ira@cove.example', name: 'Ira Cohen' };
let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer({ admin: ADMIN }), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const steps = async (page, done) => {
  await page.goto('/admin');
  await page.getByText(`${done} of 8 steps are done`).waitFor();
};

test('a school opens step by step', { timeout: 180_000 }, async () => {
  const visitor = await visit(browser, server.base, { size: SIZES.phone });
  await visitor.goto('/');
  await look(visitor, 'not-yet');
  const ira = await visit(browser, server.base);
  await signIn(ira, ADMIN.email, PASSWORD);
  await ira.waitForURL('**/admin');
  await steps(ira, 0);
  await look(ira, 'first-run');

  await ira.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await look(ira, 'settings');
  await ira.getByLabel('Name of the school').fill('Cove College');
  await ira.getByLabel('Time zone').selectOption('America/New_York');
  await ira.getByRole('button', { name: 'Save the settings' }).click();
  await ira.getByText('The settings are saved').waitFor();
  await look(ira, 'settings-history');
  await steps(ira, 1);

  for (const [done, what] of ['figures', 'pages', 'programs', 'questionnaire'].entries()) {
    await ira.getByRole('button', { name: new RegExp(`^Publish as it came.*${what}`) }).click();
    await ira.getByText('Published. Readers see it now.').waitFor();
    await steps(ira, done + 2);
  }
  await visitor.goto('/compare');
  assert.match(await visitor.content(), /Cove College/);

  await ira.goto('/admin/outbox');
  await look(ira, 'outbox-empty');
  await ira.getByRole('button', { name: 'Send me a test letter' }).click();
  await ira.waitForURL('**/admin/outbox/*');
  assert.match((await server.letterTo(ADMIN.email, 'mail-test')).subject, /Mail works/);
  // The letter is out before its row says so: the page is asked until it does.
  await until(async () => {
    await ira.reload();
    return ira.getByText('Accepted').first().isVisible();
  }, 'the letter is told as accepted');
  await look(ira, 'outbox-letter');
  await steps(ira, 6);

  await ira.goto('/admin/people');
  await ira.getByLabel('Full name').fill('Ada Bell');
  await ira.getByLabel('Email address').fill('ada@cove.example');
  await ira.getByRole('radio', { name: /^Advisor/ }).check();
  await ira.getByRole('button', { name: 'Send the invitation' }).click();
  const ada = await visit(browser, server.base);
  await ada.goto((await server.letterTo('ada@cove.example', 'invitation')).link);
  await ada.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await ada.getByRole('button').filter({ hasText: /account|password|start|invitation/i }).last().click();
  await steps(ira, 7);

  await ira.goto('/admin/roster');
  await look(ira, 'roster-empty');
  const list = 'id,name,email\n7,Eve Hart,eve@students.cove.example\n8,Finn Reyes,finn@nowhere\n';
  await ira.getByLabel('CSV file').setInputFiles({ name: 'students.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await ira.getByRole('button', { name: 'See what it comes to' }).click();
  await ira.getByRole('button', { name: 'Apply this file' }).waitFor({ timeout: 20_000 });
  await look(ira, 'roster-plan');
  await ira.getByRole('button', { name: 'Apply this file' }).click();
  await ira.getByRole('button', { name: /^Invite the 1 new student/ }).click({ timeout: 20_000 });
  await server.letterTo('eve@students.cove.example', 'invitation');
  await ira.goto('/admin');
  await ira.getByRole('heading', { name: 'Office' }).waitFor();
  await look(ira, 'office');
});
