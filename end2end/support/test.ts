/** What every test here begins with: servers of its own, and people who sign in. */
import { test as base, expect, type Page } from '@playwright/test';

import { PASSWORD, type Person } from './people.ts';
import { database, POSTGRES } from './postgres.ts';
import { Served } from './program.ts';

interface OfAWorker {
  /** The fictional company, for as many tests as change nothing in it. */
  demo: Served;
}

/** The fictional company, for a test in which days pass. */
export interface Later {
  /** As it is served now. */
  served: Served;
  /** Serves the same on another day. */
  on(day: string): Promise<Served>;
}

interface OfATest {
  /** The fictional company, for a test that changes it. */
  ownDemo: Served;
  /** The same, in which days pass. */
  later: Later;
  /** A company of nobody. */
  empty: Served;
  /** The fictional company, on a PostgreSQL. */
  onPostgres: Served;
}

async function during(served: Served, use: (served: Served) => Promise<void>): Promise<void> {
  await use(served);
  await served.stop();
  await served.database.remove();
}

export const test = base.extend<OfATest, OfAWorker>({
  demo: [async ({}, use) => during(await Served.demo(), use), { scope: 'worker' }],
  ownDemo: async ({}, use) => during(await Served.demo(), use),
  later: async ({}, use) => {
    const later: Later = {
      served: await Served.demo(),
      on: async (day) => {
        await later.served.stop();
        later.served = await Served.demo(later.served.database, day);
        return later.served;
      },
    };
    await use(later);
    await later.served.stop();
    await later.served.database.remove();
  },
  empty: async ({}, use) => during(await Served.empty(), use),
  onPostgres: async ({}, use) => {
    base.skip(POSTGRES === undefined, 'NEXTRUNG_TEST_POSTGRES names no server');
    await during(await Served.demo(await database()), use);
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
  await arriving(page, () => page.getByRole('button', { name: 'Sign in' }).click());
}

/** Does what leads to another page, and is there: who goes on sooner would take the step back. */
export async function arriving(page: Page, step: () => Promise<void>): Promise<void> {
  const there = page.waitForEvent('load');
  await step();
  await there;
}

/** Goes on by a link of the way around. */
export async function goTo(page: Page, link: string): Promise<void> {
  const way = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link, exact: true });
  await arriving(page, () => way.click());
}
