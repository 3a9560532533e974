// No answer is lost: taps without a connection, a reload, two devices, a version published meanwhile, a session that ran
// out; and a visitor's try on its way into an account.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { look, openBrowser, PASSWORD, signIn, SIZES, startServer, until, visit } from './support.mjs';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// No connection and no session are what these tests are about; the browser notes both.
const expects = /Failed to load resource/;

async function person(email, size = SIZES.phone) {
  const page = await visit(browser, server.base, { size, expects });
  await signIn(page, email, PASSWORD);
  await page.waitForURL('**/home');
  return page;
}

const choice = (page, item, value) => page.locator(`input[name="${item}"][value="${value}"]`);
const tap = (page, item, value) => choice(page, item, value).check();
const saved = (page) => page.getByText(/^Saved \d/).waitFor();
const late = (page, words) => page.getByRole('alert').filter({ hasText: words }).waitFor();
const answers = (name) => server.sql(`select string_agg(item || '=' || coalesce(value::text, 'unsure'), ' ' order by item)
  from answer join attempt on attempt.id = attempt_id join person on person.id = student_id where full_name = '${name}' and submitted_at is null`);
/** What the browser keeps of taps, in both of its stores. */
const kept = (page) => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => name.startsWith('taps ')));

test('the script is small', () => {
  const source = readFileSync(new URL('../../static/signpost.js', import.meta.url));
  const packed = brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  assert.ok(packed <= 6 * 1024, `${packed} bytes of ${statSync(new URL('../../static/signpost.js', import.meta.url)).size}`);
});

