import { act, formOf, news, state, windowOf } from '../support/nominations.ts';
import { people } from '../support/people.ts';
import { expect, goTo, signIn, test } from '../support/test.ts';

const ANSWER = '/people/1003/tracks/csr-to-team-lead';
const NEXT_STEP = 'Lead two calibrations before spring, then come back.';
const GROUNDS = 'I led both calibrations in October; they are on record.';

test('a candidate who is declined is told why and what next, appeals in time, and wins', async ({
  page: manager,
  browser,
  later,
}) => {
  test.setTimeout(180_000);
  const first = later.served;
  await signIn(manager, first, people.kavya);
  const candidate = await windowOf(browser, first, people.asha);
  const partner = await windowOf(browser, first, people.partner);
  const lead = await windowOf(browser, first, people.lead);

  const path = await test.step('nominated, with her consent', async () => {
    await manager.goto(`${first.url}${ANSWER}`);
    await manager.getByRole('button', { name: 'Start a nomination' }).click();
    await act(manager, 'Save the case', { fields: { 'Why this person': 'She leads the early shift already.' } });
    await act(manager, 'Ask the candidate');
    await candidate.goto(manager.url());
    await act(candidate, 'Agree to be nominated');
    return new URL(manager.url()).pathname;
  });

  await test.step('HR declines: not without a reason and a next step', async () => {
    await partner.goto(`${first.url}${path}`);
    await act(partner, 'Take up for review');
    const form = await formOf(partner, 'Decline');
    await form.getByLabel('Next step: what the candidate is told').fill(NEXT_STEP);
    await form.getByRole('button', { name: 'Decline' }).click();
    await expect(partner.getByRole('alert')).toContainText('A reason is needed');
    await act(partner, 'Decline', { reasons: ['More practice in the present job comes first'] });
    await expect(state(partner)).toHaveText('Declined');
  });

  await test.step('she reads why, what next, and until when she can appeal', async () => {
    expect((await news(candidate, first))[0]).toBe('Declined it');
    await candidate.getByRole('link', { name: 'Asha Pillai to Team Lead' }).first().click();
    const main = candidate.getByRole('main');
    await expect(main).toContainText('More practice in the present job comes first');
    await expect(main).toContainText(NEXT_STEP);
    await expect(main).toContainText(/Appeal by\s*22 Dec 2026/);
    await candidate.getByRole('link', { name: 'You are not selected for Team Lead' }).click();
    for (const told of ['More practice in the present job comes first', NEXT_STEP, '22 Dec 2026']) {
      await expect(main, 'the letter').toContainText(told);
    }
  });

  const then = await later.on('2026-12-10');

  await test.step('weeks later she appeals', async () => {
    await candidate.goto(`${then.url}${path}`);
    await act(candidate, 'Appeal', { fields: { 'Your grounds': GROUNDS } });
    await expect(state(candidate)).toHaveText('Appealed');
    await candidate.goto(`${then.url}${path}`);
    await expect(candidate.getByRole('button', { name: 'Appeal', includeHidden: true }), 'once').toHaveCount(0);
  });

  await test.step('who declined it has no say in the appeal', async () => {
    await partner.goto(`${then.url}${path}`);
    await expect(partner.getByRole('main')).toContainText('There is nothing for you to do here now');
  });

  await test.step('another of HR grants it', async () => {
    expect((await news(lead, then))[0]).toBe('Appealed');
    await lead.getByRole('link', { name: 'Asha Pillai to Team Lead' }).first().click();
    await expect(lead.getByRole('main')).toContainText(GROUNDS);
    const beside = lead.getByRole('region', { name: 'The appeal: as it was decided, and by what is known now' });
    await expect(beside).toContainText('As of 22 Nov 2026, by what is known today');
    await act(lead, 'Grant the appeal', {
      reasons: ['A fact of the record is in doubt'],
      fields: { 'In your words': 'The calibrations are on record, as she says.' },
    });
    await expect(state(lead)).toHaveText('In review');
  });

  await test.step('and it is approved', async () => {
    expect((await news(candidate, then))[0]).toBe('Granted the appeal: back in review');
    expect((await news(partner, then))[0]).toBe('Granted the appeal: back in review');
    await goTo(partner, 'Nominations');
    await partner.getByRole('link', { name: 'Asha Pillai' }).click();
    await act(partner, 'Approve', { fields: { 'First day in the new job': '1 Jan 2027' } });
    await expect(state(partner)).toHaveText('Approved');
    expect((await news(candidate, then))[0]).toBe('Approved it');
    await candidate.getByRole('link', { name: 'Asha Pillai to Team Lead' }).first().click();
    await expect(candidate.getByRole('main')).toContainText(/First day in the new job\s*1 Jan 2027/);
  });
});
