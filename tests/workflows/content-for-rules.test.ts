import { describe, expect, it } from 'vitest';
import { caseCommands, newNominationSchema } from '#shared/domain/case-command.ts';
import { levels, type Organisation, type Person } from '#shared/domain/directory.ts';
import { caseIdSchema, type CaseId, type OrganisationId } from '#shared/domain/id.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { sayHistoryKnown } from '#shared/use-cases/past/history-known.ts';
import { importPast } from '#shared/use-cases/past/import-past.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { withTheCity } from '../support/city-offices.ts';
import { keepPaper } from '../support/minutes.ts';
import { pastDecision } from '../support/past-decision.ts';
import { december, organisations, people } from '../support/small-directory.ts';
import { asks } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const written = {
  unit: 'Tổ dân phố số 5',
  achievementFrom: '2019-12-01',
  achievementTo: '2020-09-30',
  citation: 'Đã có thành tích xuất sắc',
  report: 'Đã vận động nhiều hộ ký cam kết.',
};

async function begin(content: object, medal = false, idNumber?: string) {
  const home = await createTestHome();
  if (medal) await withTheCity(home, ['KNC_ANTQ']);
  const walk = walkIn(home);
  const person = medal ? people.policeOfficer : people.wardOfficer;
  const command = newNominationSchema.parse({
    organisation: medal ? desks.police.organisation : organisations.wardCommittee.id,
    round: december.id,
    form: medal ? 'KNC_ANTQ' : 'GK_HUYEN',
    subjectKind: 'individual',
    proposer: { name: 'Phạm Văn Tổ' },
    idNumber,
    content: { printedName: 'Trần Văn Bảy', birthYear: 1958, gender: 'male', ...written, ...content },
  });
  const id: CaseId = caseIdSchema.parse((await nominate(home.ports, asks(person), command)).id);
  const found = async (rule: string) => {
    const { explanations } = await readCaseRules(home.ports, person.id, id);
    return explanations.find(({ follows }) => follows === rule);
  };
  async function edit(content: object): Promise<void> {
    const [item] = await home.ports.store.get([keys.caseMeta(id)]);
    const request = asks(person, { ifVersion: item?.version ?? 0 });
    await actOnCase(home.ports, request, id, 'edit', caseCommands.edit.parse({ content }));
  }
  /** What was awarded to the same person before, with all decisions since the first day of service. */
  async function remember(said: object): Promise<void> {
    const { subject } = await walk.caseOf(id);
    const row = { name: 'Trần Văn Bảy', birthYear: 1958, kind: 'individual', unit: 'Tổ 5', form: 'GK_HUYEN' };
    const answer = { answer: 'same', subject };
    const since = civilDateSchema.parse('1990-01-01');
    const organisation = desks.police.organisation;
    const decision = pastDecision({ organisation, rows: [{ ...row, ...said, answer }] });
    await importPast(home.ports, asks(person), decision);
    for (const level of levels)
      await sayHistoryKnown(home.ports, asks(person), { organisation, level, since });
  }
  const know = (who: Person, organisation: OrganisationId, level: Organisation['level']) =>
    sayHistoryKnown(home.ports, asks(who), {
      organisation,
      level,
      since: civilDateSchema.parse('2000-01-01'),
    });
  return {
    know,
    found,
    edit,
    remember,
    attach: (kind: 'scan' | 'letter') => keepPaper(home.ports, person, { case: id }, kind),
    submit: (body: object = {}) => walk.act(person, id, 'submit', body),
    standing: () => walk.standing(id),
  };
}

describe('an identity number', () => {
  it('that belongs to another year of birth asks for a reason when the case is sent, and is then told to nobody', async () => {
    const { found, submit, standing } = await begin({}, false, '000071000001');
    const told = await found('R35');
    expect(told).toMatchObject({ verdict: 'fails', because: 'birthYear', severity: 'warn' });
    expect(JSON.stringify(told)).not.toContain('000071000001');
    await expect(submit()).rejects.toMatchObject({ code: 'RuleNeedsReason' });
    await submit({ reasons: { R35: 'Đã đối chiếu thẻ căn cước; năm sinh trên thẻ ghi nhầm.' } });
    expect(await standing()).not.toBe('draft');
    expect(await found('R35')).toBeUndefined();
  });

  it('of an old identity card is only told of', async () => {
    const { found, submit, standing } = await begin({}, false, '000123456');
    expect(await found('R35')).toMatchObject({ because: 'old', severity: 'inform' });
    await submit();
    expect(await standing()).not.toBe('draft');
  });
});

describe('whoever pays taxes, or heads such a unit', () => {
  it('is sent with its confirmations or a reason, and without either where it is none', async () => {
    const { submit, standing } = await begin({ headOfTaxpayer: true });
    await expect(submit()).rejects.toMatchObject({
      code: 'RuleNeedsReason',
      faults: [{ field: 'reasons.R31', code: 'needsReason', limit: 'R31' }],
    });
    await submit({ reasons: { R31: 'Cơ quan thuế đã trả lời bằng văn bản, sẽ nộp bản giấy.' } });
    expect(await standing()).not.toBe('draft');
    const other = await begin({ headOfTaxpayer: false });
    await other.submit();
    expect(await other.standing()).not.toBe('draft');
  });
});

