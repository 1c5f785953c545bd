import type { Page } from '@playwright/test';

import { people } from '../../support/people.ts';
import type { Served } from '../../support/program.ts';
import type { Look } from '../look.ts';

/** Sends what no page of ours sends. */
const send = (action: string, enctype: string) => async (page: Page) => {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.evaluate(
    ([action, enctype]) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action, enctype });
      document.body.append(form);
      form.submit();
    },
    [action, enctype] as const,
  );
  await answered;
};

/** A page of another site sends a form. */
async function sendFromElsewhere(page: Page, served: Served): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(`<form method="post" action="${served.url}/sign-out"><button>Win a prize</button></form>`);
  await page.getByRole('button').click();
}

/** From now on the server's database is of no use to it: seen on a page that nobody read before, and so not from memory. */
async function spoil(page: Page, served: Served): Promise<void> {
  await served.spoil();
  await page.goto(`${served.url}/team`);
}

export const failures: readonly Look[] = [
  { name: 'failure-not-found', path: '/nowhere', who: people.asha, status: 404, shows: 'There is no such page' },
  { name: 'failure-not-found-signed-out', path: '/nowhere', status: 404, shows: 'There is no such page' },
  { name: 'failure-not-allowed', path: '/imports', who: people.asha, status: 403, shows: 'You may not do this' },
  {
    name: 'failure-from-elsewhere',
    path: '/account',
    who: people.asha,
    arrive: sendFromElsewhere,
    status: 403,
    shows: 'This came from another site',
  },
  {
    name: 'failure-not-for-that',
    path: '/account',
    who: people.asha,
    arrive: send('/people', 'application/x-www-form-urlencoded'),
    status: 405,
    shows: 'This address is not for that',
  },
  {
    name: 'failure-malformed',
    path: '/account',
    who: people.asha,
    arrive: send('/account/password', 'text/plain'),
    status: 415,
    shows: 'could not be read',
  },
  {
    name: 'failure-unavailable',
    at: 'onPostgres',
    path: '/account',
    who: people.kavya,
    arrive: spoil,
    status: 503,
    shows: 'cannot reach its database',
  },
  {
    name: 'failure-internal',
    at: 'ownDemo',
    path: '/account',
    who: people.kavya,
    arrive: spoil,
    status: 500,
    shows: 'This page could not be made',
  },
];
