import type { Page } from '@playwright/test';

import { enter, handIn } from '../../support/nominations.ts';
import { people } from '../../support/people.ts';
import type { Served } from '../../support/program.ts';
import { press, then, type Look } from '../look.ts';

const QUEUE = '/review';
const COMPARE = '/review/compare';
const DECIDE = '/review/decide';
const ONE = '/review/{id}';

const CANDIDATES = [
  [people.asha, '1003', 'csr-to-team-lead'],
  [people.rohan, '1004', 'csr-to-senior-csr'],
  [people.meera, '1005', 'csr-to-senior-csr'],
] as const;

/** They are handed in; HR goes on at an address that is made of them. */
const handedIn = (address: (chosen: string[]) => string) => async (page: Page, served: Served) => {
  const chosen = await handIn(page.request, served, CANDIDATES);
  await enter(page.request, served, people.partner);
  await page.goto(`${served.url}${address(chosen)}`);
};

const query = (path: string) => (chosen: string[]) => `${path}?${chosen.map((one) => `chosen=${one}`).join('&')}`;
const first = (chosen: string[]) => `/review/${chosen[0]?.split('_')[0]}`;

const choose = (act: string) => async (page: Page) => {
  await page.getByLabel(act, { exact: true }).check();
};

const write = (label: string, text: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).fill(text);
};

export const review: readonly Look[] = [
  { name: 'review-none', route: QUEUE, who: people.partner, shows: 'Nothing waits for HR' },
  { name: 'review-no-match', route: QUEUE, path: `${QUEUE}?state=appealed`, who: people.lead, shows: 'Nothing that waits is like that' },
  { name: 'review-not-for-them', route: QUEUE, who: people.kavya, status: 403, shows: 'HR partners and HR leads' },
  { name: 'review-queue', route: QUEUE, at: 'ownDemo', arrive: handedIn(() => QUEUE), shows: 'Something is not known' },
  { name: 'review-compare', route: COMPARE, at: 'ownDemo', arrive: handedIn(query(COMPARE)), shows: 'All of them' },
  { name: 'review-compare-none', route: COMPARE, who: people.lead, shows: 'Nobody is chosen' },
  { name: 'review-decide', route: DECIDE, at: 'ownDemo', arrive: handedIn(query(DECIDE)), shows: 'What is done to each' },
  {
    name: 'review-decide-not-whole',
    route: DECIDE,
    at: 'ownDemo',
    arrive: then(handedIn(query(DECIDE)), choose('Decline'), press('Preview')),
    status: 422,
    shows: 'There is a problem',
  },
  {
    name: 'review-decide-preview',
    route: DECIDE,
    at: 'ownDemo',
    arrive: then(handedIn(query(DECIDE)), choose('Take up for review'), press('Preview')),
    shows: 'Will be taken up',
  },
  {
    name: 'review-decide-done',
    route: DECIDE,
    at: 'ownDemo',
    arrive: then(handedIn(query(DECIDE)), choose('Take up for review'), press('Preview'), press('Take up 3')),
    shows: '3 were done',
  },
  { name: 'review-notes-first', route: ONE, at: 'ownDemo', arrive: handedIn(first), shows: 'Write what you think first' },
  {
    name: 'review-notes',
    route: ONE,
    at: 'ownDemo',
    arrive: then(handedIn(first), write('Your note', 'Ready since spring.'), press('Save the note')),
    shows: 'Ready since spring.',
  },
  {
    name: 'review-aside',
    route: ONE,
    at: 'ownDemo',
    arrive: then(
      handedIn(first),
      async (page) => page.locator('summary', { hasText: 'Stand aside' }).click(),
      write('Why you stand aside', 'We are cousins.'),
      press('Stand aside'),
    ),
    shows: 'You stand aside',
  },
];