describe('the medal', () => {
  const served = (from: string, more: object = {}) => ({
    serviceTrack: 'force',
    serviceStretches: [{ from, ...more }],
  });

  it('says what isn’t known, as long as nobody has said on which track and how long', async () => {
    const { found, edit } = await begin({}, true);
    expect(await found('R09')).toMatchObject({ verdict: 'unknown', because: 'noTrack' });
    expect(await found('R17')).toBeUndefined();
    await edit({ serviceTrack: 'force' });
    expect(await found('R17')).toMatchObject({ verdict: 'unknown', because: 'noStretches' });
  });

  it('is refused before the years are full, with the day from which they are', async () => {
    const { submit, found, edit, attach, standing } = await begin(served('2010-03-10'), true);
    await attach('scan');
    await expect(submit()).rejects.toMatchObject({
      code: 'RuleForbids',
      faults: [{ field: 'content.serviceStretches', code: 'ruleForbids', limit: 'R17' }],
    });
    expect(await found('R17')).toMatchObject({
      because: 'tooShort',
      eligibleOn: '2025-03-10',
      severity: 'block',
    });
    await edit(served('2005-03-10'));
    await submit();
    expect(await standing()).not.toBe('draft');
  });

  it.each([
    ['who is barred', { medalBarred: true }, { medalBarred: false }, 'barred', 'content.medalBarred'],
    [
      'who holds an order of the state that bars from it',
      { stateMedals: ['Huy chương Chiến sĩ vẻ vang hạng Nhất'] },
      { stateMedals: null },
      'excluded',
      'content.stateMedals',
    ],
  ])('is refused for one %s, until that is mended', async (_who, said, mended, because, field) => {
    const { submit, found, edit } = await begin({ ...served('2000-01-01'), ...said }, true);
    expect(await found('R15')).toMatchObject({ verdict: 'fails', because });
    const refused: unknown = await submit().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'RuleForbids' });
    expect((refused as { faults: { field: string }[] }).faults.map((fault) => fault.field)).toContain(field);
    await edit(mended);
    expect(await found('R15')).not.toMatchObject({ verdict: 'fails' });
  });

  it('asks whether the person is barred, and which orders are held, before it says that none bars', async () => {
    const { found, edit } = await begin(served('2000-01-01'), true);
    expect(await found('R15')).toMatchObject({
      verdict: 'unknown',
      because: 'unsaid',
      fields: ['content.medalBarred', 'content.stateMedals'],
    });
    await edit({ medalBarred: false, stateMedals: [] });
    expect(await found('R15')).toMatchObject({ because: 'noHistory' });
  });

  it('asks of a leader for a quiet area', async () => {
    const leader = { ...served('2000-01-01'), serviceTrack: 'leader' };
    const { found, edit } = await begin(leader, true);
    expect(await found('R16')).toMatchObject({ verdict: 'unknown', because: 'quietArea' });
    await edit({ quietArea: false });
    expect(await found('R16')).toMatchObject({ verdict: 'fails', because: 'hotSpot' });
  });

  it.each([
    ['for security', { forSecurity: true }, { verdict: 'passes' }],
    ['for something else', { forSecurity: false }, { verdict: 'fails', because: 'noAward' }],
    ['of which nobody has said what for', {}, { verdict: 'unknown', because: 'forWhat' }],
  ])('counts of a leader the award of an earlier decision that was %s', async (_what, said, finding) => {
    const leader = { ...served('2000-01-01'), serviceTrack: 'leader', quietArea: true };
    const { found, remember } = await begin(leader, true);
    await remember(said);
    expect(await found('R16')).toMatchObject(finding);
  });
});

describe('that nothing was awarded before', () => {
  it('is known of each level once the office that sends the case, or one on its way, has said since when', async () => {
    const { found, know } = await begin({});
    await know(people.wardOfficer, organisations.wardCommittee.id, 'commune');
    await know(people.wardOfficer, organisations.wardCommittee.id, 'province');
    expect(await found('R01')).toMatchObject({ verdict: 'unknown', because: 'noHistory' });
    await know(people.siblingOfficer, organisations.siblingCommittee.id, 'district');
    expect(await found('R01')).toMatchObject({ verdict: 'unknown', because: 'noHistory' });
    await know(people.policeOfficer, organisations.districtPolice.id, 'district');
    expect(await found('R01')).toMatchObject({ verdict: 'passes' });
  });
});

describe('the work of years', () => {
  const said = (type: string) => ({
    commendationType: 'merit',
    basis: [{ number: '12/QĐ-UBND', type }],
  });

  it('rests on no award for one deed: it is refused, and goes once that is left out', async () => {
    const { submit, edit, standing } = await begin(said('unexpected'));
    await expect(submit()).rejects.toMatchObject({
      code: 'RuleForbids',
      faults: [{ field: 'content.basis', code: 'ruleForbids', limit: 'R03' }],
    });
    await edit(said('merit'));
    await submit();
    expect(await standing()).not.toBe('draft');
  });

  it('is told of a decision whose type nobody has said, and of a gap, and sent all the same', async () => {
    const gaps = [{ from: '2020-01-01', to: '2020-02-01' }];
    const { submit, found } = await begin({
      commendationType: 'merit',
      basis: [{ number: '12/QĐ-UBND' }],
      gaps,
    });
    expect(await found('R03')).toMatchObject({ verdict: 'unknown', because: 'typeUnsaid' });
    expect(await found('R06')).toMatchObject({ verdict: 'fails', because: 'gap', severity: 'inform' });
    await submit();
  });
});
