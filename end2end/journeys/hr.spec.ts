import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { people } from '../support/people.ts';
import { expect, goTo, signIn, test } from '../support/test.ts';

const MADE_UP = join(import.meta.dirname, '../../app/files/samples/hris');
const REAL = process.env['NEXTRUNG_SAMPLES'];
/** An export of an HRIS: the real one where this machine has it, else one that is made up. */
const EXPORT =
  REAL === undefined
    ? { title: 'a made-up export', file: join(MADE_UP, 'export.csv'), people: 30 }
    : { title: 'the real export', file: join(REAL, 'hris_export.csv'), people: 311 };

/** For what the server does by itself, in milliseconds. */
const PATIENCE = 30_000;

test('HR searches, filters, and exports what is shown', async ({ page, demo }) => {
  await signIn(page, demo, people.lead);
  await goTo(page, 'People');
  await page.getByLabel('Track to').selectOption('csr-to-team-lead');
  await page.getByLabel('Status').selectOption('now');
  await page.getByLabel('Name or number').fill('a');
  await page.getByRole('button', { name: 'Search' }).click();
  const rows = page.getByRole('table').locator('tbody').getByRole('row');
  const names = (await rows.locator('th').allInnerTexts()).map((name) => name.trim());
  expect(names).toContain('Asha Pillai');
  expect(names).not.toContain('Rohan Fernandes');
  for (const row of await rows.all()) await expect(row).toContainText(/Eligible|Lapsing/);

  const waits = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export these as CSV' }).click();
  const file = await waits;
  expect(file.suggestedFilename()).toBe('people-2026-11-22.csv');
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toBe('Name,Number,Job,Site,Hired on,Left on,Track to,Status,Date,What the date means');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(names);
});

test(`HR imports ${EXPORT.title}: maps it, looks at the difference, applies and undoes it`, async ({
  page,
  ownDemo,
}) => {
  await signIn(page, ownDemo, people.lead);
  const before = await everybody(page);
  await goTo(page, 'Imports');
  await page.getByLabel('Bundle or export').setInputFiles(EXPORT.file);
  await page.getByRole('button', { name: 'Check it' }).click();

  const mapping = await readFile(join(MADE_UP, 'mapping.toml'), 'utf8');
  await test.step('map', async () => {
    await expect(heading(page)).toContainText('which column feeds what');
    await expect(page.getByRole('row', { name: 'Employee_Name' })).toContainText('nothing yet');
    await page.getByLabel('Mapping', { exact: true }).fill(mapping);
    await page.getByRole('button', { name: 'See what it does' }).click();
    await expect(page.getByRole('row', { name: 'Employee_Name' })).toContainText('full_name of employees.csv');
    await page.getByRole('button', { name: 'Check the file with it' }).click();
  });

  await test.step('be told that the mapping was made for another ladder, and mend it', async () => {
    await expect(heading(page)).toContainText('cannot be loaded yet', { timeout: PATIENCE });
    await expect(page.getByRole('main')).toContainText('chief-information-officer');
    await page.getByRole('link', { name: 'Look at the mapping' }).click();
    const mended = mapping.replace('values = { "CIO" = "chief-information-officer" }, ', '');
    await page.getByLabel('Mapping', { exact: true }).fill(mended);
    await page.getByLabel('Save it as').fill('hris');
    await page.getByRole('button', { name: 'Check the file with it' }).click();
  });

  await test.step('look at the difference', async () => {
    await expect(heading(page)).toContainText('what would change', { timeout: PATIENCE });
    await expect(page.locator('div', { has: page.getByText('New people', { exact: true }) }).last()).toContainText(
      String(EXPORT.people),
    );
    const waiting = page.url();
    expect(await everybody(page), 'nothing is applied yet').toBe(before);
    await page.goto(waiting);
  });

  await test.step('apply', async () => {
    await page.getByRole('button', { name: 'Apply all' }).click();
    await expect(page.getByRole('status')).toContainText('changes are applied', { timeout: PATIENCE });
    const imported = page.url();
    expect(await everybody(page)).toBe(before + EXPORT.people);
    await page.goto(imported);
  });

  await test.step('undo', async () => {
    await page.getByRole('link', { name: 'Undo this import' }).click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByRole('status')).toContainText('The import is undone');
    expect(await everybody(page)).toBe(before);
  });
});

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

/** How many people the directory has. */
async function everybody(page: Page): Promise<number> {
  await goTo(page, 'People');
  const [, count] = /of (\d+) people/.exec(await page.getByRole('main').innerText()) ?? [];
  return Number(count);
}
