import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseContentSchema, caseSchema } from '#shared/domain/case.ts';
import { ceremonyAwardSchema, ceremonySchema } from '#shared/domain/ceremony.ts';
import { fileSchema } from '#shared/domain/file.ts';
import { listRowSchema, listSchema } from '#shared/domain/list.ts';
import { pastDecisionSchema, pastRowSchema } from '#shared/domain/past-decision.ts';
import { slipContentSchema, slipSchema } from '#shared/domain/slip.ts';
import {
  joinedDocument,
  splitDocument,
  wordsIn,
  wordsOfItems,
  type SplitDocument,
} from '#shared/domain/record-words.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  'CASE#/META': caseSchema,
  'CASE#/CONTENT': caseContentSchema,
  'CASE#/FILE#': fileSchema,
  'LIST#/META': listSchema,
  'LIST#/ROW#': listRowSchema,
  'LIST#/FILE#': fileSchema,
  'PAST#/META': pastDecisionSchema,
  'PAST#/ROW#': pastRowSchema,
  'SLIP#/META': slipSchema,
  'SLIP#/CONTENT': slipContentSchema,
  'CEREMONY#/META': ceremonySchema,
  'CEREMONY#/AWARD#': ceremonyAwardSchema,
};

/** Texts that any text may stand in by their schema, and that hold codes all the same. */
const codes = new Set([
  'publicCode',
  'form',
  'groups.*.form',
  'result.otherForm',
  'route.template',
  'route.unasked.*',
  'opinions.*.step',
  'opinions.*.paper.number',
  'route.steps.*.code',
  'supplement.fields.*',
  'head',
  'hash',
  'signature.hash',
  'number',
  'record',
  'contentType',
  'sha256',
]);

/** Every place where a schema takes any text: not an id, not a day, not a closed set. */
function freeTexts(schema: z.ZodType, path: readonly string[] = []): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return freeTexts(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return freeTexts(schema.element as z.ZodType, [...path, '*']);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => freeTexts(option as z.ZodType, path));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      freeTexts(field, [...path, name]),
    );
  const free = schema instanceof z.ZodString && (schema.def.checks ?? []).length === 0;
  return free ? [path.join('.')] : [];
}

describe('words of a record', () => {
  it.each(Object.keys(schemas))('every free text of %s stands on one side', (name) => {
    const words = wordsOfItems[name] ?? [];
    const isWords = (path: string): boolean =>
      words.some((word) => word === '' || path === word || path.startsWith(`${word}.`));
    const texts = [...new Set(freeTexts(schemas[name]!))];
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((path) => isWords(path) === codes.has(path) && !words.includes(''))).toEqual([]);
  });

  it.each(Object.keys(schemas))('%s never holds null, by which a patch says that nothing is left', (name) => {
    const shape = z.toJSONSchema(schemas[name]!, { unrepresentable: 'any' });
    expect(JSON.stringify(shape)).not.toContain('"null"');
  });

  it('leaves as codes only what there is', () => {
    const texts = Object.values(schemas).flatMap((schema) => freeTexts(schema));
    expect([...codes].filter((path) => !texts.includes(path))).toEqual([]);
  });

  it('are told of items by their keys, and of no others', () => {
    expect(wordsIn('CASE#01J', 'FILE#01K')).toEqual(['name']);
    expect(wordsIn('LIST#01J', 'ORDER')).toEqual([]);
    for (const sk of ['ENTRY#000001', 'PAYLOAD#000001', 'FLOW', 'EFFECTS', 'CEREMONY'])
      expect(wordsIn('CASE#01J', sk)).toBeUndefined();
    expect(wordsIn('PERSON#01J', 'META')).toBeUndefined();
  });

  it.each<[string, SplitDocument & { whole: Record<string, unknown>; paths: string[] }]>([
    [
      'inside an object',
      {
        whole: { id: 1, label: { name: 'Sáu', namesake: true }, proposer: { name: 'Tổ' } },
        paths: ['label.name', 'proposer.name'],
        codes: { id: 1, label: { namesake: true }, proposer: {} },
        words: { label: { name: 'Sáu' }, proposer: { name: 'Tổ' } },
      },
    ],
    [
      'in each element of a list',
      {
        whole: {
          absent: [
            { person: 'a', reason: 'Ốm' },
            { person: 'b', reason: 'Bận' },
          ],
        },
        paths: ['absent.*.reason'],
        codes: { absent: [{ person: 'a' }, { person: 'b' }] },
        words: { absent: [{ reason: 'Ốm' }, { reason: 'Bận' }] },
      },
    ],
    ['everywhere', { whole: { report: 'Dài' }, paths: [''], codes: {}, words: { report: 'Dài' } }],
    ['nowhere', { whole: { cases: ['x'] }, paths: [], codes: { cases: ['x'] }, words: {} }],
  ])('%s are parted from codes, and joined again', (_where, { whole, paths, ...parted }) => {
    expect(splitDocument(whole, paths)).toEqual(parted);
    expect(joinedDocument(parted)).toEqual(whole);
  });
});
