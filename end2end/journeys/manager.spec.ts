import { people } from '../support/people.ts';
import { expect, goTo, signIn, test } from '../support/test.ts';

/** Of another team. */
const STRANGER = { number: '1024', name: 'Radhika Kapoor' };

test('a manager sees his people and no others, in the list and by search', async ({ page, demo }) => {
  await signIn(page, demo, people.kavya);
  await goTo(page, 'People');
  const table = page.getByRole('table');
  await expect(table.getByRole('link', { name: 'Asha Pillai' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(STRANGER.name);

  const search = page.getByLabel('Name or number');
  await search.fill('Imran');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('main')).toContainText('1 person');
  await expect(table.getByRole('row')).toHaveCount(2);

  for (const asked of [STRANGER.name, STRANGER.number]) {
    await search.fill(asked);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('main')).toContainText('Nobody matches');
    await expect(page.getByRole('main')).not.toContainText('Quality Analyst to');
  }

  await goTo(page, 'Team');
  await expect(table.getByRole('link', { name: 'Asha Pillai' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(STRANGER.name);
});

test("a stranger's address and one that is nobody's are the same page", async ({ page, demo }) => {
  await signIn(page, demo, people.kavya);
  const told: string[] = [];
  for (const number of [STRANGER.number, 'nobody']) {
    for (const path of [`/people/${number}`, `/people/${number}/tracks/csr-to-team-lead`]) {
      const answer = await page.goto(`${demo.url}${path}`);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page for you');
      told.push(await page.content());
    }
  }
  expect(new Set(told).size).toBe(1);
  await page.getByRole('link', { name: 'Go to what needs you' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kavya Reddy');
});
