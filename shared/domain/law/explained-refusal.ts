import { z } from 'zod';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { civilDateSchema, type CivilDate } from '../time.ts';
import type { Fact } from './computation.ts';
import type { Dated } from './dated.ts';
import type { Explanation } from './explanation.ts';
import type { Law } from './law.ts';

/**
 * The rule of the law that a refusal says. What isn't here names its explanations where it is thrown (`RuleForbids`,
 * `OpinionsAwaited`), is explained by another row of the law (below), or rests on none: it says how things stand, what
 * was sent, or who asks.
 */
const rulesBehind: Readonly<Partial<Record<RefusalCode, string>>> = {
  AchievementAlreadyNominated: 'R01',
  LinkedNominationOpen: 'R01',
  LinkedNominationAwarded: 'R01',
  MinutesMissing: 'R10',
  PresenceMissing: 'R10',
  ConflictOfInterest: 'R33',
  RowBarsSigner: 'R33',
  LawNotLighter: 'R34',
};

const titleSchema = z.object({ vi: z.string(), en: z.string() });

type Told = Pick<Refusal, 'code' | 'details'>;

/** Codes whose explanation is made here. */
export const restsOnLaw = (code: RefusalCode): boolean =>
  rulesBehind[code] !== undefined || code === 'RouteUnresolvable' || code === 'SubjectKindNotEligible';

/** What of the law of the day a refusal rests on; undefined where it rests on none. */
export function explainedRefusal(law: Law, refusal: Told, today: CivilDate): Explanation | undefined {
  const { code, details } = refusal;
  const rule = rulesBehind[code];
  if (rule !== undefined) return byRule(law, rule, refusal, today);
  if (code === 'RouteUnresolvable') return byRoute(law, details, today);
  if (code !== 'SubjectKindNotEligible') return undefined;
  const form = String(details['form']);
  const terms = law.termsOn(form, today);
  const facts: Fact[] = [{ key: 'form', value: form }];
  return terms && rests(law, terms, { follows: `form.${form}`, because: 'notForKind', facts, day: today });
}

function byRule(law: Law, rule: string, { code, details }: Told, day: CivilDate): Explanation | undefined {
  const ground = law.groundOn(rule, day);
  if (ground === undefined) return undefined;
  const bar = code === 'RowBarsSigner' ? 'ownList' : details['bar'];
  if (typeof bar !== 'string') return rests(law, ground, { follows: rule, facts: primitives(details), day });
  const because = bar;
  const { severity, confidence } = ground;
  return {
    ...{ of: 'rule', follows: rule, verdict: 'fails', severity, because, facts: [], computation: [] },
    ...{ citation: law.cited(ground, day), confidence },
  };
}

/** Which step of which way found no office, or that the law of that day has no way. */
function byRoute(law: Law, details: Told['details'], today: CivilDate): Explanation {
  const day = civilDateSchema.safeParse(details['day']).data ?? today;
  const named = details['template'];
  const row = (typeof named === 'string' ? law.template(named) : undefined) ?? law.regimeOn(day);
  const title = titleSchema.safeParse(details['title']).data;
  const facts = [
    ...primitives(details),
    ...(title === undefined
      ? []
      : [
          { key: 'stepVi', value: title.vi },
          { key: 'stepEn', value: title.en },
        ]),
  ];
  return rests(law, row, { follows: 'route', because: String(details['reason']), facts, day });
}

interface Said {
  readonly follows: string;
  readonly because?: string;
  readonly facts: readonly Fact[];
  readonly day: CivilDate;
}

const rests = (law: Law, row: Dated, { follows, because, facts, day }: Said): Explanation => ({
  of: 'refusal',
  follows,
  ...(because !== undefined && { because }),
  facts: [...facts],
  computation: [],
  citation: law.cited(row, day),
  confidence: row.confidence,
});

const primitives = (details: Told['details']): Fact[] =>
  Object.entries(details).flatMap(([key, value]): Fact[] =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [{ key, value }]
      : [],
  );
