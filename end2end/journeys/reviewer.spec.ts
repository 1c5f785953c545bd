import type { Page } from '@playwright/test';

import { enter, handIn, news, windowOf } from '../support/nominations.ts';
import { people } from '../support/people.ts';
import { arriving, expect, goTo, signIn, test } from '../support/test.ts';

const SENIOR = 'csr-to-senior-csr';
const NEXT_STEP = 'Take the calibration course in January, then ask again.';

test('a reviewer compares, notes what she thinks before she reads others, and decides several with reasons', async ({
  page,
  browser,
  ownDemo,
}) => {
  test.setTimeout(180_000);
  const apart = await browser.newContext();
  await handIn(apart.request, ownDemo, [
    [people.asha, '1003', 'csr-to-team-lead'],
    [people.rohan, '1004', SENIOR],
    [people.meera, '1005', SENIOR],
  ]);
  const other = await windowOf(browser, ownDemo, people.lead);
  await signIn(page, ownDemo, people.partner);

  await test.step('another reviewer notes what he thinks of one, and stands aside for another', async () => {
    await notesOf(other, 'Rohan Fernandes');
    await other.getByLabel('Your note').fill('Calm on the late shift.');
    await press(other, 'Save the note');
    await notesOf(other, 'Asha Pillai');
    await other.locator('summary', { hasText: 'Stand aside' }).click();
    await other.getByLabel('Why you stand aside').fill('We are cousins.');
    await press(other, 'Stand aside');
    await goTo(other, 'Review (3)');
    await expect(other.getByRole('row', { name: /Asha Pillai/ })).toContainText('You stand aside');
    await arriving(other, () => other.getByRole('link', { name: 'Asha Pillai' }).click());
    await expect(other.getByRole('button', { name: 'Take up for review', includeHidden: true })).toHaveCount(0);
  });

  await test.step('she sees candidates for one job side by side, on the same criteria', async () => {
    await goTo(page, 'Review (3)');
    await choose(page, 'Rohan Fernandes', 'Meera Joshi');
    await press(page, 'Compare');
    const table = page.getByRole('table', { name: /each criterion for each candidate/ });
    await expect(table).toHaveCount(1);
    for (const name of ['Rohan Fernandes', 'Meera Joshi']) {
      await expect(table.getByRole('columnheader', { name })).toBeVisible();
    }
    const rows = await table.locator('tbody').getByRole('row').all();
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) await expect(row.getByRole('cell')).toHaveCount(2);
  });

  await test.step('reads what the other wrote once she has written what she thinks', async () => {
    await notesOf(page, 'Rohan Fernandes');
    const notes = page.getByRole('region', { name: 'Notes' });
    await expect(notes).toContainText('Write what you think first');
    await expect(notes).not.toContainText('Calm on the late shift.');
    await page.getByLabel('Your note').fill('Needs one more calibration.');
    await press(page, 'Save the note');
    await expect(notes).toContainText('Needs one more calibration.');
    await expect(notes).toContainText('Calm on the late shift.');
  });

  await test.step('takes both up, and declines them: first she sees what will happen', async () => {
    await several(page);
    await page.getByLabel('Take up for review', { exact: true }).check();
    await press(page, 'Preview');
    await expect(page.getByRole('row', { name: /Meera Joshi/ })).toContainText('Will be taken up');
    await press(page, 'Take up 2');
    await expect(page.getByRole('main')).toContainText('2 were done');

    await several(page);
    await page.getByLabel('Decline', { exact: true }).check();
    await press(page, 'Preview');
    await expect(page.getByRole('alert')).toContainText('A reason is needed');
    await page.getByLabel('There is no place in that job now', { exact: true }).check();
    await page.getByLabel('Next step: what each candidate is told').fill(NEXT_STEP);
    await press(page, 'Preview');
    await expect(page.getByRole('main')).toContainText('Nothing is done yet.');
    await expect(page.getByRole('row', { name: /Rohan Fernandes/ })).toContainText('Will be declined');
    await press(page, 'Decline 2');
    await expect(page.getByRole('main')).toContainText('2 were done');
    await arriving(page, () => page.getByRole('link', { name: 'Go to the queue' }).click());
    await expect(page.getByRole('main')).toContainText('1 nomination waits for HR');
  });

  await test.step('each candidate is told why and what next, and nothing of the notes', async () => {
    await enter(apart.request, ownDemo, people.meera);
    const candidate = await apart.newPage();
    expect((await news(candidate, ownDemo))[0]).toBe('Declined it');
    await arriving(candidate, () => candidate.getByRole('link', { name: /^Meera Joshi to/ }).first().click());
    const main = candidate.getByRole('main');
    await expect(main).toContainText('There is no place in that job now');
    await expect(main).toContainText(NEXT_STEP);
    await expect(main).not.toContainText('calibration.');
  });
});

async function press(page: Page, name: string): Promise<void> {
  await arriving(page, () => page.getByRole('button', { name, exact: true }).click());
}

/** Ticks candidates in a list of what waits. */
async function choose(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByLabel(`Choose ${name}`).check();
}

/** From the queue to deciding about both who want the same job. */
async function several(page: Page): Promise<void> {
  await goTo(page, 'Review (3)');
  await choose(page, 'Rohan Fernandes', 'Meera Joshi');
  await press(page, 'Decide several');
}

/** From the queue by way of the nomination to what reviewers note of it. */
async function notesOf(page: Page, name: string): Promise<void> {
  await goTo(page, 'Review (3)');
  await arriving(page, () => page.getByRole('table').getByRole('link', { name }).click());
  await arriving(page, () => page.getByRole('link', { name: 'Notes of reviewers, and who stands aside' }).click());
}
