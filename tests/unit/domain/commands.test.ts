import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  caseCommands,
  contentPatchSchema,
  limits,
  newNominationSchema,
} from '#shared/domain/case-command.ts';
import { caseIdSchema } from '#shared/domain/id.ts';
import { listCommands, newDecisionSchema, newLetterSchema } from '#shared/domain/list-command.ts';
import { idOf } from './samples.ts';

/** Field and message of everything a schema refuses. */
function faultsOf(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

const nomination = {
  organisation: idOf('org'),
  round: idOf('round'),
  form: 'GK_HUYEN',
  subjectKind: 'individual',
  proposer: { name: 'Phạm Văn Tổ' },
  content: { printedName: 'Nguyễn Thị Sáu', unit: 'Tổ dân phố số 5' },
};

describe('an id', () => {
  it.each([
    ['01ZCASE0000000000000000000', true],
    ['01zcase0000000000000000000', false],
    ['01ZCASE000000000000000000', false],
    ['01ZCASE000000000000000000I', false],
    ['CASE#ZCASE000000000000000', false],
    ['', false],
  ])('%s: %s', (text, valid) => {
    expect(caseIdSchema.safeParse(text).success).toBe(valid);
  });
});

describe('what is written about a case', () => {
  it.each([
    ['a name of blanks', { printedName: '  \u200b ' }, ['printedName empty']],
    ['the longest name', { printedName: 'a'.repeat(limits.name) }, []],
    ['a name too long', { printedName: 'a'.repeat(limits.name + 1) }, ['printedName tooLong']],
    ['10,000 characters of report', { report: 'a'.repeat(10_000) }, ['report tooLong']],
    ['the longest report', { report: 'a'.repeat(limits.report) }, []],
    ['a citation too long', { citation: 'a'.repeat(limits.citation + 1) }, ['citation tooLong']],
    ['a birth year before anybody’s', { birthYear: 1899 }, ['birthYear notAYear']],
    ['half a birth year', { birthYear: 1958.5 }, ['birthYear notAYear']],
    ['a birth year in letters', { birthYear: '1958' }, ['birthYear notAYear']],
    ['a day that is none', { achievementFrom: '2020-02-30' }, ['achievementFrom notADate']],
  ])('%s', (_what, content, faults) => {
    expect(faultsOf(contentPatchSchema, content)).toEqual(faults);
  });

  it('is counted after tidying', () => {
    const padded = { printedName: `   ${'a'.repeat(limits.name)}   ` };
    expect(contentPatchSchema.parse(padded).printedName).toHaveLength(limits.name);
  });

  it('is not made sealed by an edit', () => {
    expect(faultsOf(contentPatchSchema, { publication: 'sealed' })).toHaveLength(1);
  });
});

describe('a nomination', () => {
  it('wants a name and a unit at least', () => {
    expect(faultsOf(newNominationSchema, nomination)).toEqual([]);
    expect(faultsOf(newNominationSchema, { ...nomination, content: {} })).toHaveLength(2);
  });

  it.each([
    ['nine digits', '000123456', []],
    ['twelve digits', '000123456789', []],
    ['ten digits', '0001234567', ['idNumber notAnIdNumber']],
    ['letters', '00012345A', ['idNumber notAnIdNumber']],
  ])('takes an id number of %s', (_what, idNumber, faults) => {
    expect(faultsOf(newNominationSchema, { ...nomination, idNumber })).toEqual(faults);
  });

  it('begins with no accounts and no answers', () => {
    expect(newNominationSchema.parse(nomination)).toMatchObject({ accounts: [], answers: [] });
  });
});

describe('acts that need a reason', () => {
  it.each([
    ['withdraw', {}],
    ['notRecommend', {}],
    ['returnIneligible', { article: 'Điều 5' }],
    ['changeForm', { form: 'BK_TINH' }],
    ['hold', { document: '01/CV' }],
    ['release', { document: '01/CV' }],
    ['reassign', { post: null }],
    ['refuse', {}],
    ['recordNotAwarded', {}],
  ] as const)('%s is refused with a blank one', (act, body) => {
    expect(faultsOf(caseCommands[act], { ...body, reason: ' \n ' })).toEqual(['reason empty']);
    expect(faultsOf(caseCommands[act], { ...body, reason: 'a'.repeat(limits.reason + 1) })).toEqual([
      'reason tooLong',
    ]);
    expect(faultsOf(caseCommands[act], { ...body, reason: 'Lý do' })).toEqual([]);
  });

  it.each(['strike', 'reopen'] as const)('%s a list’s row or the list, too', (act) => {
    const body = act === 'strike' ? { case: idOf('case') } : {};
    expect(faultsOf(listCommands[act], { ...body, reason: '' })).toEqual(['reason empty']);
  });

  it('a supplement names at least one field that may be asked for', () => {
    const asked = { fields: ['report'], note: 'Bổ sung' };
    expect(caseCommands.askSupplement.parse(asked).workingDays).toBe(10);
    expect(faultsOf(caseCommands.askSupplement, { ...asked, fields: [] })).toEqual(['fields empty']);
    expect(faultsOf(caseCommands.askSupplement, { ...asked, fields: ['sealed'] })).toHaveLength(1);
    expect(faultsOf(caseCommands.askSupplement, { ...asked, workingDays: 0 })).toHaveLength(1);
  });
});

describe('acts on lists', () => {
  it('gather one to two hundred cases, recommended unless said otherwise', () => {
    const cases = (count: number) => ({
      cases: Array.from({ length: count }, () => ({ case: idOf('case') })),
    });
    expect(faultsOf(listCommands.gather, cases(0))).toEqual(['cases empty']);
    expect(faultsOf(listCommands.gather, cases(200))).toEqual([]);
    expect(faultsOf(listCommands.gather, cases(201))).toEqual(['cases tooMany']);
    expect(listCommands.gather.parse(cases(1)).cases[0]).toMatchObject({ recommended: true, remark: '' });
  });

  it('sign a hash and nothing else', () => {
    expect(faultsOf(listCommands.sign, { hash: '0'.repeat(64) })).toEqual([]);
    expect(faultsOf(listCommands.sign, { hash: '0' })).toEqual(['hash notAHash']);
  });

  it('begin as an open list of nominations, decided here', () => {
    const list = { organisation: idOf('org'), title: 'Tờ trình' };
    expect(newLetterSchema.parse(list)).toMatchObject({ caseKind: 'nomination', sealed: false });
    expect(newDecisionSchema.parse(list)).toMatchObject({ origin: 'here', sealed: false });
    expect(faultsOf(newLetterSchema, { ...list, title: ' ' })).toEqual(['title empty']);
  });
});
