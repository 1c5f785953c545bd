import type { Page } from '@playwright/test';

import { PASSWORD, people } from '../../support/people.ts';
import type { Served } from '../../support/program.ts';
import { signIn } from '../../support/test.ts';
import { fill, press, then, type Look } from '../look.ts';

const OWN = 'nobody else knows it';
const BEN = { name: 'ben@halden.example' };

/** Somebody who belongs to no employee, and was given a password on paper. */
async function firstSignIn(page: Page, served: Served): Promise<void> {
  await served.run(['user', 'add', BEN.name, '--password-stdin'], 'handed over on paper\n');
  await signIn(page, served, BEN, 'handed over on paper');
}

const choose = (password: string) => fill({ 'New password': password, 'The same again': password });

const change = (now: string, password: string) =>
  then(fill({ 'Your password now': now, 'New password': password }), press('Change the password'));

/** A form is sent after its session was ended elsewhere. */
async function sendTooLate(page: Page, served: Served): Promise<void> {
  await page.getByLabel('Employee numbers or e-mail addresses').fill('1021\n1022 nikhil@halden.example');
  const other = await page.context().browser()?.newContext();
  const there = await other?.newPage();
  if (there === undefined) throw new Error('no second window');
  await signIn(there, served, people.administrator);
  await there.goto(`${served.url}/account`);
  await press('End all others')(there);
  await there.close();
  await press('Make the invitations')(page);
  await fill({ 'E-mail or employee number': people.administrator.name, Password: PASSWORD })(page);
  await press('Sign in')(page);
}

export const account: readonly Look[] = [
  { name: 'account', route: '/account', who: people.asha, shows: 'Your account' },
  {
    name: 'account-sessions',
    route: '/account',
    who: people.auditor,
    arrive: async (page, served) => {
      const other = await page.context().browser()?.newContext();
      const there = await other?.newPage();
      if (there !== undefined) await signIn(there, served, people.auditor);
      await other?.close();
      await page.reload();
    },
    shows: 'End all others',
  },
  { name: 'account-password', route: '/account/password', who: people.asha, shows: 'Change the password' },
  {
    name: 'account-password-refused',
    route: '/account/password',
    who: people.asha,
    arrive: change('', 'short'),
    status: 422,
    shows: 'There is a problem',
  },
  {
    name: 'account-password-changed',
    route: '/account',
    path: '/account/password',
    who: people.radhika,
    arrive: change(PASSWORD, OWN),
    shows: 'The password is changed',
  },
  {
    name: 'account-first-password',
    route: '/account/password',
    path: '/sign-in',
    at: 'empty',
    arrive: firstSignIn,
    shows: 'Somebody else knows the password',
  },
  {
    name: 'account-kept',
    route: '/account/kept',
    path: '/admin/accounts/invite',
    who: people.administrator,
    arrive: sendTooLate,
    shows: 'nikhil@halden.example',
  },
  {
    name: 'home-nobody',
    route: '/',
    path: '/sign-in',
    at: 'empty',
    arrive: then(firstSignIn, choose(OWN), press('Save and go on')),
    shows: 'There is nothing here for you yet',
  },
];
