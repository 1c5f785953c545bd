import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { defineConfig } from '@playwright/test';

/** Debian's, or the one that CHROMIUM names: Playwright's own is not downloaded. */
function chromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const named = process.env['CHROMIUM'];
  const found = named ?? folders.map((folder) => join(folder, 'chromium')).find(isProgram);
  if (found === undefined) throw new Error("chromium is missing: install your system's package `chromium`");
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser for tests alone: nothing of its own goes over the network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  outputDir: '../target/end2end/results',
  reporter: [['list'], ['html', { outputFolder: '../target/end2end/report', open: 'never' }]],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A browser may be closed from under a test on a busy machine. What passes the second time only is reported as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: { executablePath: chromium(), args: QUIET },
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    locale: 'en-GB',
    timezoneId: 'Asia/Kolkata',
    viewport: { width: 1280, height: 900 },
  },
  projects: [
    { name: 'with JavaScript', testDir: 'journeys', use: { javaScriptEnabled: true } },
    { name: 'without JavaScript', testDir: 'journeys', use: { javaScriptEnabled: false } },
    { name: 'looks', testDir: 'looks' },
  ],
});
