import { people } from '../../support/people.ts';
import { fill, follow, press, then, type Look } from '../look.ts';

const PERSON = '/people/{number}';
const ANSWER = '/people/{number}/tracks/{track}';
const TEAM_LEAD = 'tracks/csr-to-team-lead';

export const home: readonly Look[] = [
  { name: 'home-eligible', route: '/', who: people.asha, shows: 'Team Lead: eligible' },
  { name: 'home-on-course', route: '/', who: people.rohan, shows: 'if nothing changes' },
  { name: 'home-step', route: '/', who: people.zoya, shows: 'Start by' },
  { name: 'home-manager', route: '/', who: people.kavya, shows: 'Your team' },
  { name: 'home-top', route: '/', who: people.vikram, shows: 'Your team' },
  { name: 'home-partner', route: '/', who: people.partner, shows: 'Lapsing within 90 days' },
  { name: 'home-lead', route: '/', who: people.lead, shows: 'Lapsing within 90 days' },
  { name: 'home-auditor', route: '/', who: people.auditor, shows: 'Audit' },
  { name: 'home-administrator', route: '/', who: people.administrator, shows: 'Accounts and access' },
];

export const person: readonly Look[] = [
  { name: 'person-own', route: PERSON, path: '/people/1003', who: people.asha, shows: 'Your tracks' },
  { name: 'person-line', route: PERSON, path: '/people/1014', who: people.kavya, shows: 'Karthik Iyer' },
  { name: 'person-hr', route: PERSON, path: '/people/1014', who: people.lead, shows: 'Karthik Iyer' },
  { name: 'person-leave', route: PERSON, path: '/people/1007', who: people.lead, shows: 'do not count' },
  { name: 'person-back', route: PERSON, path: '/people/1011', who: people.lead, shows: 'Farah Thomas' },
  { name: 'person-left', route: PERSON, path: '/people/1012', who: people.lead, shows: 'Not employed today' },
  { name: 'person-top', route: PERSON, path: '/people/1001', who: people.vikram, shows: 'No track leads on' },
];

const answerOf = (number: string, track = TEAM_LEAD) => `/people/${number}/${track}`;

export const answer: readonly Look[] = [
  { name: 'answer-eligible', route: ANSWER, path: answerOf('1003'), who: people.asha, shows: 'Eligible since' },
  { name: 'answer-on-course', route: ANSWER, path: answerOf('1004'), who: people.rohan, shows: 'Not yet: from' },
  { name: 'answer-needs-action', route: ANSWER, path: answerOf('1005'), who: people.meera, shows: 'Not eligible yet' },
  { name: 'answer-cannot-tell', route: ANSWER, path: answerOf('1009'), who: people.zoya, shows: 'We cannot tell' },
  { name: 'answer-claim', route: ANSWER, path: answerOf('1006'), who: people.imran, shows: 'verified' },
  { name: 'answer-conduct', route: ANSWER, path: answerOf('1014'), who: people.karthik, shows: 'Clear conduct' },
  { name: 'answer-conduct-line', route: ANSWER, path: answerOf('1014'), who: people.kavya, shows: 'not shown to you' },
  { name: 'answer-leave', route: ANSWER, path: answerOf('1007'), who: people.lead, shows: 'Nandini Das' },
  { name: 'answer-waived', route: ANSWER, path: answerOf('1010'), who: people.kavya, shows: 'Waived' },
  { name: 'answer-lapsing', route: ANSWER, path: answerOf('1015'), who: people.lead, shows: 'Lapsing' },
  { name: 'answer-booking', route: ANSWER, path: answerOf('1013'), who: people.kavya, shows: 'Bar Raiser' },
  { name: 'answer-leaving', route: ANSWER, path: answerOf('1022'), who: people.lead, shows: 'Nikhil Bhat' },
  { name: 'answer-left', route: ANSWER, path: answerOf('1012'), who: people.lead, shows: 'Does not apply' },
  {
    name: 'answer-groups',
    route: ANSWER,
    path: answerOf('1002', 'tracks/team-lead-to-operations-manager'),
    who: people.kavya,
    shows: 'Operations Manager',
  },
  {
    name: 'answer-far',
    route: ANSWER,
    path: answerOf('1009', 'tracks/csr-to-training-specialist'),
    who: people.zoya,
    shows: 'Training Specialist',
  },
  {
    name: 'answer-table',
    route: ANSWER,
    path: answerOf('1004'),
    who: people.rohan,
    arrive: async (page) => page.getByText('The same as a table').click(),
    shows: 'The same as a table',
  },
  {
    name: 'what-if',
    route: ANSWER,
    path: `${answerOf('1005')}?what=certification%3Asix-sigma-yellow&on=15+Jan+2027&day=1+Jun+2027`,
    who: people.meera,
    shows: 'from 15 Jan 2027',
  },
  {
    name: 'what-if-faults',
    route: ANSWER,
    path: `${answerOf('1005')}?what=language%3Ade&on=soon&value=good&day=1+Jun+1999`,
    who: people.meera,
    shows: 'choose a day after today',
  },
];

