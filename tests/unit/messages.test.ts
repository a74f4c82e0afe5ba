import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  attachmentKinds,
  caseContentSchema,
  caseStatuses,
  standings,
  stepOutcomes,
} from '#shared/domain/case.ts';
import { capacities, roles } from '#shared/domain/directory.ts';
import { handovers } from '#shared/domain/ceremony.ts';
import { fileFaults, fileStates, maxFileBytes } from '#shared/domain/file.ts';
import { fileTypes } from '#shared/domain/file-type.ts';
import type { Bar } from '#shared/domain/four-eyes.ts';
import { itemOutcomes, listKinds, listStates } from '#shared/domain/list.ts';
import { caseActs, ceremonyPhases, ceremonyRules, listRules } from '#shared/domain/permission.ts';
import { refusals } from '#shared/domain/refusal.ts';
import { subjectKinds } from '#shared/domain/round.ts';
import { stepKinds } from '#shared/domain/route-template.ts';
import { en } from '#shared/messages/en.ts';
import { isMessageKey, say } from '#shared/messages/say.ts';
import { vi } from '#shared/messages/vi.ts';
import { noticeKinds } from '#shared/records/notice-record.ts';
import { isTextKey } from '#web/texts/text.ts';

const vietnamese: Readonly<Record<string, string>> = vi;
const english: Readonly<Record<string, string>> = en;
const texts = { vi: Object.entries(vietnamese), en: Object.entries(english) };

const source = globSync('shared/{domain,records,regimes,use-cases,http}/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Pages and homes name fields of their own. */
const edges = globSync('{web,local}/**/*.{ts,tsx}')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const namesIn = (text: string, pattern: RegExp): string[] => [
  ...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? '')),
];

/** `act: 'Drafted'`, and both sides of `act: awarded ? 'Awarded' : 'Approved'`. */
const actsInSource = namesIn(
  namesIn(source, /\bact(?::| =) ([^\n]*)/g).join('\n'),
  /'([A-Z][a-z][A-Za-z]*)'/g,
).filter((name) => !['Work', 'Refusal'].includes(name));

const faultsInSource = [
  ...namesIn(source + edges, /\bfield[:,] [^}]*?code: '([a-z][A-Za-z]+)'/g),
  ...namesIn(source, /error: '([a-z][A-Za-z]+)'/g),
];

const bars = ['ownCase', 'proposedIt', 'appraisedIt'] as const satisfies readonly Bar[];

const closedSets: Record<string, readonly string[]> = {
  refusal: Object.keys(refusals),
  fault: faultsInSource,
  notice: noticeKinds,
  act: actsInSource,
  status: caseStatuses,
  standing: standings,
  stepKind: stepKinds,
  listKind: listKinds,
  listState: listStates,
  role: roles,
  capacity: capacities,
  subjectKind: subjectKinds,
  outcome: [...stepOutcomes, ...itemOutcomes],
  ceremonyPhase: ceremonyPhases,
  publication: caseContentSchema.shape.publication.options,
  attachment: attachmentKinds,
  bar: bars,
  fileState: fileStates,
  fileFault: fileFaults,
  handover: handovers,
};

const placeholdersOf = (text: string): string[] => namesIn(text, /\{(\w+)\}/g).sort();

describe('every code has its text in Vietnamese and English', () => {
  test.each(Object.entries(closedSets))('%s', (group, names) => {
    expect(names.length).toBeGreaterThan(0);
    const keys = names.map((name) => `${group}.${name}`);
    expect(keys.filter((key) => !(key in vietnamese))).toEqual([]);
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });
});

test('both languages have the same keys in the same order', () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi));
});

test('both languages fill the same placeholders', () => {
  const different = texts.vi.filter(
    ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(english[key] ?? '').join(),
  );
  expect(different).toEqual([]);
});

