/** The audit trail, for whom it is. */
import { people } from '../../support/people.ts';
import type { Look } from '../look.ts';
import { fill, follow, press, then } from '../look.ts';

export const audit: readonly Look[] = [
  { name: 'audit', route: '/audit', who: people.auditor, shows: 'Everything that was done' },
  {
    name: 'audit-of-one-kind',
    route: '/audit',
    path: '/audit?act=access_granted',
    who: people.auditor,
    shows: 'Access was given',
  },
  {
    name: 'audit-nothing-found',
    route: '/audit',
    path: '/audit?person=9999',
    who: people.auditor,
    shows: 'Nothing was found',
  },
  {
    name: 'audit-refused',
    route: '/audit',
    path: '/audit?from=3/4/2026',
    who: people.auditor,
    status: 422,
    shows: 'is no day',
  },
  {
    name: 'audit-entry',
    route: '/audit/{entry}',
    path: '/audit?act=access_granted',
    who: people.auditor,
    arrive: follow('Access was given'),
    shows: 'Place in the chain',
  },
  {
    name: 'audit-verification',
    route: '/audit/verification',
    who: people.auditor,
    shows: 'Walks through the whole trail',
  },
  {
    name: 'audit-verified',
    route: '/audit/verification',
    who: people.auditor,
    arrive: press('Verify'),
    shows: 'The trail is whole',
  },
  {
    name: 'audit-broken',
    route: '/audit/verification',
    who: people.auditor,
    arrive: then(fill({ 'A head that you noted earlier': `1:${'0'.repeat(64)}` }), press('Verify')),
    shows: 'The trail is broken',
  },
  {
    name: 'audit-verification-refused',
    route: '/audit/verification',
    who: people.auditor,
    arrive: then(fill({ 'A head that you noted earlier': '12' }), press('Verify')),
    status: 422,
    shows: 'A head is a number',
  },
];
