import { describe, expect, it } from 'vitest';
import { allRules } from '#shared/domain/rules/all-rules.ts';
import type { CaseFacts } from '#shared/domain/rules/facts.ts';
import { judged, type RuleResult, type RuleStage } from '#shared/domain/rules/rule.ts';
import { sayRule } from '#shared/messages/rules/rules.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';
import { goldenCases } from './all-cases.ts';
import { compared, day, law } from './golden-case.ts';
import { endsTheCase, mendsByMessage } from './mends.ts';

describe('the rules say of', () => {
  it.each(goldenCases.map((golden) => [golden.title, golden] as const))('%s', (_title, golden) => {
    const { wanted, found } = compared(allRules, golden);
    expect(found).toEqual(wanted);
  });
});

/** All that is told of a result, a line each. */
function linesOf(result: RuleResult): string[] {
  const { rule, verdict, severity, because = '–', citation, confidence, computation = [] } = result;
  const { says, mend = '' } = sayRule(result, 'vi');
  const formula = computation.map(({ expression, value }) => `${expression} = ${String(value)}`);
  const lines = [says, mend, ...formula, `${citation} (${confidence})`].filter((line) => line !== '');
  return [`  ${[rule, verdict, severity, because].join(' ')}`, ...lines.map((line) => `    ${line}`)];
}

describe('golden cases', () => {
  /** Laid under two laws of which an office has set one: tests/unit/law/more-favourable.test.ts. */
  const elsewhere = ['R34 fails'];

  it('show each rule both ways', () => {
    const shown = new Set(
      goldenCases.flatMap(({ facts, stage, results }) => {
        const named = results.map(({ rule }) => rule);
        return judged(allRules, facts, law, stage)
          .filter(({ rule }) => named.includes(rule))
          .map(({ rule, verdict }) => `${rule} ${verdict}`);
      }),
    );
    const both = allRules.flatMap(({ id }) => [`${id} passes`, `${id} fails`]);
    expect(both.filter((one) => !shown.has(one))).toEqual(elsewhere);
  });

  it('are explained in the very words, with the very citation and formula, that the golden file keeps', async () => {
    const told = goldenCases.map(({ title, facts, stage, results }) => {
      const named = new Set(results.map(({ rule }) => rule));
      const found = judged(allRules, facts, law, stage).filter(({ rule }) => named.has(rule));
      return [title, ...found.flatMap(linesOf)].join('\n');
    });
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('./told.txt');
  });
});

describe('a golden case fails', () => {
  it.each(allRules.map(({ id }) => id))('when %s is switched off', (id) => {
    const without = allRules.filter((rule) => rule.id !== id);
    const failing = goldenCases.filter((golden) => {
      const { wanted, found } = compared(without, golden);
      return JSON.stringify(found) !== JSON.stringify(wanted);
    });
    expect(failing.length).toBeGreaterThan(0);
  });
});

const mends = goldenCases.flatMap(({ title, mended }) =>
  mended === undefined ? [] : [{ title, ...mended }],
);

/** Messages of blocking rules, each by rule and reason. */
const says = (facts: CaseFacts, stage: RuleStage | undefined): string[] =>
  judged(allRules, facts, law, stage)
    .filter(({ verdict, severity }) => verdict === 'fails' && severity === 'block')
    .map(({ rule, because = '' }) => `${rule} ${because}`);

describe('what a message asks for mends it', () => {
  it.each(mends.map((mend) => [mend.rule, mend.title, mend.facts] as const))(
    '%s: %s',
    (rule, _title, facts) => {
      const after = judged(allRules, facts, law).find((result) => result.rule === rule);
      expect(after?.verdict).toBe('passes');
    },
  );

  it.each(mendsByMessage)('%s %s', (rule, because, mend) => {
    const shown = goldenCases.find(({ facts, stage }) => says(facts, stage).includes(`${rule} ${because}`));
    const after = judged(allRules, mend(shown?.facts ?? { today: day('2026-01-01') }), law, shown?.stage);
    expect(after.find((result) => result.rule === rule)?.verdict).toBe('passes');
  });

  it('for every message that a blocking rule has shown', () => {
    const tried = new Set([
      ...[...mendsByMessage, ...endsTheCase].map(([rule, because]) => `${rule} ${because}`),
      ...goldenCases.flatMap(({ facts, stage, mended }) =>
        says(facts, stage).filter((message) => message.startsWith(`${mended?.rule ?? 'none'} `)),
      ),
    ]);
    const shown = goldenCases.flatMap(({ facts, stage }) => says(facts, stage));
    expect(shown.filter((message) => !tried.has(message))).toEqual([]);
  });

  const blocking = shippedLaw.grounds.filter(({ rows }) => rows.some(({ severity }) => severity === 'block'));
  const ids = allRules.map(({ id }) => id).filter((id) => blocking.some(({ code }) => code === id));
  it.each(ids)('%s is tried', (id) => {
    expect(mends.map(({ rule }) => rule)).toContain(id);
  });
});

describe('a result is told in both languages', () => {
  const told = goldenCases.flatMap(({ title, facts, stage }) =>
    judged(allRules, facts, law, stage)
      .filter(({ verdict }) => verdict !== 'passes')
      .map((result) => [title, result.rule, result] as const),
  );
  it.each(told)('%s: %s', (_title, rule, result) => {
    for (const language of ['vi', 'en'] as const) {
      const { title, says, mend = '.' } = sayRule(result, language);
      for (const text of [title, says, mend]) expect(text).not.toMatch(/^$|\{|undefined/);
      expect(title).not.toBe(rule);
    }
    expect(result.citation).not.toBe('');
  });
});