export const directory: readonly Look[] = [
  { name: 'people', route: '/people', who: people.lead, shows: 'Export these as CSV' },
  {
    name: 'people-filtered',
    route: '/people',
    path: '/people?track=csr-to-team-lead&standing=now&sort=date',
    who: people.lead,
    shows: 'Asha Pillai',
  },
  { name: 'people-next', route: '/people', who: people.lead, arrive: follow('Next page'), shows: 'First page' },
  { name: 'people-no-match', route: '/people', path: '/people?q=zzz', who: people.lead, shows: 'Nobody matches' },
  { name: 'people-manager', route: '/people', who: people.kavya, shows: 'Asha Pillai' },
  { name: 'people-only-you', route: '/people', who: people.asha, shows: 'Nobody whom you see but yourself' },
  { name: 'people-nobody', route: '/people', who: people.auditor, shows: 'There is nobody whom you see' },
  { name: 'team', route: '/team', who: people.kavya, shows: 'Asha Pillai' },
  { name: 'team-lapsing', route: '/team', who: people.kavya, arrive: follow('Lapsing'), shows: 'Lakshmi Rao' },
  { name: 'team-large', route: '/team', who: people.vikram, shows: 'report to you' },
  { name: 'team-nobody', route: '/team', who: people.asha, shows: 'Nobody reports to you' },
];

export const ladder: readonly Look[] = [
  { name: 'ladder-own', route: '/ladder', who: people.asha, shows: 'Team Lead' },
  { name: 'ladder', route: '/ladder', who: people.lead, shows: 'Team Lead' },
  { name: 'track', route: '/ladder/{track}', path: '/ladder/csr-to-team-lead', who: people.asha, shows: 'Team Lead' },
  {
    name: 'track-from-many',
    route: '/ladder/{track}',
    path: '/ladder/team-lead-to-operations-manager',
    who: people.lead,
    shows: 'Operations Manager',
  },
];

/** An administrator's pages of Asha's account. */
const ofAsha = follow('Asha Pillai');
const AT_ASHA = '/admin/accounts?q=asha';

