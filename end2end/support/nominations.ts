/** What people do with nominations, on the pages for it. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';

import type { Person } from './people.ts';
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
