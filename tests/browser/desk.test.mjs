// The advisor's desk in every state: queue, follow-ups, meetings, chosen students and what is done to them, reports, and the
// admins' side of it; at a phone and at a desk, light and dark; and what it is made for by keyboard alone.
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

async function arrive(email, size, colorScheme) {
  const page = await visit(browser, server.base, { size });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await signIn(page, email, PASSWORD);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

async function walk(page, who, paths) {
  for (const path of paths) {
    await page.goto(path);
    await look(page, `${who}${path.replaceAll(/[/?&=]/g, '-')}`);
  }
}

/** Goes on with the Tab key until the focus is there, and holds that it can be seen. */
async function tabTo(page, what) {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) {
      const { outlineStyle, boxShadow } = await what.evaluate((element) => getComputedStyle(element));
      assert.ok(outlineStyle !== 'none' || boxShadow !== 'none', 'the focus can be seen');
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail('the Tab key never comes to it');
}

const QUEUE = [
  '/caseload', '/caseload?view=overdue', '/caseload?view=invited', '/caseload?q=nobody', '/caseload?result=either&credits=few&no-contact=30&sort=name',
  '/caseload?reached=result', '/caseload?age=17', '/caseload/exports?view=sort%3Dname', '/reports',
];
const OWN = ['/follow-ups', '/follow-ups?view=done', '/meetings', '/meetings?week=2020-01-06', '/drafts', '/jobs', '/caseload/views'];

test('a lead sees every student on a phone in the dark', { timeout: 180_000 }, async () => {
  const page = await arrive('lee@harbor.example', SIZES.phone, 'dark');
  await walk(page, 'lead', [...QUEUE, '/requests']);
  await page.context().close();
});

test('an advisor sees what is due at a desk in the light', { timeout: 180_000 }, async () => {
  const page = await arrive('ada@harbor.example', SIZES.desk, 'light');
  await walk(page, 'advisor', [...QUEUE, ...OWN]);
  await page.goto('/caseload?view=everyone');
  await page.getByRole('link', { name: 'Gus Lind' }).click();
  for (const name of ['Follow-ups', 'Meetings']) {
    const record = page.url();
    await page.goto(`${record}/${name.toLowerCase()}`);
    await look(page, `record-${name}`);
    await page.goto(record);
  }
  await page.context().close();
});

test('an advisor on a phone in the dark, an admin at a desk in the dark', { timeout: 180_000 }, async () => {
  const page = await arrive('bo@harbor.example', SIZES.phone, 'dark');
  await walk(page, 'advisor', OWN);
  await page.context().close();
  const admin = await arrive('sam@harbor.example', SIZES.desk, 'dark');
  await walk(admin, 'admin', ['/admin/reports', '/admin/claims', '/admin/pages']);
  await admin.goto('/admin/claims');
  const claim = await admin.locator('main th a[href^="/admin/claims/"]').first().getAttribute('href');
  await walk(admin, 'admin', [`${claim}/translations/es`]);
  await admin.setViewportSize(SIZES.phone);
  await walk(admin, 'admin', [`${claim}/translations/es`, '/admin/reports']);
  await admin.context().close();
});

test('students are found, chosen and written to by keyboard alone', { timeout: 180_000 }, async () => {
  const page = await arrive('lee@harbor.example', SIZES.desk, 'dark');
  await page.goto('/caseload');
  await tabTo(page, page.getByLabel('Name or email'));
  await page.keyboard.type('eve');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/caseload?*q=eve*');
  await tabTo(page, page.getByRole('checkbox', { name: 'Choose Eve Hart' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Go on with the chosen…' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 student chosen' }).waitFor();
  await look(page, 'chosen');
  await page.setViewportSize(SIZES.phone);
  await look(page, 'chosen');
  await page.setViewportSize(SIZES.desk);
  await tabTo(page, page.getByRole('link', { name: 'Write them a letter' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Letter to the chosen' }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'See it before it goes' }));
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await look(page, 'batch-letter-errors');
  await tabTo(page, page.getByLabel('Subject'));
  await page.keyboard.type('Open day on Friday');
  await tabTo(page, page.getByLabel('What you write'));
  await page.keyboard.type('Come by if you like.');
  await tabTo(page, page.getByRole('button', { name: 'See it before it goes' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Look at it before it goes' }).waitFor();
  await look(page, 'batch-preview');
  await page.setViewportSize(SIZES.phone);
  await look(page, 'batch-preview');
  await page.setViewportSize(SIZES.desk);
  await tabTo(page, page.locator('form[action$="/start"] button'));
  await page.keyboard.press('Enter');
  await page.getByText('1 of 1').first().waitFor({ timeout: 30_000 });
  await page.reload();
  await look(page, 'batch-done');
  await page.goto('/jobs');
  await look(page, 'batches');
  await page.context().close();
});

test('a follow-up is settled and a number is followed by keyboard alone', { timeout: 120_000 }, async () => {
  const page = await arrive('bo@harbor.example', SIZES.desk, 'light');
  await page.goto('/follow-ups');
  await page.getByText('Overdue').first().waitFor();
  const task = page.locator('main a[href*="/follow-ups"]', { hasText: /Finn|Call/ }).first();
  await tabTo(page, task);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/students/**');
  await look(page, 'follow-up');
  await page.goto('/reports');
  const number = page.locator('#weeks + p + table td a, section[aria-labelledby="stages"] td a').first();
  await tabTo(page, number);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/caseload?*');
  await page.getByRole('heading', { name: 'Your caseload' }).waitFor();
  await page.context().close();
});
