import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { CDPSession, Page } from '@playwright/test';

import { PASSWORD } from '../support/people.ts';
import type { Served } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import type { Look } from './look.ts';
import { PAGES } from './pages.ts';

const PICTURES = join(import.meta.dirname, '../../target/end2end/looks');
const WIDTHS = [390, 1280] as const;
const THEMES = ['light', 'dark'] as const;
/** The narrowest that is promised, with text twice as large. */
const NARROWEST = 320;
/** What a page may cost, with all that it loads, compressed. */
const MOST_REQUESTS = 6;
const MOST_BYTES = 120_000;

/** On a busy machine a page may still be measured at the width it had before. */
const softly = expect.configure({ soft: true });

// Nothing moves while it is looked at.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const look of PAGES) {
  if (look.at === 'empty') test(look.name, ({ page, empty }) => lookAt(page, empty, look));
  else if (look.at === 'ownDemo') test(look.name, ({ page, ownDemo }) => lookAt(page, ownDemo, look));
  else if (look.at === 'onPostgres') test(look.name, ({ page, onPostgres }) => lookAt(page, onPostgres, look));
  else test(look.name, ({ page, demo }) => lookAt(page, demo, look));
}

async function lookAt(page: Page, served: Served, look: Look): Promise<void> {
  const complaints = complaintsOf(page);
  const cost = await Cost.of(page);
  await arrive(page, served, look);
  await expect(page.getByRole('main')).toContainText(look.shows);
  // What the browser has to wake is still on its way.
  if ((await page.locator('script').count()) > 0) await page.waitForLoadState('networkidle');
  expect.soft(cost.status, 'status').toBe(look.status ?? 200);
  if (look.route !== undefined) expect.soft(new URL(page.url()).pathname).toMatch(pattern(look.route));
  expect.soft(cost.requests, 'requests').toBeLessThanOrEqual(MOST_REQUESTS);
  expect.soft(cost.bytes, 'bytes').toBeLessThanOrEqual(MOST_BYTES);
  await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1);

  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await softly.poll(() => overflow(page), { message: `overflow at ${width}` }).toEqual([]);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await accessibility(page, colorScheme), `${width} ${colorScheme}`).toEqual([]);
      await page.screenshot({ path: join(PICTURES, `${look.name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize({ width: NARROWEST, height: 900 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await softly.poll(() => overflow(page), { message: `overflow at ${NARROWEST} with large text` }).toEqual([]);
  expect.soft(complaints, 'complaints of the browser').toEqual([]);
}

async function arrive(page: Page, served: Served, look: Look): Promise<void> {
  if (look.who !== undefined) {
    const form = { name: look.who.name, password: PASSWORD };
    const answer = await page.context().request.post(`${served.url}/sign-in`, { form, maxRedirects: 0 });
    expect(answer.status(), 'signing in').toBe(303);
  }
  await page.goto(`${served.url}${look.path ?? look.route ?? ''}`);
  await look.arrive?.(page, served);
}

/** A route as what its addresses match. */
function pattern(route: string): RegExp {
  return new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`);
}

/** What the last page cost, as nobody has been here before. */
class Cost {
  status = 0;
  requests = 0;
  bytes = 0;

  static async of(page: Page): Promise<Cost> {
    const cost = new Cost();
    const session: CDPSession = await page.context().newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ type, redirectResponse, request }) => {
      if (type === 'Document' && redirectResponse === undefined) Object.assign(cost, { requests: 0, bytes: 0 });
      if (!request.url.startsWith('data:')) cost.requests += 1;
    });
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (cost.bytes += encodedDataLength));
    session.on('Network.responseReceived', ({ type, response }) => {
      if (type === 'Document') cost.status = response.status;
    });
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    return cost;
  }
}

/** What the browser complains about, but for pages that are answered with a failure. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  return complaints;
}

/** What axe finds, each with its place. Of the dark theme only what color is about: all else is as in the light one. */
async function accessibility(page: Page, theme: (typeof THEMES)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (theme === 'light') axe.options({ rules: { 'target-size': { enabled: true } } });
  else axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** What reaches beyond the page to the right, where the page can be pushed aside. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isFramed = (element: Element) => {
      for (let frame = element.parentElement; frame !== null && frame !== document.body; frame = frame.parentElement) {
        const ends = getComputedStyle(frame).overflowX !== 'visible' && frame.getBoundingClientRect().right <= width + 1;
        if (ends) return true;
      }
      return false;
    };
    if (document.documentElement.scrollWidth <= width) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !isFramed(element),
    );
    const told = beyond.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [`${document.documentElement.scrollWidth - width} px`, ...told.slice(0, 12)];
  });
}
