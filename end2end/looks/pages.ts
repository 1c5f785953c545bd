/**
 * Every page in every state that people meet: what is looked at, checked and pictured. A route that is not in it fails.
 */
import type { Look } from './look.ts';
import { account } from './pages/account.ts';
import { audit } from './pages/audit.ts';
import { failures } from './pages/failures.ts';
import { imports } from './pages/imports.ts';
import { moves } from './pages/moves.ts';
import { nominations } from './pages/nominations.ts';
import { admin, answer, directory, home, ladder, person } from './pages/people.ts';
import { review } from './pages/review.ts';
import { signingIn } from './pages/signing-in.ts';
import { waivers } from './pages/waivers.ts';

export const PAGES: readonly Look[] = [
  ...signingIn,
  ...account,
  ...home,
  ...person,
  ...answer,
  ...directory,
  ...ladder,
  ...nominations,
  ...waivers,
  ...moves,
  ...review,
  ...imports,
  ...admin,
  ...audit,
  ...failures,
];

/** Addresses that answer with something other than a page, and with what. */
export const NO_PAGES: Readonly<Record<string, string>> = {
  '/me': 'leads to one’s own record',
  '/account/data.json': 'a file',
  '/people.csv': 'a file',
  '/nominations/{id}/evidence/{document}': 'a file',
  '/audit.csv': 'a file',
  '/moves.csv': 'a file',
};
