import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seats } from '../../support/at-the-screen.ts';
import { openStage, withoutBrowser, type Stage } from '../support/stage.ts';
import { bringIn, closeLetter, holdSession } from '../support/ward-letter.ts';

/** The main paths, as those people walk them; each page on the way is looked at by axe. */

let stage: Stage;
beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage();
}, 120_000);
afterAll(async () => {
  if (!withoutBrowser) await stage.close();
});

describe.skipIf(withoutBrowser)('from a list in a spreadsheet to a signed letter', () => {
  it(
    'asks a ward officer for no more than sixty clicks and fields: twelve people, a session, a letter',
    { timeout: 120_000 },
    async () => {
      const officer = await stage.sit('haly.canbo', seats.desk);
      await bringIn(officer);
      await holdSession(officer);
      await closeLetter(officer);
      expect(await officer.screen.says()).toContain('Đặng Quốc Toản');
      expect(officer.actions()).toBeLessThanOrEqual(60);
    },
  );

  it(
    'asks a ward’s chairman for no more than six taps on a phone, one nomination struck',
    { timeout: 60_000 },
    async () => {
      const leader = await stage.sit('haly.chutich', seats.phone);
      const { screen } = leader;
      await screen.open('/notices');
      await screen.click(/^Trình ký danh sách gồm 12 hồ sơ/);
      await screen.choose(/^12\. /);
      await screen.fill(/^Lý do không ký/, 'Chưa đủ thời gian công tác tại địa bàn');
      await screen.click('Ký danh sách này');
      expect(await screen.says()).toContain('Đã ký');
      expect(leader.actions()).toBeLessThanOrEqual(6);
    },
  );
});
