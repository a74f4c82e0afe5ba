import { describe, expect, it } from 'vitest';
import { ownRowSchema } from '#shared/domain/law/figure.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { allRules } from '#shared/domain/rules/all-rules.ts';
import type { CaseFacts } from '#shared/domain/rules/facts.ts';
import { judged } from '#shared/domain/rules/rule.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { sayRule } from '#shared/messages/rules/rules.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';

const day = (text: string) => civilDateSchema.parse(text);
const since = (key: string, value: unknown) =>
  ownRowSchema.parse({
    key,
    value,
    validFrom: '2026-10-01',
    sources: [{ of: 'LUAT-06-2026' }],
    confidence: 'memory',
  });
const facts: CaseFacts = {
  today: day('2026-10-02'),
  days: { receivedOn: day('2026-09-30') },
  council: {
    members: 10,
    present: 7,
    writtenVotes: 3,
    agreed: 7,
    byBallot: false,
    minutes: { present: 7, total: 10 },
  },
};

describe('a file received before the law changed', () => {
  it.each([
    ['is offered the new law where that asks for fewer members', 70, 'fails', 'R12', '–'],
    ['stays under its own where nothing differs', 80, 'passes', '–', '–'],
  ])('%s', (_what, quorum, verdict, lighter, stricter) => {
    const law = createLaw(shippedLaw, [since('quorum.award', quorum)]);
    const found = judged(allRules, facts, law).find(({ rule }) => rule === 'R34');
    expect(found?.verdict).toBe(verdict);
    expect(found?.facts).toContainEqual({ key: 'lighter', value: lighter });
    expect(found?.facts).toContainEqual({ key: 'stricter', value: stricter });
  });

  it('is told in which rule the new law is lighter by what that rule asks', () => {
    const law = createLaw(shippedLaw, [since('quorum.award', 70)]);
    const found = judged(allRules, facts, law).find(({ rule }) => rule === 'R34');
    expect(sayRule(found!, 'vi').says).toMatch(/có lợi hơn ở: R12 \(\p{Lu}.+\); chặt hơn ở: –/u);
  });

  it('is not asked again once it is decided', () => {
    const decided = { ...facts, days: { ...facts.days, decidedOn: day('2026-09-30') } };
    const rules = judged(allRules, decided, createLaw(shippedLaw)).map(({ rule }) => rule);
    expect(rules).not.toContain('R34');
  });
});
