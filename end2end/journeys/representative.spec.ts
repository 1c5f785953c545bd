import type { Page } from '@playwright/test';

import { people } from '../support/people.ts';
import { expect, goTo, signIn, test } from '../support/test.ts';

test('a representative finds the day on which Team Lead is open to him, and why not before', async ({ page, demo }) => {
  await signIn(page, demo, people.rohan);
  await expect(heading(page)).toHaveText('Good day, Rohan Fernandes');
  await findAnswer(page, 'Team Lead');
  await expect(heading(page)).toHaveText('Promotion to Team Lead');
  const main = page.getByRole('main');
  await expect(main).toContainText('Not yet: from 22 Feb 2027 if nothing changes');
  await expect(main).toContainText('You have 9 months');
  await expect(page.getByRole('figure', { name: 'When each criterion holds' })).toBeVisible();
});

test('a representative tries a course, and sees what it changes and what not', async ({
  page,
  demo,
  javaScriptEnabled,
}) => {
  await signIn(page, demo, people.rohan);
  await findAnswer(page, 'Logistics Coordinator');
  await page.getByLabel('What changes').selectOption({ label: 'Workforce Planning' });
  await page.getByLabel('On, or from').fill('1 Dec 2026');
  // With JavaScript it is answered as one types.
  if (javaScriptEnabled !== true) await page.getByRole('button', { name: 'Show the answer' }).click();
  const asked = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'What it asks' }) });
  const course = asked.getByRole('row', { name: 'Workforce Planning' });
  await expect(course).toContainText('Not met');
  await expect(course).toContainText('from 1 Dec 2026');
  await expect(page.getByRole('row', { name: 'Logistics Coordinator' })).toContainText('no difference');
});

test('what somebody tries is in the link, and opens another track the sooner', async ({ page, demo }) => {
  await signIn(page, demo, people.meera);
  await findAnswer(page, 'Team Lead');
  await page.getByLabel('What changes').selectOption({ label: 'Six Sigma Yellow Belt' });
  await page.getByLabel('On, or from').fill('15 Jan 2027');
  await page.getByRole('button', { name: 'Show the answer' }).click();
  const changed = page.getByRole('row', { name: 'Team Lead' }).filter({ hasText: 'Needs action' });
  await expect(changed).toContainText('from 15 Jan 2027');
  await page.goto(page.url());
  await expect(changed).toContainText('from 15 Jan 2027');
  await expect(page.getByLabel('On, or from').first()).toHaveValue('15 Jan 2027');
});

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

/** From wherever one is, by one's own record. */
async function findAnswer(page: Page, job: string): Promise<void> {
  await goTo(page, 'My record');
  await page.getByRole('region', { name: 'Tracks' }).getByRole('link', { name: job, exact: true }).click();
}
