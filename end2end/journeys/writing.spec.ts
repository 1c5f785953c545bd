import type { Locator, Page } from '@playwright/test';

import { act, formOf, state } from '../support/nominations.ts';
import { people } from '../support/people.ts';
import type { Served } from '../support/program.ts';
import { arriving, expect, signIn, test } from '../support/test.ts';

// Without, the button is how a case is saved: other journeys press it.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'nothing is saved while one types without JavaScript');

test('a case is saved while one types, with the number of the save', async ({ page, ownDemo }) => {
  const written = await begin(page, ownDemo);
  await written.pressSequentially('She leads the early shift.');
  await expect(told(page)).toHaveText('Saved as number 2');
  await page.reload();
  await expect(written).toHaveValue('She leads the early shift.');

  await written.press('End');
  await written.pressSequentially(' The team asks her first.');
  await expect(told(page)).toHaveText('Saved as number 3');
  await page.reload();
  await expect(page.getByRole('region', { name: 'The case' })).toContainText('She leads the early shift. The team asks');
});

test('who writes in two windows is told, and loses nothing in either', async ({ page, ownDemo }) => {
  const written = await begin(page, ownDemo);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await act(other, 'Save the case', { fields: { 'Why this person': 'Written in the other window.' } });

  await written.pressSequentially('Long thought about.');
  await expect(told(page)).toContainText('Not saved. What you wrote is still here');
  await expect(written).toHaveValue('Long thought about.');
  // Nor does it go with another form, without what is written.
  await (await formOf(page, 'Ask the candidate')).getByRole('button', { name: 'Ask the candidate' }).click();
  await expect(written).toBeInViewport();
  await expect(told(page), 'and it is said why').toContainText('Nothing was sent: what you wrote here is not saved');
  await expect(state(page)).toHaveText('Draft');

  await page.getByRole('button', { name: 'Save the case' }).click();
  await expect(page.getByRole('alert')).toContainText('you saw save 1, the last is save 2');
  await expect(written, 'what was typed here').toHaveValue('Long thought about.');
  await expect(page.getByRole('region', { name: 'The case' })).toContainText('Written in the other window.');
  await written.press('ControlOrMeta+End');
  await written.pressSequentially(' Both are kept.');
  await expect(told(page)).toHaveText('Saved as number 3');
  await other.reload();
  await expect(other.getByRole('region', { name: 'The case' })).toContainText('Long thought about. Both are kept.');
});

test('who signs out over what could not be saved is asked first, and then goes', async ({ page, ownDemo }) => {
  const written = await begin(page, ownDemo);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await act(other, 'Save the case', { fields: { 'Why this person': 'Written in the other window.' } });
  await written.pressSequentially('Long thought about.');
  await expect(told(page)).toContainText('Not saved. What you wrote is still here');

  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  const out = page.getByRole('button', { name: 'Sign out' });
  await out.click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(written, 'who stays has it still').toHaveValue('Long thought about.');
  await arriving(page, () => out.click());
  expect(asked).toEqual(['beforeunload', 'beforeunload']);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('who signs out in a hurry leaves nothing unsaved behind', async ({ page, ownDemo }) => {
  const written = await begin(page, ownDemo);
  const there = page.url();
  await written.fill('Typed in a hurry.');
  await arriving(page, () => page.getByRole('button', { name: 'Sign out' }).click());
  await signIn(page, ownDemo, people.kavya);
  await page.goto(there);
  await expect(page.getByRole('region', { name: 'The case' })).toContainText('Typed in a hurry.');
});

test('what was refused and is shown again goes along with another form, too', async ({ page, ownDemo }) => {
  const written = await begin(page, ownDemo);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await act(other, 'Save the case', { fields: { 'Why this person': 'Written in the other window.' } });
  await written.fill('Long thought about.');
  // Who is quicker than the script of the page sends what the form says without it.
  await arriving(page, () => page.getByRole('button', { name: 'Save the case' }).click());
  await expect(page.getByRole('alert')).toContainText('you saw save 1, the last is save 2');
  await (await formOf(page, 'Ask the candidate')).getByRole('button', { name: 'Ask the candidate' }).click();
  await expect(state(page)).toHaveText('Waits for the candidate');
  await expect(page.getByRole('region', { name: 'The case' })).toContainText('Long thought about.');
});

test('what is not saved yet goes along with another form of the page', async ({ page, ownDemo }) => {
  const written = await begin(page, ownDemo);
  const propose = await formOf(page, 'Ask the candidate');
  await written.fill('Typed in a hurry.');
  await propose.getByRole('button', { name: 'Ask the candidate' }).click();
  await expect(state(page)).toHaveText('Waits for the candidate');
  await expect(page.getByRole('region', { name: 'The case' })).toContainText('Typed in a hurry.');
});

test('the button waits for the save under way, and is not taken for somebody else', async ({ page, ownDemo }) => {
  const written = await begin(page, ownDemo);
  let release = () => {};
  const held = new Promise<void>((released) => (release = released));
  let saves = 0;
  await page.route(page.url(), async (route) => {
    const answer = route.request().isNavigationRequest() ? undefined : await route.fetch();
    if (answer === undefined) return route.continue();
    saves += 1;
    await held;
    await route.fulfill({ response: answer });
  });
  await written.pressSequentially('Saved by itself, and by the button.');
  await expect.poll(() => saves).toBe(1);
  await page.getByRole('button', { name: 'Save the case' }).click();
  release();
  await expect(page.locator('.notification-banner--success')).toHaveText(/Saved as number \d/);
  await expect(page.getByRole('region', { name: 'The case' })).toContainText('Saved by itself, and by the button.');
});

/** A manager has begun a draft; where its case is written. */
async function begin(page: Page, served: Served): Promise<Locator> {
  await signIn(page, served, people.kavya);
  await page.goto(`${served.url}/people/1003/tracks/csr-to-team-lead`);
  await arriving(page, () => page.getByRole('button', { name: 'Start a nomination' }).click());
  // Read again: the page that follows shows that it was saved.
  await page.reload();
  return (await formOf(page, 'Save the case')).getByLabel('Why this person');
}

/** What is said beside the case while one writes it. */
function told(page: Page): Locator {
  return page.locator('form').filter({ has: page.getByLabel('Why this person') }).getByRole('status');
}
