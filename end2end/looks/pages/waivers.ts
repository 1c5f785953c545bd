import type { Page } from '@playwright/test';

import { people } from '../../support/people.ts';
import type { Served } from '../../support/program.ts';
import { signIn } from '../../support/test.ts';
import { press, type Look } from '../look.ts';

const ALL = '/waivers';
const ONE = '/waivers/{id}';
const ANSWER = '/people/1004/tracks/csr-to-team-lead';

/** A manager asks that what a representative does not meet yet is waived. */
async function ask(page: Page): Promise<void> {
  await press('Start, and ask for a waiver')(page);
  await page.getByLabel('What it asks for was learned in another way').check();
  await page.locator('#ask-waiver-criterion').check();
  await page.locator('#ask-waiver-words').fill('He led a team of twelve for two years before he came to us.');
  await page.locator('#ask-waiver-until').fill('31 Dec 2026');
  await press('Ask for a waiver')(page);
}

/** The same in another window, while one of HR has the list open. */
async function asked(page: Page, served: Served): Promise<void> {
  const other = await page.context().browser()?.newContext();
  const there = await other?.newPage();
  if (there === undefined) throw new Error('no second window');
  await signIn(there, served, people.kavya);
  await there.goto(`${served.url}${ANSWER}`);
  await ask(there);
  await other?.close();
  await page.reload();
}

async function open(page: Page, served: Served): Promise<void> {
  await asked(page, served);
  await page.getByRole('link', { name: 'Rohan Fernandes' }).first().click();
}

export const waivers: readonly Look[] = [
  { name: 'waivers-none', route: ALL, who: people.partner, shows: 'There is no waiver here' },
  {
    name: 'nomination-waiver-form',
    route: '/nominations/{id}',
    path: ANSWER,
    who: people.kavya,
    at: 'ownDemo',
    arrive: press('Start, and ask for a waiver'),
    shows: 'Criteria that are not met',
  },
  {
    name: 'nomination-waiver-asked',
    route: '/nominations/{id}',
    path: ANSWER,
    who: people.kavya,
    at: 'ownDemo',
    arrive: ask,
    shows: 'Waits for an answer',
  },
  { name: 'waivers', route: ALL, who: people.partner, at: 'ownDemo', arrive: asked, shows: 'By whom they are for' },
  {
    name: 'waiver',
    route: ONE,
    path: ALL,
    who: people.partner,
    at: 'ownDemo',
    arrive: open,
    shows: 'Grant the waiver',
  },
  {
    name: 'waiver-refused-without-words',
    route: ONE,
    path: ALL,
    who: people.lead,
    at: 'ownDemo',
    arrive: async (page, served) => {
      await open(page, served);
      await page.getByText('Refuse the waiver').first().click();
      await press('Refuse the waiver')(page);
    },
    status: 422,
    shows: 'Say in your words why',
  },
];
