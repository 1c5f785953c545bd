/** Moves and what holds them, for HR, managers and those whose they are. */
import { people } from '../../support/people.ts';
import { fill, press, then, type Look } from '../look.ts';
import type { Page } from '@playwright/test';

const HOLDS = '/people/{number}/holds';
const NEW = '/moves/new';

const choose = (label: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).check();
};

const record = then(
  choose('Lateral move'),
  fill({ 'First day': '15 Jan 2027', Unit: 'Night', Why: 'They asked for it.' }),
  press('Record a move'),
);

export const moves: readonly Look[] = [
  { name: 'holds-none', route: HOLDS, path: '/people/1003/holds', who: people.asha, shows: 'are not on hold' },
  { name: 'holds-place', route: HOLDS, path: '/people/1003/holds', who: people.kavya, shows: 'Hold moves' },
  {
    name: 'holds-refused',
    route: HOLDS,
    path: '/people/1003/holds',
    who: people.kavya,
    arrive: press('Hold moves'),
    status: 422,
    shows: 'Choose why',
  },
  {
    name: 'holds-placed',
    route: HOLDS,
    path: '/people/1005/holds',
    who: people.kavya,
    at: 'ownDemo',
    arrive: then(
      choose('A project would fail without them'),
      fill({ 'In your words': 'Until the launch.', 'Last day': '15 Jan 2027' }),
      press('Hold moves'),
    ),
    shows: 'End the hold',
  },
  { name: 'moves-none', route: '/moves', who: people.partner, shows: 'No move was found' },
  {
    name: 'moves-refused',
    route: '/moves',
    path: '/moves?from=3/4/2026',
    who: people.partner,
    status: 422,
    shows: 'is no day',
  },
  { name: 'moves-new', route: NEW, path: '/moves/new?number=1004', who: people.partner, shows: 'Record a move' },
  {
    name: 'moves-new-refused',
    route: NEW,
    path: '/moves/new?number=1004',
    who: people.partner,
    arrive: press('Record a move'),
    status: 422,
    shows: 'Choose the kind of move',
  },
  {
    name: 'moves-one',
    route: '/moves/{id}',
    path: '/moves/new?number=1004',
    who: people.partner,
    at: 'ownDemo',
    arrive: record,
    shows: 'The move is recorded',
  },
  {
    name: 'moves-list',
    route: '/moves',
    path: '/moves/new?number=1006',
    who: people.lead,
    at: 'ownDemo',
    arrive: async (page, served) => {
      await record(page, served);
      await page.getByRole('navigation').getByRole('link', { name: 'Moves', exact: true }).first().click();
    },
    shows: 'Download for the HRIS',
  },
];
