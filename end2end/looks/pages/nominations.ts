import { people } from '../../support/people.ts';
import { press, type Look } from '../look.ts';

const ONE = '/nominations/{id}';
const ANSWER = '/people/1003/tracks/csr-to-team-lead';

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
];
