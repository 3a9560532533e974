// Every page that a result can be, as its student sees it: `tests/outcomes.json` says what each one answered. One student
// goes all the ways, so that each result is looked at while it is the newest.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { look, PASSWORD, signIn, visit } from './support.mjs';

/** All ways to a result. */
export const WAYS = JSON.parse(readFileSync(new URL('../outcomes.json', import.meta.url)));

const STUDENT = 'gus@students.harbor.example';
const ADVISOR = 'ada@harbor.example';
// What is waited for is the server, never a clock.
const signedIn = (page) => page.waitForURL((url) => url.pathname !== '/sign-in');

/** Fills a form of the page with exactly these fields, and everything else with nothing. */
const fill = (page, action, fields) =>
  page.evaluate(
    ([action, fields]) => {
      const form = document.querySelector(`form[action="${action}"]`);
      for (const field of form.querySelectorAll('input:not([type=hidden]), select, textarea')) {
        const value = fields[field.name];
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value;
        else if (field.name !== 'called') field.value = value ?? '';
      }
    },
    [action, fields],
  );

/** The student and their advisor, each at a browser of their own. */
export async function people(browser, base) {
  const [student, advisor] = await Promise.all([visit(browser, base), visit(browser, base)]);
  await Promise.all([
    signIn(student, STUDENT, PASSWORD).then(() => signedIn(student)),
    signIn(advisor, ADVISOR, PASSWORD).then(() => signedIn(advisor)),
  ]);
  return { student, advisor };
}

/** Goes a way from the profile to the result; gives the result's path. */
export async function go({ student, advisor }, way) {
  await student.goto('/profile');
  await fill(student, '/profile', way.profile);
  await student.getByRole('button', { name: 'Save my profile' }).click();
  await student.waitForURL('**/profile?done=*');
  const answers = Object.fromEntries(way.answers.map((answer, at) => [`q${String(at + 1).padStart(2, '0')}`, String(answer ?? '')]));
  await student.goto('/results');
  const again = student.getByRole('button', { name: 'Answer again' }).first();
  if (await again.count()) await again.click();
  for (const part of [1, 2, 3, 4]) {
    await student.goto(`/questions/${part}`);
    await fill(student, `/questions/${part}`, answers);
    await student.getByRole('button', { name: 'Save and continue' }).click();
    await student.waitForURL(new RegExp(`/questions/(${part + 1}|check)$`));
  }
  await student.goto('/questions/check');
  await student.getByRole('button', { name: 'Get my result' }).click();
  await student.waitForURL('**/results/*');
  const path = new URL(student.url()).pathname;
  if (way.advice) await advise(advisor, way.advice);
  if (way.then) await go({ student, advisor }, WAYS.find(({ name }) => name === way.then));
  return path;
}

async function advise(advisor, advice) {
  await advisor.goto('/caseload');
  await advisor.getByRole('link', { name: 'Gus Lind' }).click();
  await advisor.waitForURL('**/students/*');
  const path = `${new URL(advisor.url()).pathname}/advice`;
  await advisor.goto(path);
  await fill(advisor, path, advice);
  await advisor.locator(`form[action="${path}"] button[type=submit], form[action="${path}"] button:not([type])`).first().click();
  await advisor.waitForURL('**/students/*?done=*');
}

const WIDTHS = { small: { width: 320, height: 700 }, phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

/** Ways to look at a page: each sets the page up and has a name. */
export const VIEWS = [
  ...Object.entries(WIDTHS).flatMap(([name, size]) =>
    ['light', 'dark'].map((colorScheme) => ({ name: `${name}-${colorScheme}`, size, media: { colorScheme, forcedColors: 'none' } }))),
  { name: 'forced-colors', size: WIDTHS.phone, media: { colorScheme: 'dark', forcedColors: 'active' } },
  // The reader's default text is twice as large: `size` is in their pixels, so rem rules see a phone.
  { name: 'large-text', size: WIDTHS.desk, media: { colorScheme: 'light', forcedColors: 'none' }, largeText: true },
];

/** Looks at a page in one view. */
export async function lookIn(view, page, path, name) {
  await page.setViewportSize(view.size);
  await page.emulateMedia({ ...view.media, reducedMotion: 'reduce' });
  await page.goto(path);
  // Everything that can be opened is part of the page.
  await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => { one.open = true; }));
  // With forced colors the reader's system chooses them all, and axe reads those that the page had asked for.
  const without = view.media.forcedColors === 'active' ? ['color-contrast'] : [];
  await look(page, `${name}-${view.name}`, { without });
}

/** How many sheets of letter paper a page fills when it is printed without backgrounds. */
export async function sheets(page, path) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' });
  await page.goto(path);
  const printed = await page.pdf({ format: 'Letter', printBackground: false });
  await page.emulateMedia({ media: null });
  const count = printed.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(count > 0, 'something was printed');
  return count;
}
