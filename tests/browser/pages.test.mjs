// Pages that the main job passes by: every public page, and every part of the pages in every state, light and dark.
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

const PUBLIC = [
  '/careers/health-informatics', '/careers/health-information-management', '/programs',
  '/programs/associate-health-information-technology', '/sources', '/how-scoring-works', '/privacy', '/rights', '/cookies',
  '/accessibility', '/disclosures', '/sign-in', '/password/forgot', '/dev/letters',
];

async function walk(size, colorScheme, paths) {
  const page = await visit(browser, server.base, { size });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  for (const path of paths) {
    await page.goto(path);
    await look(page, `${path.slice(1).replaceAll('/', '-')}-${colorScheme}`);
  }
  await page.context().close();
}

describe('axe finds nothing and nothing scrolls sideways', () => {
  // Two of the four are enough here: what a scheme or a width breaks, it breaks on every page alike.
  test('on public pages at a desk, light', { timeout: 120_000 }, () => walk(SIZES.desk, 'light', PUBLIC));
  test('on public pages at a phone, dark', { timeout: 120_000 }, () => walk(SIZES.phone, 'dark', PUBLIC));
  for (const colorScheme of ['light', 'dark']) {
    test(`in every part at 320 pixels, ${colorScheme}`, { timeout: 60_000 }, () =>
      walk({ width: 320, height: 700 }, colorScheme, ['/dev/kit']));
  }
});

test('a page that was spoiled is told', { timeout: 60_000 }, async () => {
  for (const [spoil, told] of [
    [() => document.documentElement.removeAttribute('lang'), /html-has-lang/],
    [() => document.querySelector('main').append(Object.assign(document.createElement('img'), { src: 'data:,' })), /image-alt/],
    [() => { document.querySelector('h1').style.minWidth = '3000px'; }, /scrolls sideways/],
    [() => { console.error('something broke'); }, /something broke/],
  ]) {
    const page = await visit(browser, server.base);
    await page.goto('/cookies');
    await page.evaluate(spoil);
    await assert.rejects(look(page, 'spoiled'), told, String(told));
    await page.context().close();
  }
});
