/** What every test here begins with: servers of its own, and people who sign in. */
import { test as base, expect, type Page } from '@playwright/test';

import { PASSWORD, type Person } from './people.ts';
import { Served } from './program.ts';

interface OfAWorker {
  /** The fictional company, for as many tests as change nothing in it. */
  demo: Served;
}

interface OfATest {
  /** The fictional company, for a test that changes it. */
  ownDemo: Served;
  /** A company of nobody. */
  empty: Served;
}

export const test = base.extend<OfATest, OfAWorker>({
  demo: [
    async ({}, use) => {
      const served = await Served.demo();
      await use(served);
      await served.stop();
    },
    { scope: 'worker' },
  ],
  ownDemo: async ({}, use) => {
    const served = await Served.demo();
    await use(served);
    await served.stop();
  },
  empty: async ({}, use) => {
    const served = await Served.empty();
    await use(served);
    await served.stop();
  },
});

export { expect };

/** Signs in at the page for that, wherever that leads. */
export async function signIn(page: Page, served: Served, person: Person, password = PASSWORD): Promise<void> {
  await page.goto(`${served.url}/sign-in`);
  await fillSignIn(page, person.name, password);
}

/** Fills the page that one is at already. */
export async function fillSignIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail or employee number').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Goes on by a link of the way around. */
export async function goTo(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link, exact: true }).click();
}