test('a refusal fills only what every place that throws it passes on', () => {
  for (const code of Object.keys(refusals)) {
    const wanted = placeholdersOf(vietnamese[`refusal.${code}`] ?? '');
    const sites = Array.from(
      source.matchAll(new RegExp(`new Refusal\\('${code}'(?:, \\{([^}]*)\\}?)?`, 'g')),
      (match) => match[1] ?? '',
    );
    for (const site of sites) {
      const missing = wanted.filter((name) => !new RegExp(`\\b${name}\\b`).test(site));
      expect(missing, `${code}: ${site}`).toEqual([]);
    }
  }
});

test('texts are in Unicode NFC, tidy, and never empty', () => {
  const bad = [...texts.vi, ...texts.en].filter(
    ([, text]) =>
      text !== text.normalize('NFC') || text === '' || text !== text.trim() || text.includes('  '),
  );
  expect(bad).toEqual([]);
});

test('a refusal says what is wrong and how to mend it: full sentences', () => {
  const bad = [...texts.vi, ...texts.en].filter(
    ([key, text]) => key.startsWith('refusal.') && (!text.endsWith('.') || text.length < 40),
  );
  expect(bad).toEqual([]);
});

test('the size that is said is the size that is held to', () => {
  const size = `${maxFileBytes / 1024 / 1024} MB`;
  for (const key of ['refusal.FileTooLarge', 'fault.tooLarge', 'fileFault.tooLarge'] as const) {
    expect(vi[key]).toContain(size);
    expect(en[key]).toContain(size);
  }
});

test('the types of files that are said are those that are taken', () => {
  for (const { extension } of fileTypes) {
    for (const key of ['refusal.FileTypeRefused', 'fault.notAllowed'] as const) {
      expect(vi[key]).toContain(extension.toUpperCase());
      expect(en[key]).toContain(extension.toUpperCase());
    }
  }
});

test('a notice fits a mail subject', () => {
  const long = [...texts.vi, ...texts.en].filter(
    ([key, text]) => key.startsWith('notice.') && text.length > 78,
  );
  expect(long).toEqual([]);
});

test('words that nobody says here do not occur', () => {
  const never = /đề cử|chiến dịch|thư ký phường|phiếu bầu|campaign/i;
  expect([...texts.vi, ...texts.en].filter(([, text]) => never.test(text))).toEqual([]);
});

test('“phê duyệt” is said of models only', () => {
  const ofModels = ['act.Approved', 'status.APPROVED', 'status.NOT_APPROVED', 'listKind.approval'];
  const keys = texts.vi.filter(([, text]) => /phê duyệt/i.test(text)).map(([key]) => key);
  expect(keys.sort()).toEqual(ofModels.sort());
});

test('“yêu cầu bổ sung” and “trả lại hồ sơ” are never mixed', () => {
  expect(texts.vi.filter(([, text]) => /bổ sung/i.test(text) && /trả lại/i.test(text))).toEqual([]);
});

test('say fills placeholders and leaves unknown ones empty', () => {
  expect(say('vi', 'sealed.label', { number: '01' })).toBe('Trường hợp bảo mật 01');
  expect(say('vi', 'number.blank.decision', { suffix: 'UBND' })).toBe('……/QĐ-UBND');
  expect(say('en', 'notice.ListToSign')).toBe('A list of  cases waits for your signature');
  expect(isMessageKey('refusal.CaseNotFound')).toBe(true);
  expect(isMessageKey('refusal.Nothing')).toBe(false);
});

test('every act that a page offers is acknowledged when it was done', () => {
  // Papers are acknowledged by the upload's own words.
  const spoken = caseActs.filter((act) => act !== 'attach' && act !== 'attachAtStep');
  const lists = Object.keys(listRules).filter((act) => act !== 'attach');
  const keys = [
    ...spoken.map((act) => `done.${act}`),
    ...lists.map((act) => `done.list-${act}`),
    ...Object.keys(ceremonyRules).map((act) => `done.ceremony-${act}`),
  ];
  expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
});
