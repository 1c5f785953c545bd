import type { Page } from '@playwright/test';

import { PASSWORD, people, type Person } from '../../support/people.ts';
import type { Served } from '../../support/program.ts';
import { press, then, type Look } from '../look.ts';

const QUEUE = '/review';
const COMPARE = '/review/compare';
const DECIDE = '/review/decide';
const ONE = '/review/{id}';

/** Sends a form as the page does; where it leads. */
async function send(page: Page, served: Served, path: string, form: Record<string, string>): Promise<string> {
  const answer = await page.context().request.post(`${served.url}${path}`, { form, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${path}: ${answer.status()}: ${await answer.text()}`);
  return answer.headers()['location'] ?? '';
}

const signIn = (page: Page, served: Served, person: Person) =>
  send(page, served, '/sign-in', { name: person.name, password: PASSWORD });

/** Three candidates are nominated by the manager of all, and want it; what the queue would send of them. */
async function handIn(page: Page, served: Served): Promise<string[]> {
  const chosen: string[] = [];
  const candidates = [
    ['1003', people.asha, 'csr-to-team-lead'],
    ['1004', people.rohan, 'csr-to-senior-csr'],
    ['1005', people.meera, 'csr-to-senior-csr'],
  ] as const;
  for (const [number, candidate, track] of candidates) {
    await signIn(page, served, people.vikram);
    const one = await send(page, served, '/nominations', { number, track });
    await send(page, served, one, { act: 'edit_case', seen: '1', 'case-words': 'Leads already.' });
    await send(page, served, one, { act: 'propose', seen: '2' });
    await signIn(page, served, candidate);
    await send(page, served, one, { act: 'consent', seen: '3' });
    chosen.push(`${one.replace('/nominations/', '')}_4`);
  }
  return chosen;
}

/** They are handed in; HR goes on at an address that is made of them. */
const handedIn = (address: (chosen: string[]) => string) => async (page: Page, served: Served) => {
  const chosen = await handIn(page, served);
  await signIn(page, served, people.partner);
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
