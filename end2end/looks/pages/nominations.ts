import type { Page } from '@playwright/test';

import { enter, formOf } from '../../support/nominations.ts';
import { people } from '../../support/people.ts';
import type { Served } from '../../support/program.ts';
import { as, does } from '../course.ts';
import { follow, press, then, type Look } from '../look.ts';

const ONE = '/nominations/{id}';
const ANSWER = '/people/1003/tracks/csr-to-team-lead';

const inReview = then(
  press('Show interest'),
  does(people.kavya, 'endorse'),
  does(people.kavya, 'edit_case', { 'case-words': 'She leads already.' }),
  does(people.kavya, 'propose'),
  does(people.asha, 'consent'),
  does(people.partner, 'take_up'),
);
const declined = then(
  inReview,
  does(people.partner, 'decline', {
    'decline-reason': 'more_experience',
    'decline-words': 'Lead a shift each week until spring, then ask again.',
  }),
);

const asked = then(
  press('Start a nomination'),
  does(people.kavya, 'edit_case', { 'case-words': 'She leads the early shift already.' }),
  does(people.kavya, 'propose'),
);

/** Saved in one window after it was opened in another. */
const stale = then(
  press('Start a nomination'),
  does(people.kavya, 'edit_case', { 'case-words': 'Written in the other window.' }),
  async (page) => {
    await page.locator('[name=seen]').first().evaluate((field: HTMLInputElement) => (field.value = '1'));
    await page.getByLabel('Why this person').fill('Long thought about.');
    await press('Save the case')(page);
  },
);

/** Looks at a page of their own after that. */
const at = (path: string) => async (page: Page, served: Served) => {
  await page.goto(`${served.url}${path}`);
};

/** HR moves one of the reader's people, at once. */
const moved = async (page: Page, served: Served) => {
  await enter(page.request, served, people.lead);
  const form = { number: '1003', kind: 'lateral', job: 'hr-coordinator', on: '22 Nov 2026', why: 'They asked for it.' };
  const done = await page.request.post(`${served.url}/moves/new`, { form, maxRedirects: 0 });
  if (done.status() !== 303) throw new Error(`${done.status()}: ${await done.text()}`);
  await enter(page.request, served, people.kavya);
};

export const nominations: readonly Look[] = [
  { name: 'nominations-none', route: '/nominations', who: people.zoya, shows: 'no nomination in which you have a part' },
  { name: 'several-nobody', route: '/nominations/several', who: people.kavya, shows: 'Nobody is chosen' },
  {
    name: 'several',
    route: '/nominations/several',
    path: '/nominations/several?number=1003&number=1004&track=csr-to-team-lead',
    who: people.kavya,
    shows: 'Eligible today',
  },
  { name: 'news-none', route: '/news', who: people.zoya, shows: 'You have no news' },
  {
    name: 'nomination-draft',
    route: ONE,
    path: ANSWER,
    who: people.kavya,
    at: 'ownDemo',
    arrive: press('Start a nomination'),
    shows: 'Why this person',
  },
  {
    name: 'nomination-interest',
    route: ONE,
    path: ANSWER,
    who: people.asha,
    at: 'ownDemo',
    arrive: press('Show interest'),
    shows: 'Interest shown',
  },
  {
    name: 'nomination-letter-first',
    route: ONE,
    path: ANSWER,
    who: people.asha,
    at: 'ownDemo',
    arrive: then(inReview, as(people.partner), async (page) => {
      const form = await formOf(page, 'Approve');
      await form.getByLabel('First day in the new job').fill('1 Jan 2027');
      await form.getByRole('button', { name: 'See the letter first' }).click();
    }),
    shows: 'You are selected for',
  },
  {
    name: 'nomination-approve-refused',
    route: ONE,
    path: ANSWER,
    who: people.asha,
    at: 'ownDemo',
    arrive: then(inReview, as(people.partner), async (page) => {
      const form = await formOf(page, 'Approve');
      await form.getByLabel('First day in the new job').fill('1 Jan 2027');
      await form.getByLabel('Site').fill('Hydrabad');
      await form.getByRole('button', { name: 'Approve' }).click();
    }),
    status: 422,
    shows: 'Did you mean Hyderabad?',
  },
  {
    name: 'nomination-letter',
    route: `${ONE}/letters/{letter}`,
    path: ANSWER,
    who: people.asha,
    at: 'ownDemo',
    arrive: then(declined, follow('You are not selected for')),
    shows: 'If you think that this is wrong',
  },
  {
    name: 'nomination-declined',
    route: ONE,
    path: ANSWER,
    who: people.asha,
    at: 'ownDemo',
    arrive: declined,
    shows: 'Letters',
  },
  {
    name: 'nomination-compared',
    route: `${ONE}/evidence/compare`,
    path: ANSWER,
    who: people.asha,
    at: 'ownDemo',
    arrive: then(declined, follow('See what changed since')),
    shows: 'Each criterion',
  },
  {
    name: 'nomination-appealed',
    route: ONE,
    path: ANSWER,
    who: people.asha,
    at: 'ownDemo',
    arrive: then(
      declined,
      does(people.asha, 'appeal', { 'appeal-words': 'A result of mine is missing.' }),
      as(people.lead),
    ),
    shows: 'The appeal: as it was decided',
  },
  {
    name: 'nomination-stale',
    route: ONE,
    path: ANSWER,
    who: people.kavya,
    at: 'ownDemo',
    arrive: stale,
    status: 409,
    shows: 'Somebody saved this nomination after you had opened it',
  },
  {
    name: 'nomination-asked',
    route: ONE,
    path: ANSWER,
    who: people.kavya,
    at: 'ownDemo',
    arrive: then(asked, as(people.asha)),
    shows: 'Agree to be nominated',
  },
  {
    name: 'nominations',
    route: '/nominations',
    path: ANSWER,
    who: people.kavya,
    at: 'ownDemo',
    arrive: then(asked, at('/nominations')),
    shows: 'Waits for the candidate',
  },
  {
    name: 'news',
    route: '/news',
    path: ANSWER,
    who: people.kavya,
    at: 'ownDemo',
    arrive: then(asked, as(people.asha), at('/news')),
    shows: '1 is new',
  },
  {
    name: 'news-of-records',
    route: '/news',
    who: people.kavya,
    at: 'ownDemo',
    arrive: then(moved, at('/news')),
    shows: 'A move was made',
  },
];