export const admin: readonly Look[] = [
  { name: 'accounts', route: '/admin/accounts', who: people.administrator, shows: 'Invite people' },
  {
    name: 'accounts-nobody',
    route: '/admin/accounts',
    path: '/admin/accounts?q=zzz',
    who: people.administrator,
    shows: 'No account begins like that',
  },
  { name: 'invite', route: '/admin/accounts/invite', who: people.administrator, shows: 'Invite people' },
  {
    name: 'invite-refused',
    route: '/admin/accounts/invite',
    who: people.administrator,
    arrive: then(fill({ 'Employee numbers or e-mail addresses': '1021 1022' }), press('Make the invitations')),
    status: 422,
    shows: 'This line is no number',
  },
  {
    name: 'addresses',
    route: '/admin/accounts/invite',
    who: people.administrator,
    arrive: then(
      fill({ 'Employee numbers or e-mail addresses': '1007\n1008, arjun@halden.example\n4711' }),
      press('Make the invitations'),
    ),
    shows: 'Not invited',
  },
  {
    name: 'account-of',
    route: '/admin/accounts/{account}',
    path: '/admin/accounts?q=hr.hyderabad',
    who: people.administrator,
    arrive: follow('hr.hyderabad'),
    shows: 'HR partner for Hyderabad',
  },
  {
    name: 'account-of-oneself',
    route: '/admin/accounts/{account}',
    path: '/admin/accounts?q=administrator',
    who: people.administrator,
    arrive: follow('administrator@'),
    shows: 'another administrator does',
  },
  {
    name: 'account-address',
    route: '/admin/accounts/{account}/address',
    path: AT_ASHA,
    who: people.administrator,
    arrive: then(ofAsha, press('Make a one-time address')),
    shows: '1 address is made',
  },
  {
    name: 'account-reset',
    route: '/admin/accounts/{account}/reset',
    path: AT_ASHA,
    who: people.administrator,
    arrive: then(ofAsha, follow('Forget the password')),
    shows: 'The password no longer works',
  },
  {
    name: 'account-close',
    route: '/admin/accounts/{account}/close',
    path: AT_ASHA,
    who: people.administrator,
    arrive: then(ofAsha, follow('Close the account')),
    shows: 'Everywhere they are signed in',
  },
  {
    name: 'account-close-refused',
    route: '/admin/accounts/{account}/close',
    path: AT_ASHA,
    who: people.administrator,
    arrive: then(ofAsha, follow('Close the account'), press('Close the account')),
    status: 422,
    shows: 'Enter why',
  },
  {
    name: 'account-access',
    route: '/admin/accounts/{account}/access',
    path: AT_ASHA,
    who: people.administrator,
    arrive: then(ofAsha, follow('Give access')),
    shows: 'HR partner',
  },
  {
    name: 'account-access-refused',
    route: '/admin/accounts/{account}/access',
    path: AT_ASHA,
    who: people.administrator,
    arrive: then(
      ofAsha,
      follow('Give access'),
      fill({ 'First day': '31 Feb', 'Last day': '1 Jan 1999' }),
      press('Give access'),
    ),
    status: 422,
    shows: 'Choose an access',
  },
  {
    name: 'account-access-end',
    route: '/admin/accounts/{account}/access/{grant}/end',
    path: '/admin/accounts?q=hr.hyderabad',
    who: people.administrator,
    arrive: then(follow('hr.hyderabad'), follow('End')),
    shows: 'End this access',
  },
  { name: 'company', route: '/admin/company', who: people.administrator, shows: 'Set the time zone' },
  {
    name: 'company-already',
    route: '/admin/company',
    who: people.administrator,
    arrive: then(fill({ 'Time zone': 'utc' }), press('Set the time zone')),
    shows: 'already: nothing was changed',
  },
  {
    name: 'company-refused',
    route: '/admin/company',
    who: people.administrator,
    arrive: then(fill({ 'Time zone': 'Asia/Kolkatta' }), press('Set the time zone')),
    status: 422,
    shows: 'is it Asia/Kolkata',
  },
  { name: 'deputies', route: '/admin/deputies', who: people.administrator, shows: 'Name a deputy' },
  {
    name: 'deputies-named',
    route: '/admin/deputies',
    who: people.administrator,
    arrive: then(
      fill({
        'Employee number of the manager': '1002',
        'Employee number of the deputy': '1015',
        'Last day': '28 Feb 2027',
      }),
      press('Name a deputy'),
    ),
    shows: 'The deputy is named',
  },
  {
    name: 'deputies-refused',
    route: '/admin/deputies',
    who: people.administrator,
    arrive: press('Name a deputy'),
    status: 422,
    shows: 'Enter the employee number of the manager',
  },
];
