/** A page in a state: what the list of them is made of. */
import type { Page } from '@playwright/test';

import type { Person } from '../support/people.ts';
import type { Served } from '../support/program.ts';
import { arriving } from '../support/test.ts';

export interface Look {
  /** What it is called, and its pictures. */
  readonly name: string;
  /** Its line in the table of routes; none, where there is no page of that address. */
  readonly route?: string;
  /** What is asked for first, below a company's address: the route itself, unless it says more. */
  readonly path?: string;
  /** Who looks; nobody who is signed in, unless it is said. */
  readonly who?: Person;
  /** Where one looks: at the fictional company, which others look at too, unless it is said. */
  readonly at?: 'empty' | 'ownDemo' | 'onPostgres';
  /** How one comes from there to the state; the status of what is answered last. */
  readonly arrive?: (page: Page, served: Served) => Promise<void>;
  /** 200, unless it says so. */
  readonly status?: number;
  /** What one must see there to be sure that one is. */
  readonly shows: string;
}

/** Presses a button. */
export const press = (name: string) => async (page: Page) => {
  await arriving(page, () => page.getByRole('button', { name, exact: true }).click());
};

/** Follows a link. */
export const follow = (name: string) => async (page: Page) => {
  await arriving(page, () => page.getByRole('main').getByRole('link', { name }).first().click());
};

/** One after the other. */
export const then =
  (...steps: ((page: Page, served: Served) => Promise<void>)[]) =>
  async (page: Page, served: Served) => {
    for (const step of steps) await step(page, served);
  };

/** Types into fields, by label. */
export const fill = (fields: Record<string, string>) => async (page: Page) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
};
