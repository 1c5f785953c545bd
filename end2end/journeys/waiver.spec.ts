import { act, formOf, state, windowOf } from '../support/nominations.ts';
import { people } from '../support/people.ts';
import { arriving, expect, signIn, test } from '../support/test.ts';

const ANSWER = '/people/1004/tracks/csr-to-team-lead';

test('what a candidate does not meet yet is waived by another of HR, and the nomination goes through', async ({
  page: manager,
  browser,
  ownDemo,
}) => {
  test.setTimeout(180_000);
  await signIn(manager, ownDemo, people.kavya);
  const partner = await windowOf(browser, ownDemo, people.partner);
  const candidate = await windowOf(browser, ownDemo, people.rohan);

  const path = await test.step('the manager cannot ask the candidate yet, and asks for a waiver', async () => {
    await manager.goto(`${ownDemo.url}${ANSWER}`);
    await expect(manager.getByRole('main')).toContainText('Rohan Fernandes is not eligible today');
    await arriving(manager, () => manager.getByRole('button', { name: 'Start, and ask for a waiver' }).click());
    await act(manager, 'Save the case', { fields: { 'Why this person': 'He leads the late shift already.' } });
    const form = await formOf(manager, 'Ask for a waiver');
    await form.getByRole('radio', { name: /12 months/ }).check();
    await form.getByLabel('What it asks for was learned in another way').check();
    await form.getByLabel('In your words').fill('He led a team of twelve for two years before he came to us.');
    await form.getByLabel('Until', { exact: true }).fill('31 Dec 2026');
    await arriving(manager, () => form.getByRole('button', { name: 'Ask for a waiver' }).click());
    await expect(manager.locator('.notification-banner')).toContainText('The waiver is asked for. HR is told.');
    return new URL(manager.url()).pathname;
  });

  await test.step('somebody else, of HR, grants it', async () => {
    await partner.goto(`${ownDemo.url}/`);
    await arriving(partner, () => partner.getByRole('link', { name: '1 waits for your answer' }).click());
    await arriving(partner, () => partner.getByRole('table').getByRole('link', { name: 'Rohan Fernandes' }).first().click());
    await expect(partner.getByRole('main')).toContainText('He led a team of twelve');
    await partner.getByLabel('In your words').fill('Seen the references.');
    await arriving(partner, () => partner.getByRole('button', { name: 'Grant the waiver' }).click());
    await expect(partner.locator('.notification-banner')).toContainText('The waiver is granted');
  });

  await test.step('the answer says what is waived, and until when', async () => {
    await manager.goto(`${ownDemo.url}${ANSWER}`);
    await expect(manager.getByRole('main')).toContainText(/Waived, until 31 Dec 2026\./);
  });

  await test.step('the candidate is asked, and agrees', async () => {
    await manager.goto(`${ownDemo.url}${path}`);
    await act(manager, 'Ask the candidate');
    await candidate.goto(`${ownDemo.url}${path}`);
    await expect(candidate.getByRole('main')).toContainText('Seen the references.');
    await act(candidate, 'Agree to be nominated');
  });

  await test.step('HR reads that it is waived, and approves it for a day on which it is', async () => {
    await partner.goto(`${ownDemo.url}/review`);
    const row = partner.getByRole('row', { name: /Rohan Fernandes/ });
    await expect(row).toContainText('Waived');
    await arriving(partner, () => row.getByRole('link', { name: 'Rohan Fernandes' }).click());
    await act(partner, 'Take up for review');
    await act(partner, 'Approve', { fields: { 'First day in the new job': '31 Dec 2026' } });
    await expect(state(partner)).toHaveText('Approved');
  });
});