test('taps without a connection are kept over a reload and go when it is back', { timeout: 90_000 }, async () => {
  const page = await person('finn@students.harbor.example');
  await page.goto('/questions/3');
  await page.context().setOffline(true);
  for (const [item, value] of [['q13', '2'], ['q14', '-1'], ['q15', 'unsure']]) await tap(page, item, value);
  await late(page, '3 answers not saved yet.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  assert.ok(page.url().endsWith('/questions/3'), 'the page does not leave without a connection');
  await look(page, 'questions-offline');

  // The page is closed and opened again while nothing can be sent: the server knows nothing, and the answers are there.
  await page.route('**/questions/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.context().setOffline(false);
  await page.goto('/compare');
  await page.goto('/questions/3');
  await late(page, '3 answers not saved yet.');
  assert.ok(await choice(page, 'q13', '2').isChecked() && await choice(page, 'q15', 'unsure').isChecked());
  assert.doesNotMatch(answers('Finn Reyes'), /q13/);
  await page.unroute('**/questions/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await until(() => answers('Finn Reyes').includes('q13=2 q14=-1 q15=unsure'), 'they are saved');
  await saved(page);
  assert.deepEqual(await kept(page), []);

  // Without a reload they go by themselves, and by the button.
  await page.context().setOffline(true);
  await tap(page, 'q16', '1');
  await late(page, '1 answer not saved yet.');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click().catch(() => {}); // it may be saved and gone already
  await until(() => answers('Finn Reyes').includes('q16=1'), 'it is saved');
  await page.getByRole('alert').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL('**/questions/4');

  // Nothing of it stays on a shared computer.
  await page.context().setOffline(true);
  await tap(page, 'q19', '1');
  await late(page, '1 answer not saved yet.');
  assert.equal((await kept(page)).length, 1);
  await page.route('**/questions/4', (route) => route.abort()); // the connection is back, and not for this
  await page.context().setOffline(false);
  await page.locator('.menu summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/\?done=signed-out/);
  assert.deepEqual(await kept(page), []);
  await page.context().close();
});

test('two devices see each other’s answers, and the last one counts', { timeout: 60_000 }, async () => {
  const [phone, desk] = [await person('gus@students.harbor.example'), await person('gus@students.harbor.example', SIZES.desk)];
  for (const page of [phone, desk]) await page.goto('/questions/1');
  await tap(phone, 'q01', '2');
  await saved(phone);
  await tap(desk, 'q01', '-2');
  await tap(desk, 'q02', '1');
  await until(() => answers('Gus Lind') === 'q01=-2 q02=1', 'the last word counts');
  await phone.reload();
  assert.ok(await choice(phone, 'q01', '-2').isChecked() && await choice(phone, 'q02', '1').isChecked());
  // A page that was open before the first save goes on in the same attempt; pressing twice is pressing once.
  await desk.getByRole('button', { name: 'Save and continue' }).dblclick();
  await desk.waitForURL('**/questions/2');
  await desk.goBack();
  assert.ok(await choice(desk, 'q02', '1').isChecked());
  await phone.goto('/questions');
  await phone.waitForURL('**/questions/2');
  assert.equal(server.sql("select count(*) from attempt join person on person.id = student_id where full_name = 'Gus Lind'"), '1');
  await Promise.all([phone, desk].map((page) => page.context().close()));
});

test('a session that ran out is told calmly, and after signing in the same part is there', { timeout: 60_000 }, async () => {
  const page = await person('gus@students.harbor.example');
  await page.goto('/questions/2');
  server.sql("update session set seen_at = now() - interval '3 hours' where person_id is not null");
  await tap(page, 'q07', '1');
  await late(page, 'You are signed out.');
  await tap(page, 'q08', '-1');
  await look(page, 'questions-signed-out');
  await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email address').fill('gus@students.harbor.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/questions/2');
  assert.ok(await choice(page, 'q07', '1').isChecked() && await choice(page, 'q08', '-1').isChecked());
  await until(() => answers('Gus Lind').includes('q07=1 q08=-1'), 'both are saved');
  await page.context().close();
});

test('a version published in the middle changes nothing for whoever has begun', { timeout: 60_000 }, async () => {
  const page = await person('gus@students.harbor.example');
  const fresh = await visit(browser, server.base, { size: SIZES.phone });
  await fresh.goto('/questions/1');
  await page.goto('/questions/2');
  server.sql(`update questionnaire set status = 'retired' where status = 'published';
    create temp table old as select id from questionnaire order by number desc limit 1;
    create temp table new as select gen_random_uuid() as id;
    insert into questionnaire (id, number, status, scoring, stem, lean, clear, min_answered, low_variation_same, many_unsure, published_at)
      select new.id, number + 1, 'draft', scoring, 'How gladly would you…', lean, clear, min_answered, low_variation_same, many_unsure, now()
      from questionnaire, new where questionnaire.id = (select id from old);
    insert into anchor select new.id, position, value, label from anchor, new where questionnaire_id = (select id from old);
    insert into dimension (questionnaire_id, code, position, weight, hi_pole, him_pole)
      select new.id, code, position, weight, hi_pole, him_pole from dimension, new where questionnaire_id = (select id from old);
    insert into item (questionnaire_id, name, position, part, dimension, key, text)
      select new.id, name, position, part, dimension, key, text from item, new where questionnaire_id = (select id from old);
    update questionnaire set status = 'published' where id = (select id from new)`);
  for (const [one, item] of [[page, 'q09'], [fresh, 'q01']]) {
    await tap(one, item, '2');
    await saved(one);
    await one.reload();
    assert.ok(await choice(one, item, '2').isChecked());
    await one.getByRole('heading', { name: 'How much would you like to…' }).waitFor();
  }
  const next = await visit(browser, server.base, { size: SIZES.phone });
  await next.goto('/questions/1');
  await next.getByRole('heading', { name: 'How gladly would you…' }).waitFor();
  await Promise.all([page, fresh, next].map((one) => one.context().close()));
});

test('a visitor tries it, sees the band, and takes it along', { timeout: 120_000 }, async () => {
  const page = await visit(browser, server.base, { size: SIZES.phone });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto('/questions/1');
  await look(page, 'try-questions');
  // Quick taps before there is a cookie are one attempt.
  for (const item of ['q01', 'q02', 'q03', 'q04', 'q05', 'q06']) await tap(page, item, '2');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  for (let part = 2; part <= 4; part += 1) {
    await page.waitForURL(`**/questions/${part}`);
    for (const question of await page.locator('fieldset.q').all()) await question.locator('input[value="1"]').check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
  }
  await page.waitForURL('**/questions/check');
  await page.getByText('24 of 24 answered').waitFor();
  await look(page, 'try-check');
  assert.equal(server.sql('select count(*) from attempt where session_id is not null and submitted_at is null and (select count(*) from answer where attempt_id = attempt.id) = 24'), '1');
  await page.getByRole('button', { name: 'Get my result' }).click();
  await page.waitForURL('**/results/*');
  await page.getByText('Keep this with a free account').waitFor();
  await look(page, 'try-result');
  const result = page.url();
  await page.getByRole('link', { name: 'Start over' }).click();
  await look(page, 'try-start-over');
  await page.getByRole('link', { name: 'Keep my answers' }).click();
  await page.waitForURL(result);
  await page.getByRole('link', { name: 'Create account' }).click();
  await page.getByText('The answers you gave here come with you.').waitFor();
  await look(page, 'try-register');
  const email = 'ivy@students.harbor.example';
  await page.getByLabel('Full name').fill('Ivy Noor');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('quiet ferry orange map');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/register/sent');
  await page.goto((await server.letterTo(email, 'confirm')).link);
  await page.getByRole('group', { name: /Keep the answers you gave on/ }).waitFor();
  await look(page, 'try-confirm');
  await page.getByRole('radio', { name: /^Keep them/ }).check();
  await page.getByRole('button', { name: 'Confirm my email address' }).click();
  await page.waitForURL('**/home*');
  await page.goto(result);
  await page.getByText('See all 24 answers and their points').waitFor();
  assert.ok((await server.letterTo(email, 'recommendation')).text.includes(new URL(result).pathname));

  // Signing in with a try in hand asks.
  const other = await visit(browser, server.base);
  await other.goto('/questions/1');
  await tap(other, 'q01', '1');
  await saved(other);
  await signIn(other, 'gus@students.harbor.example', PASSWORD);
  await other.waitForURL('**/earlier-answers*');
  await other.getByText('They take the place of the answers in your account').waitFor();
  await look(other, 'earlier-answers');
  await other.getByRole('radio', { name: /Do not keep them/ }).check();
  await other.getByRole('button', { name: 'Continue' }).click();
  await other.waitForURL('**/home');
  assert.match(answers('Gus Lind'), /q01=-2/);
  await Promise.all([page, other].map((one) => one.context().close()));
});
