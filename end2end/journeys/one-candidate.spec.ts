import { createHash } from 'node:crypto';

import type { Page } from '@playwright/test';

import { act, formOf, news, state, windowOf } from '../support/nominations.ts';
import { people } from '../support/people.ts';
import { expect, goTo, signIn, test } from '../support/test.ts';

const ANSWER = '/people/1003/tracks/csr-to-team-lead';
/** The day of the move, as one types it, as addresses write it, and the one after. */
const DAY = { typed: '1 Dec 2026', iso: '2026-12-01' };
/** For what the server does by itself, in milliseconds. */
const PATIENCE = 30_000;

test('a candidate goes all the way, from the answer to the new job, and an auditor sees why', async ({
  page: manager,
  browser,
  later,
}) => {
  test.setTimeout(180_000);
  const served = later.served;
  await signIn(manager, served, people.kavya);
  const candidate = await windowOf(browser, served, people.asha);
  const partner = await windowOf(browser, served, people.partner);
  const auditor = await windowOf(browser, served, people.auditor);

  const path = await test.step('the manager starts from the answer', async () => {
    await manager.goto(`${served.url}${ANSWER}`);
    await manager.getByRole('button', { name: 'Start a nomination' }).click();
    await expect(state(manager)).toHaveText('Draft');
    return new URL(manager.url()).pathname;
  });

  await test.step('a draft is nobody else’s', async () => {
    for (const other of [candidate, partner]) {
      const answer = await other.goto(`${served.url}${path}`);
      expect(answer?.status()).toBe(404);
    }
  });

  const picked = await test.step('writes the case, and picks a fact from the record', async () => {
    const form = await formOf(manager, 'Save the case');
    await form.getByLabel('Why this person').fill('She leads the early shift already.');
    const group = form.locator('details', { hasText: /^Results/ });
    await group.locator('summary').click();
    const fact = group.locator('.choice').first();
    await fact.getByRole('checkbox').check();
    const told = (await fact.innerText()).trim();
    await form.getByRole('button', { name: 'Save the case' }).click();
    await expect(manager.getByRole('status').filter({ hasText: 'Saved as number 2' })).toBeVisible();
    return told;
  });

  await test.step('and asks the candidate, who reads it and agrees', async () => {
    await act(manager, 'Ask the candidate');
    await expect(state(manager)).toHaveText('Waits for the candidate');
    expect(await news(candidate, served)).toEqual(['Asked the candidate']);
    await candidate.getByRole('link', { name: 'Asha Pillai to Team Lead' }).click();
    const read = candidate.getByRole('region', { name: 'The case' });
    await expect(read).toContainText('She leads the early shift already.');
    await expect(read).toContainText(picked);
    await act(candidate, 'Agree to be nominated');
    await expect(state(candidate)).toHaveText('Handed in');
  });

  await test.step('HR takes it up, and approves it for a day', async () => {
    await goTo(partner, 'Nominations');
    await partner.getByRole('link', { name: 'Asha Pillai' }).click();
    await act(partner, 'Take up for review');
    await expect(state(partner)).toHaveText('In review');
    await act(partner, 'Approve', { fields: { 'First day in the new job': DAY.typed } });
    await expect(state(partner)).toHaveText('Approved');
    await expect(partner.getByRole('main')).toContainText(DAY.typed);
  });

  await test.step('until then nothing has moved', async () => {
    await candidate.goto(`${served.url}/me`);
    await expect(candidate.getByRole('heading', { level: 1 }).locator('..')).toContainText('1003 · Customer Service');
  });

  const then = await later.on(DAY.iso);

  await test.step('on the day the move takes effect by itself', async () => {
    await expect(async () => {
      await candidate.goto(`${then.url}${path}`);
      await expect(state(candidate)).toHaveText('In effect', { timeout: 100 });
    }).toPass({ timeout: PATIENCE });
    await expect(candidate.getByRole('region', { name: 'What happened' })).toContainText('The move took effect');
  });

  await test.step('the record shows the job, and where it leads on to, the same day', async () => {
    await candidate.goto(`${then.url}/me`);
    await expect(candidate.getByRole('heading', { level: 1 }).locator('..')).toContainText('1003 · Team Lead');
    const tracks = candidate.getByRole('table', { name: /Tracks/ });
    await expect(tracks).toContainText('Operations Manager');
    await expect(tracks).not.toContainText('Senior');
    await tracks.getByRole('link', { name: /Operations Manager/ }).click();
    await expect(candidate.getByRole('heading', { level: 1 })).toContainText('Promotion to Operations Manager');
  });

  await test.step('and everybody was told', async () => {
    const way = ['The move took effect', 'Approved it', 'Took it up for review'];
    expect(await news(candidate, then)).toEqual([...way, 'Asked the candidate']);
    expect(await news(manager, then)).toEqual([...way, 'Agreed to be nominated']);
    expect(await news(partner, then)).toEqual(['The move took effect', 'Agreed to be nominated']);
  });

  await test.step('an auditor reconstructs the decision', async () => {
    const digest = await frozenOnDecision(partner, `${then.url}${path}`);
    await auditor.goto(`${then.url}/audit?act=nomination`);
    const listed = auditor.getByRole('table').getByRole('link', { name: 'A step of a nomination was taken' });
    const steps = await listed.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const told: string[] = [];
    for (const step of steps) {
      await auditor.goto(`${then.url}${step}`);
      told.push(`${await line(auditor, 'Step')} by ${await line(auditor, 'Done by')}`);
      if ((await line(auditor, 'Step')) !== 'approve') continue;
      expect(await line(auditor, 'State it came to')).toBe('approved');
      expect(await line(auditor, 'SHA-256 of the evidence'), 'what was known is what was sealed').toBe(digest);
      expect(await line(auditor, 'Request')).toMatch(/^[0-9a-f]{32}$/);
    }
    const { kavya, asha, partner: hr } = people;
    expect(told).toEqual([
      'take_effect by the program itself',
      `approve by ${hr.name}`,
      `take_up by ${hr.name}`,
      `consent by ${asha.name}`,
      `propose by ${kavya.name}`,
      `edit_case by ${kavya.name}`,
      `start by ${kavya.name}`,
    ]);
    await auditor.goto(`${then.url}/audit/verification`);
    await auditor.getByRole('button', { name: 'Verify' }).click();
    await expect(auditor.getByRole('main')).toContainText('The trail is whole');
  });
});

