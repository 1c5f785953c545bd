import type { Page } from '@playwright/test';

import type { Served } from '../../support/program.ts';
import { fill, press, then, type Look } from '../look.ts';

/** The one-time address of the first administrator. */
async function firstAddress(page: Page, served: Served): Promise<void> {
  await page.goto(/http:\S+/.exec(served.said.join('\n'))?.[0] ?? 'none was shown');
}

async function guess(page: Page): Promise<void> {
  await fill({ 'E-mail or employee number': 'nobody@halden.example', Password: 'a guess that is wrong' })(page);
  await press('Sign in')(page);
}

async function guessUntilOneHasToWait(page: Page): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await guess(page);
    if ((await page.getByText('Too many tries').count()) > 0) return;
  }
}

export const signingIn: readonly Look[] = [
  { name: 'sign-in', route: '/sign-in', shows: 'Sign in' },
  { name: 'sign-in-empty', route: '/sign-in', arrive: press('Sign in'), status: 422, shows: 'Enter your password' },
  { name: 'sign-in-wrong', route: '/sign-in', arrive: guess, status: 422, shows: 'do not go together' },
  {
    name: 'sign-in-wait',
    route: '/sign-in',
    at: 'empty',
    arrive: guessUntilOneHasToWait,
    status: 429,
    shows: 'Too many tries',
  },
  {
    name: 'invitation',
    route: '/invitations/{token}',
    path: '/sign-in',
    at: 'empty',
    arrive: firstAddress,
    shows: 'Choose a password',
  },
  {
    name: 'invitation-refused',
    route: '/invitations/{token}',
    path: '/sign-in',
    at: 'empty',
    arrive: then(firstAddress, fill({ 'New password': 'short' }), press('Save and sign in')),
    status: 422,
    shows: '12 characters at least',
  },
  {
    name: 'invitation-over',
    route: '/invitations/{token}',
    path: '/invitations/used',
    status: 410,
    shows: 'its time is over',
  },
];
