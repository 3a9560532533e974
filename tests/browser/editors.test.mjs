// The editor's desk: a page is drafted, looked at and published; a figure is corrected and those who were told the old one
// are written to; a letter gets other words.
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

const admin = async (size) => {
  const sam = await visit(browser, server.base, { size });
  await signIn(sam, 'sam@harbor.example', PASSWORD);
  await sam.waitForURL('**/admin');
  return sam;
};

test('an editor keeps a page, a figure and a letter true', { timeout: 240_000 }, async () => {
  const sam = await admin(SIZES.desk);

  await sam.goto('/admin/pages/cookies');
  await sam.getByLabel('Lead').fill('One cookie, and we tell you what it does.');
  await sam.getByRole('button', { name: 'Save draft' }).click();
  await sam.getByText('The draft is saved.').waitFor();
  await look(sam, 'editor-page');
  await sam.getByRole('link', { name: 'English', exact: true }).click();
  await sam.getByText('Preview of version').waitFor();
  await sam.getByText('One cookie, and we tell you what it does.').waitFor();
  await look(sam, 'editor-page-as-read');
  await sam.goto('/admin/pages/cookies');
  await sam.getByRole('button', { name: /^Publish version/ }).click();
  await sam.getByText('The page is published.').waitFor();
  await sam.getByLabel('Who keeps it true').selectOption({ label: 'Sam Ortiz' });
  await sam.getByRole('button', { name: 'Save the owner' }).click();
  await sam.getByRole('button', { name: 'Still true' }).click();
  await sam.getByText('Noted: the page is still true.').waitFor();
  await sam.goto('/admin/pages');
  await look(sam, 'editor-pages');

  await sam.goto('/admin/claims/pay.median.29-2072');
  const told = Number(await sam.getByLabel('Value', { exact: true }).inputValue());
  await sam.getByLabel('Value', { exact: true }).fill(String(told + 1000));
  await sam.getByLabel('What did you change, and why?').fill('Read again at the source.');
  await sam.getByRole('button', { name: /^Publish version/ }).click();
  await sam.getByText('The figure is published.').waitFor();
  await look(sam, 'editor-figure');
  await sam.getByRole('link', { name: /told another figure/ }).click();
  await look(sam, 'editor-told');
  await sam.getByRole('button', { name: /^Send the correction to/ }).click();
  await sam.getByText('The letters are being written').waitFor();

  await sam.goto('/admin/letters');
  await look(sam, 'editor-letters');
  await sam.getByRole('link', { name: /A note for the student, English/ }).click();
  await sam.getByLabel('Note why').fill('{author} at {school} has words for you, {nobody}.');
  await sam.getByRole('button', { name: 'Use these words' }).click();
  await sam.getByText('There is no place {nobody} in this letter.').first().waitFor();
  await look(sam, 'editor-letter-refused');
  await sam.getByLabel('Note why').fill('{author} at {school} has words for you.');
  await sam.getByRole('button', { name: 'Use these words' }).click();
  await sam.getByText('Letters go out in these words from now on.').waitFor();
  await look(sam, 'editor-letter');
  await sam.getByRole('button', { name: 'Use the shipped words again' }).click();
  await sam.getByText('Letters go out in the shipped words.').waitFor();
});

/** The bureau's national file, each number a little more than the year before; one wage is above the highest that is told. */
const national = () => {
  const line = (code, ...numbers) => `U.S.,1,000000,cross-industry,1235,${code},"An occupation",detailed,${numbers.join(',')}`;
  return [
    'AREA_TITLE,AREA_TYPE,NAICS,I_GROUP,OWN_CODE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90',
    line('11-9111', 600_000, 141_000, 73_500, 95_000, 124_000, 166_500, '#'),
    line('15-1211', 520_000, 115_000, 67_500, 83_000, 106_000, 134_500, 168_000),
    line('29-2072', 195_000, 57_000, 37_500, 43_500, 53_000, 65_000, 81_500),
    line('29-9021', 38_500, 75_000, 40_000, 49_000, 68_500, 96_000, 118_000),
  ].join('\r\n');
};

test('a year of wages is one upload', { timeout: 120_000 }, async () => {
  const file = { name: 'national_M2026_dl.csv', mimeType: 'text/csv', buffer: Buffer.from(national()) };
  for (const size of [SIZES.phone, SIZES.desk]) {
    const sam = await admin(size);
    await sam.goto('/admin/claims');
    await sam.getByRole('link', { name: 'A new year of wages' }).click();
    await sam.getByRole('button', { name: 'See what it comes to' }).click();
    await sam.getByText('Choose a file').first().waitFor();
    await look(sam, 'editor-wages-refused');
    await sam.getByLabel('CSV file').setInputFiles(file);
    await sam.getByRole('button', { name: 'See what it comes to' }).click();
    await sam.getByText('Above the highest wage that is told').waitFor();
    await look(sam, 'editor-wages');
    if (size === SIZES.phone) continue;
    await sam.getByRole('button', { name: 'Publish 27 figures of May 2026' }).click();
    await sam.getByText('The figures of the new year are published.').waitFor();
    await sam.goto('/compare');
    await sam.getByText('$53,000').first().waitFor();
  }
});

test('the desk fits a phone', { timeout: 120_000 }, async () => {
  const sam = await admin(SIZES.phone);
  const pages = ['/admin/pages', '/admin/pages/compare', '/admin/pages/compare/revisions/1', '/admin/claims/pay.median.15-1211',
    '/admin/claims/pay.median.29-2072/corrections', '/admin/letters', '/admin/letters/recommendation/es'];
  for (const path of pages) {
    const answer = await sam.goto(path);
    assert.equal(answer.status(), 200, path);
    await look(sam, `editor-phone${path.replaceAll('/', '-')}`);
  }
});
