import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '../support/test.ts';
import { NO_PAGES, PAGES } from './pages.ts';

/** The table of who gets what from every address; a route that is not in it fails there. */
const TABLE = join(import.meta.dirname, '../../app/web/tests/web/routes.txt');

test('every address that answers with a page is looked at', async () => {
  const table = await readFile(TABLE, 'utf8');
  const routes = new Set([...table.matchAll(/^ {2}GET +(\S+) /gm)].map(([, path]) => path ?? ''));
  expect(routes.size).toBeGreaterThan(20);
  const looked = new Set([...PAGES.flatMap(({ route }) => route ?? []), ...Object.keys(NO_PAGES)]);
  expect([...routes].filter((route) => !looked.has(route))).toEqual([]);
});

test('no two pictures have the same name', () => {
  const names = PAGES.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
