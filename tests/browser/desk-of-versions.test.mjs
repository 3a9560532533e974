// The admin's work with versions: a draft of the questions tried and published, a program changed with its path beside it.
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

// Results as many as a school has in some years, made of Eve's and Hana's.
const MANY = `do $$ begin set local session_replication_role = replica;
  insert into result (id, attempt_id, student_id, questionnaire_id, catalog_id, scoring, outcome, reason, flags, points,
                      hi, him, answered, item_count, contributions, profile, created_at)
  select gen_random_uuid(), gen_random_uuid(), student_id, questionnaire_id, catalog_id, scoring, outcome, reason, flags,
         points, hi, him, answered, item_count, contributions, profile, created_at
    from result, generate_series(1, 2000); end $$`;

async function sam(size, colorScheme) {
  const page = await visit(browser, server.base, { size });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await signIn(page, 'sam@harbor.example', PASSWORD);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

test('a draft of the questions is put right, tried on results and published', { timeout: 120_000 }, async () => {
  const page = await sam(SIZES.phone, 'dark');
  await page.goto('/admin/questionnaires');
  await look(page, 'questionnaires');
  await page.getByRole('button', { name: 'Make a draft from version 1' }).click();
  await page.getByRole('heading', { name: 'Questions version 2' }).waitFor();
  await look(page, 'questionnaire-draft');
  await page.getByRole('link', { name: 'Edit Part 1' }).click();
  const counts = page.getByLabel('Liking it counts for').first();
  const before = await counts.inputValue();
  await counts.selectOption(before === '1' ? '-1' : '1');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText(/It needs as many for each/).first().waitFor();
  await look(page, 'questionnaire-part');
  await page.getByLabel('Liking it counts for').first().selectOption(before);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('link', { name: 'Version 2' }).click();
  await page.getByRole('link', { name: 'Edit scale and scoring' }).click();
  await page.getByLabel('A lean begins at (points)').fill('70');
  await page.getByLabel('A clear result begins at (points)').fill('90');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('The draft is saved').waitFor();
  await look(page, 'questionnaire-scoring');
  await page.getByRole('link', { name: 'Version 2' }).click();
  server.sql(MANY);
  await page.getByRole('button', { name: 'Try it on the results there are' }).click();
  await page.getByText(/of 4002 results scored again/).waitFor();
  await look(page, 'questionnaire-trying');
  // The page comes again by itself, until all are scored.
  await page.getByText('It would flip 2001 of 4002 results.').waitFor();
  await look(page, 'questionnaire-tried');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByText('The questions are published.').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a program is changed with a sample student’s path beside it, and published', { timeout: 120_000 }, async () => {
  const page = await sam(SIZES.desk, 'light');
  await page.goto('/admin/programs');
  await look(page, 'catalogs');
  await page.getByRole('button', { name: 'Make a draft from version 1' }).click();
  await page.getByRole('heading', { name: 'Programs, version 2' }).waitFor();
  await look(page, 'catalog-draft');
  await page.getByRole('link', { name: 'Bachelor’s in health informatics' }).click();
  await page.getByLabel('Student', { exact: true }).selectOption('P02');
  // The path follows what is typed, without a button.
  await page.getByLabel('Quarter credits').fill('200');
  await page.getByLabel('Quarter credits').blur();
  await page.locator('.path li', { hasText: 'Bachelor’s in health informatics' }).getByText('160 more credits').waitFor();
  await look(page, 'program-form');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('link', { name: 'The degree ladder' }).click();
  await page.getByRole('heading', { name: 'As readers would see it' }).waitFor();
  await look(page, 'ladder-form');
  await page.getByRole('link', { name: 'Version 2' }).click();
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByText('The programs are published.').waitFor();
  await page.goto('/programs/bachelor-health-informatics');
  await page.getByText('200 credits').first().waitFor();
  await page.context().close();
});
