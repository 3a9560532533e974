// What the office keeps in a school that runs: settings, outbox, the list of students, and what became of them.
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

async function person(email, size, colorScheme, script = true) {
  const page = await visit(browser, server.base, { size, script });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await signIn(page, email, PASSWORD);
  return page;
}

test('an admin at a phone, in the dark, sees each page of the office', { timeout: 120_000 }, async () => {
  const sam = await person('sam@harbor.example', SIZES.phone, 'dark');
  for (const path of ['/admin', '/admin/settings', '/admin/outbox', '/admin/outbox?tray=accepted', '/admin/outbox/suppressions', '/admin/roster', '/admin/outcomes', '/reports/outcomes']) {
    await sam.goto(path);
    await look(sam, path.slice(1).replaceAll(/[/?=]/g, '-'));
  }
  await sam.goto('/admin/settings');
  await sam.getByLabel('Name of the school').fill('');
  await sam.getByRole('button', { name: 'Save the settings' }).click();
  await sam.getByText('There is a problem').waitFor();
  await look(sam, 'settings-error');
  await sam.getByLabel('Name of the school').fill('Harbor City College');
  await sam.getByRole('button', { name: 'Save the settings' }).click();
  await sam.getByText('The settings are saved').waitFor();
  await sam.getByRole('link', { name: /^Take it back/ }).click();
  await sam.getByText('Nothing is saved yet.').waitFor();
  await sam.getByRole('button', { name: 'Save the settings' }).click();
  await sam.getByText('took back change 1').waitFor();
  await look(sam, 'settings-history-phone');
});

test('a student tells with one tap what they chose, and the advisor reads it', { timeout: 120_000 }, async () => {
  const eve = await person('eve@students.harbor.example', SIZES.phone, 'light', false);
  await eve.goto('/outcome');
  await eve.getByRole('button', { name: 'I study health information management' }).click();
  await eve.getByText('Thank you. Your answer is saved.').waitFor();
  await look(eve, 'outcome-told');
  const ada = await person('ada@harbor.example', SIZES.desk, 'light');
  await ada.goto('/caseload');
  await ada.getByRole('link', { name: 'Eve Hart' }).first().click();
  await ada.getByRole('link', { name: 'See or note it' }).click();
  await ada.getByText('told by the student').waitFor();
  await look(ada, 'outcome-record');
  await ada.goto('/reports/outcomes');
  await ada.getByText('Took what was recommended').first().waitFor();
  await look(ada, 'outcomes-report');
});
