// The main job as people do it: from the first visit on, at a phone, at a desk, and with JavaScript off.
// One step is one function; a new step goes at the end of STEPS.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { look, openBrowser, SIZES, startServer, visit } from './support.mjs';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const WAYS = [
  { way: 'at a phone', size: SIZES.phone, script: true },
  { way: 'at a desk', size: SIZES.desk, script: true },
  { way: 'with JavaScript off', size: SIZES.phone, script: false },
];

const STEPS = {
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
};

for (const { way, size, script } of WAYS) {
  describe(`the main job ${way}`, () => {
    const story = { email: `nora.${way.replaceAll(' ', '-')}@students.harbor.example`.toLowerCase() };
    before(async () => {
      story.page = await visit(browser, server.base, { size, script });
      story.seen = (name) => look(story.page, script ? name : `${name}-plain`);
    });
    after(() => story.page?.context().close());
    for (const [step, play] of Object.entries(STEPS)) test(step, { timeout: 60_000 }, () => play(story));
  });
}
