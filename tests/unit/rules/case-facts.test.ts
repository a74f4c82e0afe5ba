import { describe, expect, it } from 'vitest';
import { caseContentSchema, type Route, type RouteStep } from '#shared/domain/case.ts';
import type { StoredFile } from '#shared/domain/file.ts';
import { caseFacts, equalFact, paperFacts } from '#shared/domain/rules/case-facts.ts';
import { comparedWith, fingerprintOf } from '#shared/domain/rules/fingerprint.ts';
import { requireLawful } from '#shared/domain/rules/judgement.ts';
import type { RuleResult } from '#shared/domain/rules/rule.ts';
import { civilDateSchema, instantSchema } from '#shared/domain/time.ts';
import { aCase } from '../domain/samples.ts';

const day = civilDateSchema.parse('2026-03-02');
const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, place) => `từ${String(from + place)}`).join(' ');

describe('marks of a report', () => {
  it.each([
    ['the same text', words(0, 300), words(0, 300)],
    [
      'a stretch of forty words within others',
      words(0, 200),
      `${words(500, 600)} ${words(80, 120)} ${words(700, 800)}`,
    ],
    ['a long report and one paragraph of it', words(0, 1_500), words(700, 780)],
    [
      'accents and capitals apart',
      'Vận động NHIỀU hộ ký cam kết an ninh',
      'van dong nhieu ho ky cam ket an ninh',
    ],
  ])('are shared by %s', (_, one, other) => {
    expect(comparedWith(fingerprintOf(one))(fingerprintOf(other))).toBeGreaterThan(0);
  });

  it('are not shared by texts that have nothing in common, and none for nothing', () => {
    expect(comparedWith(fingerprintOf(words(0, 100)))(fingerprintOf(words(100, 200)))).toBe(0);
    expect(fingerprintOf(' … ')).toBe('');
  });

  it('are two hundred at most, however long the text', () => {
    expect(Buffer.from(fingerprintOf(words(0, 9_000)), 'base64').length).toBeLessThanOrEqual(800);
  });
});

describe('the days of a case', () => {
  it('know when the clock of its file stood still, and on whom it waited', () => {
    const subject = aCase();
    const content = caseContentSchema.parse({
      printedName: 'Trần Văn Bảy',
      unit: 'Tổ 5',
      citation: '',
      report: '',
      publication: 'internal',
      publicationBasis: '',
    });
    const happened = [
      { act: 'SupplementAsked', at: instantSchema.parse('2025-08-20T02:00:00.000Z') },
      { act: 'SupplementAnswered', at: instantSchema.parse('2025-08-27T02:00:00.000Z') },
    ];
    const { days } = caseFacts({ today: day, subject, content, happened });
    expect(days?.stopped).toEqual([
      { reason: 'supplement', holder: subject.enteredBy, from: '2025-08-20', to: '2025-08-27' },
    ]);
  });
});

describe('one of those between whom a quota makes choose', () => {
  it('is a collective with its share of women', () => {
    const content = caseContentSchema.parse({
      printedName: 'Chi hội phụ nữ khu phố 3',
      unit: 'Khu phố 3',
      citation: '',
      report: '',
      publication: 'internal',
      publicationBasis: '',
      womenShare: 80,
    });
    const subject = aCase({ subjectKind: 'collective' });
    expect(equalFact(subject, content)).toMatchObject({ subjectKind: 'collective', womenShare: 80 });
    expect(equalFact({ ...subject, subjectKind: undefined }, content)).toBeUndefined();
  });
});

describe('what its content says', () => {
  it('of an initiative tells where the same subject has used it, and nothing else', () => {
    const award = {
      form: 'GK_XA',
      type: 'merit',
      number: '12/QĐ-UBND',
      on: day,
      authority: 'Chủ tịch UBND phường',
      initiatives: ['Chuông báo cháy liên gia'],
    } as const;
    const content = caseContentSchema.parse({
      printedName: 'Trần Văn Bảy',
      unit: 'Tổ 5',
      citation: '',
      report: '',
      publication: 'internal',
      publicationBasis: '',
      initiatives: ['chuông báo cháy liên gia'],
    });
    const history = { awards: [award], stateMedals: [] };
    const found = (initiatives: string[]) =>
      caseFacts({ today: day, subject: aCase(), content: { ...content, initiatives }, history }).history
        ?.initiatives;
    expect(found(['chuông báo cháy liên gia'])).toEqual([
      { name: 'Chuông báo cháy liên gia', number: '12/QĐ-UBND' },
    ]);
    expect(found(['Camera an ninh'])).toBeUndefined();
  });
});

describe('papers of a case', () => {
  const file = (kind: string, state: string) => ({ kind, state, name: `${kind}.pdf` }) as StoredFile;
  const step = (kind: string, state: string) => ({ kind, state, code: `a-${kind}` }) as RouteStep;
  const route: Route = {
    template: 'any',
    steps: [step('council', 'settled'), step('letter', 'ahead'), step('decide', 'ahead')],
  };

  it('are those that were kept, and what its own way makes', () => {
    expect(paperFacts([file('report', 'kept'), file('scan', 'expected')], route)).toEqual([
      { kind: 'report', name: 'report.pdf' },
      { kind: 'minutes', name: 'a-council' },
      { kind: 'letter', name: 'a-letter' },
    ]);
    expect(paperFacts([], undefined)).toEqual([]);
  });
});

describe('the rules of an act', () => {
  const result = (
    verdict: RuleResult['verdict'],
    severity: RuleResult['severity'],
    rule: string,
  ): RuleResult => ({
    rule,
    verdict,
    severity,
    facts: [{ key: 'name', value: 'Trần Văn Bảy' }],
    citation: 'Điều 4',
    confidence: 'confirmed',
  });
  const codeOf = (results: readonly RuleResult[], reasons = {}): string => {
    try {
      requireLawful(results, reasons, day);
      return 'passes';
    } catch (error) {
      return (error as Error).name;
    }
  };

  it.each([
    ['fails', 'block', {}, 'RuleForbids'],
    ['fails', 'block', { R12: 'Có lý do' }, 'RuleForbids'],
    ['fails', 'hold', {}, 'RuleForbids'],
    ['fails', 'warn', {}, 'RuleNeedsReason'],
    ['fails', 'warn', { R11: 'Có lý do' }, 'RuleNeedsReason'],
    ['fails', 'warn', { R12: 'Có lý do' }, 'passes'],
    ['fails', 'inform', {}, 'passes'],
    ['unknown', 'block', {}, 'passes'],
    ['passes', 'block', {}, 'passes'],
  ] as const)('%s, %s, with %j: %s', (verdict, severity, reasons, expected) => {
    expect(codeOf([result(verdict, severity, 'R12')], reasons)).toBe(expected);
  });

  it('leave codes in the entry, and nothing that was read', () => {
    const reasons = { R12: 'Có lý do', R30: 'Thừa' };
    expect(requireLawful([result('fails', 'warn', 'R12')], reasons, day)).toEqual({
      facts: { rules: ['R12:fails:warn'], lawOf: day },
      payload: { reasons: { R12: 'Có lý do' } },
    });
  });
});
