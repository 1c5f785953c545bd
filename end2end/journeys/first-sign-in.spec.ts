import { expect, fillSignIn, goTo, test } from '../support/test.ts';

const ADMINISTRATOR = 'a railway timetable';
const FIRST = 'handed over on paper';
const OWN = 'nobody else knows it';

test('the first administrator takes charge, and somebody invited signs in', async ({ page, browser, empty }) => {
  await test.step('the address that the program shows works once', async () => {
    const address = /http:\S+/.exec(empty.said.join('\n'))?.[0] ?? 'none was shown';
    await page.goto(address);
    await choose(page, ADMINISTRATOR, 'Save and sign in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
    const again = await page.goto(address);
    expect(again?.status()).toBe(410);
    await page.goto(empty.url);
  });

  const address = await test.step('the administrator invites somebody', async () => {
    await goTo(page, 'Accounts');
    await page.getByRole('link', { name: 'Invite people' }).click();
    await page.getByLabel('Employee numbers or e-mail addresses').fill('ana@halden.example');
    await page.getByRole('button', { name: 'Make the invitations' }).click();
    const row = page.getByRole('row', { name: 'ana@halden.example' });
    return row.locator('code').innerText();
  });

  await test.step('who is invited chooses a password, and signs in by it', async () => {
    const other = await browser.newContext();
    const guest = await other.newPage();
    await guest.goto(address);
    await choose(guest, OWN, 'Save and sign in');
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Home');
    await guest.getByRole('button', { name: 'Sign out' }).click();
    await fillSignIn(guest, 'ana@halden.example', OWN);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Home');
    await other.close();
  });
});

test('a first password from somebody else has to be changed before anything', async ({ page, empty }) => {
  await empty.run(['user', 'add', 'ben@halden.example', '--password-stdin'], `${FIRST}\n`);
  await page.goto(`${empty.url}/ladder`);
  await fillSignIn(page, 'ben@halden.example', FIRST);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a password');
  await page.goto(`${empty.url}/ladder`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a password');
  await choose(page, FIRST, 'Save and go on');
  await expect(page.getByRole('alert')).toContainText('The new password is the old one');
  await choose(page, OWN, 'Save and go on');
  await goTo(page, 'Ladder');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await fillSignIn(page, 'ben@halden.example', FIRST);
  await expect(page.getByRole('alert')).toContainText('do not go together');
  await fillSignIn(page, 'ben@halden.example', OWN);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
});

async function choose(page: import('@playwright/test').Page, password: string, button: string): Promise<void> {
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same again').fill(password);
  await page.getByRole('button', { name: button }).click();
}
