import { describe, expect, it } from 'vitest';
import { caseIdSchema, type CaseId } from '#shared/domain/id.ts';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const paragraph =
  'Trong năm đã phối hợp với Công an phường tổ chức bốn mươi hai buổi tuyên truyền phòng ngừa tội phạm, vận động hai ' +
  'trăm mười hộ lắp chuông báo cháy, hòa giải thành mười một vụ mâu thuẫn và cung cấp chín tin báo có giá trị.';

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  async function draft(printedName: string, birthYear: number): Promise<CaseId> {
    const command = newNominationSchema.parse({
      organisation: organisations.wardCommittee.id,
      round: december.id,
      form: 'GK_HUYEN',
      subjectKind: 'individual',
      proposer: { name: 'Phạm Văn Tổ' },
      content: {
        ...{ printedName, birthYear, unit: 'Tổ dân phố số 5', citation: 'Có thành tích', report: paragraph },
        ...{ achievementFrom: '2019-12-01', achievementTo: '2020-09-30' },
      },
    });
    return caseIdSchema.parse((await nominate(home.ports, asks(people.wardOfficer), command)).id);
  }
  const first = await draft('Trần Văn Bảy', 1958);
  await walk.act(people.wardOfficer, first, 'submit');
  const id = await draft('Lê Thị Tám', 1971);
  return { home, walk, first, id, ...createReaders(home.ports, home.settle) };
}

describe('the check page before sending', () => {
  it('says what needs a reason, lays both cases side by side, and sends once the reason is given', async () => {
    const { id, first, as, walk } = await begin();
    const [officer, path] = [as(people.wardOfficer), `/cases/${id}/check`];
    const page = await officer.get(path);
    const text = textOf(page.html);
    expect(text).toContain('Cần lý do Một thành tích chỉ được khen thưởng một lần');
    expect(text).toContain('Hồ sơ này Hồ sơ khác');
    expect(text).toMatch(/Tên Lê Thị Tám Trần Văn Bảy/);
    expect(text).toMatch(/Vì sao\?.*Theo quy định/);
    expect(page.html).toContain(`href="/cases/${first}"`);

    const unsaid = await officer.send(page, path);
    expect(unsaid.status).toBe(422);
    expect(textOf(unsaid.html)).toContain('Bí mật nhà nước: Chưa đáp ứng quy định (R26)');
    const refused = await officer.send(unsaid, path, { noSecrets: 'yes' });
    expect(textOf(refused.html)).toContain('Cần ghi lý do (R01)');
    expect(await walk.standing(id)).toBe('draft');
    const reason = 'Hai người làm chung một đợt vận động.';
    expect(
      await officer.send(refused, path, {
        'reasons.R01': reason,
        noSecrets: 'yes',
      }),
    ).toMatchObject({ done: 'submit' });
    expect(textOf((await officer.get(`/cases/${id}/rules`)).html)).toContain(
      `Lý do đã ghi Một thành tích chỉ được khen thưởng một lần, một hình thức ${reason}`,
    );
  });
});

describe('the draft that is mended', () => {
  it('shows what the rules find in what is saved', async () => {
    const { id, as } = await begin();
    expect(textOf((await as(people.wardOfficer).get(`/cases/${id}/edit`)).html)).toContain('Kết quả rà soát');
  });
});

describe('the checklist of a case', () => {
  it('is for those who may read it', async () => {
    const { first, as, walk } = await begin();
    await walk.to('district-receive', [first]);
    const police = as(people.policeOfficer);
    expect(textOf((await police.get(`/cases/${first}`)).html)).toContain('Kết quả rà soát');
    expect((await police.get(`/cases/${first}/rules`)).status).toBe(200);
    expect((await as(people.siblingOfficer).get(`/cases/${first}/rules`)).status).toBe(404);
  });
});
