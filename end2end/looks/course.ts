/** The course of a nomination, up to where one looks: what others do in the meantime. */
import type { Page } from '@playwright/test';

import { PASSWORD, type Person } from '../support/people.ts';
import type { Served } from '../support/program.ts';

/** Somebody does something with the nomination that one looks at, in a browser of their own. */
export const does =
  (who: Person, act: string, fields: Record<string, string> = {}) =>
  async (page: Page, served: Served) => {
    const other = await page.context().browser()!.newContext();
    await other.request.post(`${served.url}/sign-in`, {
      form: { name: who.name, password: PASSWORD },
      maxRedirects: 0,
    });
    const there = await other.request.get(page.url());
    const seen = /name="seen" value="(\d+)"/.exec(await there.text())?.[1] ?? '';
    const done = await other.request.post(page.url(), { form: { act, seen, ...fields }, maxRedirects: 0 });
    if (done.status() !== 303) throw new Error(`${who.name} does ${act}: ${done.status()}`);
    await other.close();
    await page.reload();
  };

/** One goes on as somebody else, on the same page. */
export const as = (who: Person) => async (page: Page, served: Served) => {
  await page.context().clearCookies();
  await page.context().request.post(`${served.url}/sign-in`, {
    form: { name: who.name, password: PASSWORD },
    maxRedirects: 0,
  });
  await page.reload();
};
