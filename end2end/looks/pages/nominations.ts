import { people } from '../../support/people.ts';
import { press, type Look } from '../look.ts';

const ONE = '/nominations/{id}';
const ANSWER = '/people/1003/tracks/csr-to-team-lead';

export const nominations: readonly Look[] = [
  { name: 'nominations-none', route: '/nominations', who: people.zoya, shows: 'no nomination in which you have a part' },
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
];
