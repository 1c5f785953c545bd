import type { BrowserContext } from '@playwright/test';

import { Balancer } from '../support/balancer.ts';
import { people, PASSWORD, type Person } from '../support/people.ts';
import { Served } from '../support/program.ts';
import { expect, fillSignIn, goTo, test } from '../support/test.ts';

/** How often each of them does it: enough for the end of a server to come in the middle. */
const ROUNDS = 4;

test('people go on with what they do while one of two servers is killed', async ({ browser, contextOptions, onPostgres: other }) => {
  test.slow();
  const one = await Served.demo(other.database);
  const balancer = await Balancer.before([one.url, other.url]);
  let rounds = 0;

  /** Signs in, looks at a page and signs out, over and over. */
  const read = async (person: Person, link: string, shows: string) => {
    const page = await (await browser.newContext(contextOptions)).newPage();
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto(`${balancer.url}/sign-in`);
      await fillSignIn(page, person.name);
      // Where the server was killed while it was asked, one asks again, as people do.
      while ((await page.getByRole('navigation', { name: 'Main' }).count()) === 0) {
        await page.goto(`${balancer.url}/sign-in`);
        if ((await page.getByLabel('Password').count()) > 0) await fillSignIn(page, person.name);
      }
      await goTo(page, link);
      await expect(page.getByRole('main')).toContainText(shows);
      await page.context().clearCookies();
      rounds += 1;
    }
  };

  /** Invites one after the other; whoever was answered is invited. */
  const invited: string[] = [];
  const invite = async (context: BrowserContext) => {
    const form = { name: people.administrator.name, password: PASSWORD };
    await context.request.post(`${balancer.url}/sign-in`, { form });
    for (let guest = 0; guest < 5 * ROUNDS; guest += 1) {
      const who = `guest-${guest}@halden.example`;
      const answer = await context.request.post(`${balancer.url}/admin/accounts/invite`, { form: { who } });
      if (answer.ok()) invited.push(who);
    }
  };

  const killing = (async () => {
    await expect.poll(() => rounds, { timeout: 60_000 }).toBeGreaterThan(1);
    await one.kill();
  })();
  const context = await browser.newContext();
  await Promise.all([
    read(people.kavya, 'Team', 'Asha Pillai'),
    read(people.rohan, 'My record', 'Team Lead'),
    invite(context),
    killing,
  ]);

  expect(invited.length).toBeGreaterThanOrEqual(5 * ROUNDS - 2);
  const accounts = await other.run(['user', 'list']);
  expect(invited.filter((who) => !accounts.includes(who))).toEqual([]);
  await balancer.close();
  await other.stop();
  await other.run(['audit', 'verify']);
});