test('a manager chooses several in the directory: for each it is told what comes of it', async ({ page, ownDemo }) => {
  await signIn(page, ownDemo, people.kavya);
  await goTo(page, 'People');
  for (const name of ['Asha Pillai', 'Rohan Fernandes']) await page.getByLabel(`Choose ${name}`).check();
  await page.getByRole('button', { name: 'Nominate those chosen' }).click();

  await page.getByLabel('Track').selectOption('csr-to-team-lead');
  await page.getByRole('button', { name: 'Show who can be nominated' }).click();
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Asha Pillai')).toContainText('Eligible today');
  await expect(row('Rohan Fernandes')).toContainText('Not eligible on 22 Nov 2026. The first day is 22 Feb 2027');

  await page.getByRole('button', { name: 'Start one draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nominations');
  await expect(row('Asha Pillai')).toContainText('Draft');
  await expect(page.getByRole('main')).not.toContainText('Rohan Fernandes');

  await page.getByRole('link', { name: 'Asha Pillai' }).click();
  await act(page, 'Save the case', { fields: { 'Why this person': 'She leads the early shift already.' } });
  await act(page, 'Ask the candidate');
  await expect(state(page)).toHaveText('Waits for the candidate');
});

/** A line of a summary, by its label. */
async function line(page: Page, label: string): Promise<string> {
  const term = page.locator('dt').filter({ hasText: new RegExp(`^${label}$`) });
  return (await term.locator('xpath=following-sibling::dd[1]').innerText()).trim();
}

/** The SHA-256 of what was known on the decision: as the page shows it, and as the document itself has it. */
async function frozenOnDecision(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const row = page.getByRole('region', { name: 'What was known' }).getByRole('row', { name: /On the decision/ });
  const shown = (await row.locator('code').innerText()).trim();
  const href = await row.getByRole('link').getAttribute('href');
  const document = await page.request.get(new URL(href ?? '', url).href);
  expect(createHash('sha256').update(await document.body()).digest('hex')).toBe(shown);
  return shown;
}
