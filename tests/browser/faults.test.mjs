// Forms with errors, and pages that are not there, look and read as well as the others.
import { after, before, test } from 'node:test';
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

for (const [name, size] of Object.entries(SIZES)) {
  test(`forms with errors at a ${name}`, { timeout: 60_000 }, async () => {
    const page = await visit(browser, server.base, { size });
    for (const [path, button] of [['/register', 'Create account'], ['/sign-in', 'Sign in'], ['/password/forgot', 'Send the link']]) {
      await page.goto(path);
      await page.locator('form').filter({ has: page.getByRole('button', { name: button }) }).evaluate((form) => {
        form.noValidate = true;
      });
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('alert').waitFor();
      page.faults.length = 0; // the browser itself notes the 422
      await look(page, `error${path.replaceAll('/', '-')}`);
    }
    for (const path of ['/no/such/page', `/verify/${'x'.repeat(43)}`]) {
      await page.goto(path);
      page.faults.length = 0;
      await look(page, path.startsWith('/no') ? 'not-found' : 'dead-link');
    }
    await page.context().close();
  });
}
