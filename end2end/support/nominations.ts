/** What people do with nominations, on the pages for it. */
import { expect, type APIRequestContext, type Browser, type Locator, type Page } from '@playwright/test';

import { PASSWORD, people, type Person } from './people.ts';
import type { Served } from './program.ts';
import { arriving, signIn } from './test.ts';

/** A window of somebody's own, signed in. */
export async function windowOf(browser: Browser, served: Served, person: Person): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, served, person);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return page;
}

/** The form of an act on a nomination's page, unfolded. */
export async function formOf(page: Page, act: string): Promise<Locator> {
  const button = page.getByRole('button', { name: act, exact: true, includeHidden: true });
  const form = page.locator('#next ~ details', { has: button });
  if ((await form.getAttribute('open')) === null) await form.locator('> summary').click();
  return form;
}

/** Does what a nomination's page offers: types into fields, ticks reasons, presses the button, and sees it saved. */
export async function act(
  page: Page,
  name: string,
  { fields = {}, reasons = [] }: { fields?: Record<string, string>; reasons?: string[] } = {},
): Promise<void> {
  const form = await formOf(page, name);
  for (const reason of reasons) await form.getByLabel(reason, { exact: true }).check();
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value);
  await arriving(page, () => form.getByRole('button', { name, exact: true }).click());
  await expect(page.getByRole('main').getByText(/^Saved as number \d+$/)).toBeVisible();
}

/** The state that a nomination's page tells. */
export function state(page: Page): Locator {
  return page.locator('dt', { hasText: /^State$/ }).locator('xpath=following-sibling::dd[1]');
}

/** What somebody was told, the latest first. */
export async function news(page: Page, served: Served): Promise<string[]> {
  await page.goto(`${served.url}/news`);
  const told = page.getByRole('table').locator('tbody tr td:nth-child(2)');
  return (await told.allInnerTexts()).map((text) => text.replace('New', '').trim());
}

/** Posts a form as the page does; where it leads. */
async function post(
  request: APIRequestContext,
  served: Served,
  path: string,
  form: Record<string, string>,
): Promise<string> {
  const answer = await request.post(`${served.url}${path}`, { form, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${path}: ${answer.status()}: ${await answer.text()}`);
  return answer.headers()['location'] ?? '';
}

/** Signs in without a page. */
export async function enter(request: APIRequestContext, served: Served, person: Person): Promise<void> {
  await post(request, served, '/sign-in', { name: person.name, password: PASSWORD });
}

/** Candidates, by number and track, are nominated by the manager of all, and want it: what the queue would send of them. */
export async function handIn(
  request: APIRequestContext,
  served: Served,
  candidates: readonly (readonly [Person, string, string])[],
): Promise<string[]> {
  const chosen: string[] = [];
  for (const [candidate, number, track] of candidates) {
    await enter(request, served, people.vikram);
    const one = await post(request, served, '/nominations', { number, track });
    await post(request, served, one, { act: 'edit_case', seen: '1', 'case-words': 'Leads already.' });
    await post(request, served, one, { act: 'propose', seen: '2' });
    await enter(request, served, candidate);
    await post(request, served, one, { act: 'consent', seen: '3' });
    chosen.push(`${one.replace('/nominations/', '')}_4`);
  }
  return chosen;
}
