// The main job as people do it, from the first visit on. It is told at a phone, at a desk and with JavaScript off, each at
// a school of its own, so that the three run beside each other. One step is one function; a new step goes at the end of STEPS.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { look, openBrowser, PASSWORD, signIn, startServer, until, visit } from './support.mjs';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// The answers of the worked example P02, which lead clearly to health information management, 64 points to 2.
const EXAMPLE = JSON.parse(readFileSync(new URL('../../src/seed/content/personas.json', import.meta.url)))
  .find(({ id }) => id === 'P02');

const STEPS = {
  async 'a visitor sees the two careers and compares them'({ page, seen }) {
    await page.goto('/');
    await seen('landing');
    await page.getByRole('link', { name: 'Compare the careers' }).click();
    await page.waitForURL('**/compare');
    await seen('compare');
    await page.goto('/');
    await page.getByRole('link', { name: 'Start the questions' }).first().click();
    await page.waitForURL('**/questions/1');
    await page.getByText('You can try this without an account').waitFor();
    assert.deepEqual(await page.context().cookies(), [], 'reading brings no cookie');
  },

  async 'a visitor registers and is told to look in the mail'({ page, email, seen }) {
    await page.goto('/register');
    await seen('register');
    await page.getByLabel('Full name').fill('Nora Vale');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('quiet ferry orange map');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL('**/register/sent');
    await seen('register-sent');
  },

  async 'the link of the letter leads to a button, and the button signs in'({ page, email, seen }) {
    const letter = await server.letterTo(email, 'confirm');
    assert.ok(letter.link.startsWith(server.base), letter.link);
    await page.goto(letter.link);
    await seen('confirm');
    await page.getByRole('button', { name: 'Confirm my email address' }).click();
    await page.waitForURL('**/home*');
  },

  async 'home greets by the first name'({ page, seen }) {
    await page.getByRole('heading', { level: 1 }).getByText('Nora').waitFor();
    await seen('home');
  },

  async 'the profile asks only what is used, and keeps it'({ page, seen }) {
    await page.goto('/profile');
    assert.equal(await page.getByLabel('What should we call you?').inputValue(), 'Nora');
    await page.getByLabel('College credits earned').fill('forty');
    await page.getByRole('button', { name: 'Save my profile' }).click();
    await page.getByText('There is a problem').waitFor();
    await seen('profile-error');
    await page.getByLabel('College credits earned').fill('40');
    for (const [group, choice] of [
      ['Highest education finished', 'Some college'],
      ['Kind of credits', 'Quarter'],
      ['Pace', 'Full time'],
      ['Cost', 'Moderate'],
      ['Would you like to supervise people within about five years?', 'Yes'],
      ['How important is pay?', 'One of several things'],
    ]) await page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: false }).first().check();
    await page.getByLabel('Most years you would study').selectOption('4');
    await page.getByLabel('Where would you like to work?').selectOption('no_preference');
    await page.getByLabel('What matters most to you?').fill('To run the front office one day.');
    await page.getByRole('button', { name: 'Save my profile' }).click();
    await page.getByText('Your profile is saved').waitFor();
    await seen('profile');
  },

  async 'each page of answers is saved before the next is shown'({ page, seen }) {
    await page.goto('/questions');
    for (let part = 1; !page.url().includes('/check'); part += 1) {
      await page.waitForURL(`**/questions/${part}`);
      if (part === 1) await seen('questions');
      for (const question of await page.locator('fieldset.q').all()) {
        const name = await question.locator('input').first().getAttribute('name');
        await question.locator(`input[value="${EXAMPLE.answers[name]}"]`).check();
      }
      if (part === 1 && page.hasScript) await page.getByText(/^Saved \d/).waitFor();
      if (part === 2) {
        // Stops in the middle and comes back.
        await page.getByRole('button', { name: 'Finish later' }).click();
        await page.waitForURL('**/home');
        await page.getByRole('link', { name: 'Continue' }).click();
        continue;
      }
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await page.waitForURL(new RegExp(`/questions/(${part + 1}|check)$`));
    }
  },

  async 'everything is checked, changed and handed in'({ page, seen }) {
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await seen('check');
    await page.getByRole('link', { name: 'Change part 1' }).click();
    await page.waitForURL('**/questions/1?from=check');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL('**/questions/check');
    await page.getByRole('button', { name: 'Get my result' }).click();
    await page.waitForURL('**/results/*');
  },

  async 'the result names its points and how they came about'({ page, seen, story }) {
    await page.getByRole('heading', { level: 1, name: 'Health information management is the better fit so far' }).waitFor();
    await page.getByText('64 − 2 = 62.').waitFor();
    await page.getByText('See all 24 answers and their points').click();
    await seen('result');
    story.result = page.url();
    story.advisor = await page.locator('a[href^="mailto:"]').first().textContent();
  },

  async 'the letter is in the mailbox, and says where to read more'({ page, email, story }) {
    const letter = await server.letterTo(email, 'recommendation');
    assert.match(letter.text, /health information management/i);
    assert.match(letter.text, /\$51,140|\$\d/);
    assert.ok(letter.text.includes(new URL(story.result).pathname), 'the letter links to the result');
    await until(async () => {
      await page.goto(story.result);
      return page.getByText('Accepted by the mail server').isVisible();
    }, 'the result page says that the letter was accepted');
  },

  async 'the advisor finds the new result on top, writes a note and agrees'({ story, way, size, script }) {
    const page = await visit(browser, server.base, { size, script });
    const seen = (name) => look(page, script ? name : `${name}-plain`);
    await signIn(page, story.advisor, PASSWORD);
    await page.waitForURL('**/caseload');
    await seen('caseload');
    const first = page.locator('tbody tr').first();
    assert.match(await first.innerText(), /Nora Vale[\s\S]*New result/);
    await first.getByRole('link', { name: 'Nora Vale' }).click();
    await page.waitForURL('**/students/*');
    await seen('record');
    await page.getByLabel('Note', { exact: true }).fill(`Met Nora, ${way}.`);
    await page.getByRole('radio', { name: /Student too/ }).check();
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('Note saved').waitFor();
    await page.getByText(`Met Nora, ${way}.`).first().waitFor();
    const advice = page.locator('details', { hasText: 'Give your advice' }).first();
    if (await advice.count() && !(await page.getByRole('button', { name: 'Save my advice' }).isVisible())) await advice.locator('summary').click();
    await page.getByRole('radio', { name: /^Agree/ }).check();
    await page.getByLabel('What the student will read').fill('I agree. Let us talk about credits.');
    await page.getByRole('button', { name: 'Save my advice' }).click();
    await page.getByText('Your advice is saved').waitFor();
    await seen('record-advised');
    await page.context().close();
  },

  async 'the student reads both'({ page, seen, way, story }) {
    await page.goto(story.result);
    await page.getByText('I agree. Let us talk about credits.').waitFor();
    await seen('result-advised');
    await page.goto('/home');
    await page.getByText(`Met Nora, ${way}.`).waitFor();
    await seen('home-shared');
  },

  async 'an admin corrects a figure, and readers see it at once'({ size, script }) {
    const page = await visit(browser, server.base, { size, script });
    const seen = (name) => look(page, script ? name : `${name}-plain`);
    await signIn(page, 'sam@harbor.example', PASSWORD);
    await page.waitForURL('**/admin');
    await seen('claims');
    await page.goto('/admin/claims/pay.median.29-2072');
    await seen('claim');
    await page.getByLabel('Value').fill('52010');
    await page.getByLabel('What did you change, and why?').fill('Read again at the source.');
    await page.getByRole('button', { name: /Publish version/ }).click();
    await page.getByText('The figure is published').waitFor();
    await page.getByText('Read again at the source.').first().waitFor();
    await seen('claim-published');
    await page.goto('/compare');
    await page.getByText('$52,010').first().waitFor();
    for (const path of ['/admin/pages', '/admin/pages/compare', '/admin/people']) {
      await page.goto(path);
      await seen(path.slice(1).replaceAll('/', '-'));
    }
    await page.context().close();
  },
};

/** Tells the whole story in one way: `at a phone`, `at a desk`, `with JavaScript off`. */
export function tell(way, { size, script = true }) {
  describe(`the main job ${way}`, () => {
    const story = { way, size, script, email: 'nora@students.harbor.example' };
    before(async () => {
      story.story = story;
      story.page = await visit(browser, server.base, { size, script });
      story.seen = (name) => look(story.page, script ? name : `${name}-plain`);
    });
    after(() => story.page?.context().close());
    for (const [step, play] of Object.entries(STEPS)) test(step, { timeout: 60_000 }, () => play(story));
  });
}
