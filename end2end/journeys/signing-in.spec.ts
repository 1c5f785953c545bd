import { people } from '../support/people.ts';
import { expect, fillSignIn, goTo, signIn, test } from '../support/test.ts';

test('a wrong password says what is wrong, and keeps the name', async ({ page, demo }) => {
  await page.goto(`${demo.url}/people/1009`);
  await fillSignIn(page, people.zoya.name, 'one-rung-at-a-timf');
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('The sign-in name and the password do not go together');
  await expect(page).toHaveTitle(/^Error: /);
  await problem.getByRole('link').click();
  await expect(page.getByLabel('E-mail or employee number')).toBeFocused();
  await expect(page.getByLabel('E-mail or employee number')).toHaveValue(people.zoya.name);
  await expect(page.getByLabel('Password')).toHaveValue('');

  await fillSignIn(page, people.zoya.name);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoya Ahmed');
  expect(new URL(page.url()).pathname).toBe('/people/1009');
});

test('whoever signs out is out, also by the way back', async ({ page, demo }) => {
  await signIn(page, demo, people.asha);
  await goTo(page, 'My record');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('a form that is sent after the session has ended is not lost', async ({ page, browser, ownDemo }) => {
  await signIn(page, ownDemo, people.administrator);
  await goTo(page, 'Accounts');
  await page.getByRole('link', { name: 'Invite people' }).click();
  await page.getByLabel('Employee numbers or e-mail addresses').fill('1021\n1022 nikhil@halden.example');

  await test.step('elsewhere, all other sessions are ended', async () => {
    const other = await browser.newContext();
    const there = await other.newPage();
    await signIn(there, ownDemo, people.administrator);
    await there.getByRole('link', { name: 'Account', exact: true }).click();
    await there.getByRole('button', { name: 'End all others' }).click();
    await expect(there.getByRole('main')).toContainText('All other sessions are ended');
    await other.close();
  });

  await page.getByRole('button', { name: 'Make the invitations' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await fillSignIn(page, people.administrator.name);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You were signed out before this was saved');
  await expect(page.getByRole('main')).toContainText('nikhil@halden.example');
  await page.getByRole('button', { name: 'Send it now' }).click();
  await expect(page.getByRole('main')).toContainText('2 addresses are made');
  await expect(page.getByRole('row', { name: 'Divya Mishra' })).toBeVisible();
});
