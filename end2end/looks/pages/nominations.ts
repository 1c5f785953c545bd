import { people } from '../../support/people.ts';
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
      await page.locator('summary', { hasText: 'Approve' }).click();
      await page.getByLabel('First day in the new job').fill('1 Jan 2027');
      await page.locator('details[open]').getByRole('button', { name: 'See the letter first' }).first().click();
    }),
    shows: 'You are selected for',
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
];
