import { join } from 'node:path';

import { people } from '../support/people.ts';
import { signIn, test } from '../support/test.ts';

test.use({ viewport: { width: 1120, height: 872 } });

test('the answer, as the README shows it', async ({ page, demo }) => {
  await signIn(page, demo, people.rohan);
  await page.goto(`${demo.url}/people/1004/tracks/csr-to-team-lead`);
  await page.screenshot({ path: join(import.meta.dirname, 'answer.png') });
});
