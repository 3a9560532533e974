// A browser beside the server, and `look`: what every page must hold in every state.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { executablePath } from './chromium.mjs';

export { PASSWORD, startServer, until } from './server.mjs';

const shots = resolve(import.meta.dirname, '../../target/shots');

/** Phone and desk. */
export const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** A browser; `text` is its reader's default size of text, as their settings have it. */
export const openBrowser = ({ text = 16 } = {}) =>
  chromium.launch({ executablePath, args: [...ARGS, `--blink-settings=defaultFontSize=${text}`] });

/** A person at a browser of their own. Nothing they open may break the content policy or fail to load, but for what is expected to. */
export async function visit(browser, base, { size = SIZES.desk, script = true, expects = /status of 422/ } = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: size, javaScriptEnabled: script, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.faults = [];
  page.hasScript = script;
  // A form that comes back with its errors is a 422: the browser notes that as a failed load, and it is none.
  const isFault = (said) => said.type() === 'error' && !expects.test(said.text());
  page.on('console', (said) => isFault(said) && page.faults.push(said.text()));
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== base && url.protocol !== 'data:') page.faults.push(`asks a stranger: ${url}`);
  });
  return page;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// What passes is not described, only found: that is two thirds of axe's time on a page of figures.
const OPTIONS = { runOnly: TAGS, resultTypes: ['violations'] };

/** Holds a page against axe, against sideways scrolling, and takes its picture when SHOTS=1. */
export async function look(page, name, { without = [] } = {}) {
  const { width } = page.viewportSize();
  if (process.env.SHOTS) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  }
  const [scrollWidth, clientWidth] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  assert.ok(scrollWidth <= clientWidth, `${name} scrolls sideways at ${width}: ${scrollWidth} > ${clientWidth}`);
  assert.deepEqual(page.faults, [], `${name} at ${width}`);
  // axe is a script itself; the same markup was held against it with scripts on.
  if (!page.hasScript) return;
  // In the page itself: none has a frame of another site.
  const { violations } = await new AxeBuilder({ page }).options(OPTIONS).disableRules(without).setLegacyMode().analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html).join('\n    ')}`);
  assert.equal(violations.length, 0, `${name} at ${width}:\n  ${told.join('\n  ')}`);
}

/** Signs somebody of the cast in. */
export async function signIn(page, email, password) {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
