import { afterEach, describe, expect, it } from 'vitest';
import { createAccount } from '#local/identity/accounts.ts';
import { prepareIdentity } from '#local/identity/tables.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { Browser } from '#tests/support/browser.ts';
import { demoAccount, ha, startIdentityHome, type IdentityHome } from '#tests/support/identity-home.ts';

let home: IdentityHome | undefined;

afterEach(async () => {
  await home?.close();
  home = undefined;
});

describe('the demo', () => {
  it('lists its accounts with their roles and signs one in by one button', async () => {
    home = await startIdentityHome({ home: 'demo' });
    const browser = new Browser(home.origin);

    const page = await browser.visit('/sign-in?returnTo=/inbox');
    const end = await browser.submit(page.url, { account: demoAccount.username });

    expect(page.text).toContain('Nguyễn Thị Lan – Chủ tịch UBND phường');
    expect(page.text).toContain(`name="account" value="${demoAccount.username}"`);
    expect(end.url).toBe(`${home.origin}/inbox`);
    expect(end.text).toContain(demoAccount.personId);
  });

  it('lets nobody choose an account that has a password or does not exist', async () => {
    home = await startIdentityHome({ home: 'demo' });
    const browser = new Browser(home.origin);
    const page = await browser.visit('/sign-in');

    expect((await browser.submit(page.url, { account: ha.username })).status).toBe(422);
    expect((await browser.submit(page.url, { account: 'khong.co' })).status).toBe(422);
  });

  it('has no password for an account that is chosen by its button', async () => {
    home = await startIdentityHome({ home: 'demo' });
    const browser = new Browser(home.origin);
    const page = await browser.visit('/sign-in');

    expect((await browser.submit(page.url, { username: demoAccount.username, password: '' })).status).toBe(
      422,
    );
  });
});

describe('an office', () => {
  it('shows no demo accounts and takes none, even when a list is passed in', async () => {
    home = await startIdentityHome({ home: 'office' });
    const browser = new Browser(home.origin);
    const page = await browser.visit('/sign-in');

    expect(page.text).not.toContain('name="account"');
    expect((await browser.submit(page.url, { account: ha.username })).status).toBe(422);
  });

  it('can not get a demo account', async () => {
    home = await startIdentityHome({ home: 'office' });
    const personId = personIdSchema.parse('01JDEM00000000000000000009');

    await expect(
      createAccount(home.database, { personId, username: 'demo', demo: true }),
    ).rejects.toMatchObject({
      fault: 'DemoAccountInOffice',
    });
  });

  it('can not be opened as a demo, nor a demo as an office', async () => {
    const [office, demo] = [openDatabase(':memory:'), openDatabase(':memory:')];
    await prepareIdentity(office, 'office');
    await prepareIdentity(demo, 'demo');

    await expect(prepareIdentity(office, 'demo')).rejects.toThrow('"office" and can\'t be opened as "demo"');
    await expect(prepareIdentity(demo, 'office')).rejects.toThrow('"demo" and can\'t be opened as "office"');
    await expect(prepareIdentity(demo, 'demo')).resolves.toBeUndefined();
  });
});
