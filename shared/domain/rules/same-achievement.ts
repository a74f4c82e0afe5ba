import { keepsAchievement } from '../case.ts';
import type { AchievementAnswer } from '../judged-achievement.ts';
import type { Severity } from '../law/rule-ground.ts';
import { overlaps } from '../subject.ts';
import type { CivilDate } from '../time.ts';
import type { CaseFacts, NominationFacts, OtherCase, PastAward } from './facts.ts';
import { formFacts, isCommendation } from './form-fact.ts';
import { likestStretch, subjectLikeness, textLikeness } from './likeness.ts';
import type { Fact } from '../law/computation.ts';
import type { Setting } from './rule.ts';

/** Something that a person must judge, with what is needed to show both sides. */
export interface Finding {
  /** Of the other case or award: both sides are laid beside each other by it. */
  readonly id: string;
  /** The other one ended without an award: it is shown, and bars nothing. */
  readonly ended?: true;
  /** A person says whether it is one achievement (`open`), or has said so. */
  readonly judged?: AchievementAnswer | 'open';
  readonly because: string;
  readonly severity: Severity;
  readonly facts: readonly Fact[];
}

interface Span {
  readonly achievementFrom?: CivilDate | undefined;
  readonly achievementTo?: CivilDate | undefined;
}

/** Undefined where one of them has no days. */
function sameTime(one: Span, other: Span): boolean | undefined {
  const [from, to] = [one.achievementFrom, one.achievementTo];
  const [otherFrom, otherTo] = [other.achievementFrom, other.achievementTo];
  if (from === undefined || to === undefined || otherFrom === undefined || otherTo === undefined)
    return undefined;
  return overlaps({ from, to }, { from: otherFrom, to: otherTo });
}

function spanFacts({ achievementFrom, achievementTo }: Span): Fact[] {
  return [
    ...(achievementFrom === undefined ? [] : [{ key: 'otherFrom', value: achievementFrom }]),
    ...(achievementTo === undefined ? [] : [{ key: 'otherTo', value: achievementTo }]),
  ];
}

const written = ({ citation, report }: { readonly citation: string; readonly report: string }): string =>
  `${citation}\n${report}`;

const percent = (key: string, value: number): Fact => ({ key, value: Math.round(value) });

/** What another case has in common with this one; undefined where both may go on. */
export function findingAbout(
  { nomination, decision }: CaseFacts & { readonly nomination: NominationFacts },
  other: OtherCase,
  setting: Setting,
): Finding | undefined {
  const about = otherFacts(other, setting);
  if (other.linked) return linkedFinding(nomination, other, decision !== undefined, setting, about);
  const run = setting.law.number('likeness.run', setting.day).value;
  const text = textLikeness(written(nomination), written(other), run);
  const alike = text >= setting.law.number('likeness.text', setting.day).value;
  const who = whoIs(nomination, other, alike);
  if (who === 'other') return copiedFinding(nomination, other, setting, about);
  if (!comparable(nomination, other, setting)) return undefined;
  const likeness = { who, alike, together: sameTime(nomination, other) };
  const alikeIn = comparedFinding(nomination, likeness);
  if (alikeIn === undefined) return undefined;
  const found = { id: other.id, ...alikeIn, facts: [...about, percent('likeness', text)] };
  return keepsAchievement(other.status)
    ? afterJudgement(found, other.judged, 'judgedSame')
    : { ...found, ended: true };
}

/** A person's word stands over whatever is alike: one achievement bars, two don't. */
function afterJudgement(found: Finding, judged: AchievementAnswer | undefined, because: string): Finding {
  if (judged !== 'same') return { ...found, judged: judged ?? 'open' };
  return { ...found, because, severity: 'block', judged };
}

interface Likeness {
  readonly who: 'same' | 'likely';
  readonly alike: boolean;
  readonly together: boolean | undefined;
}

function comparedFinding(
  { type }: NominationFacts,
  { who, alike, together }: Likeness,
): Pick<Finding, 'because' | 'severity'> | undefined {
  if (type === 'service') return { because: 'sameForm', severity: who === 'same' ? 'block' : 'warn' };
  if (together === false && !alike) return undefined;
  if (who === 'likely') return { because: 'likelySame', severity: 'warn' };
  if (together === true && alike) return { because: 'sameAchievement', severity: 'block' };
  return { because: alike ? 'sameText' : 'samePeriod', severity: 'warn' };
}

/** A person's answer first; without one, how like they are. */
function whoIs(nomination: NominationFacts, other: OtherCase, alike: boolean): 'same' | 'likely' | 'other' {
  if (other.sameSubject !== undefined) return other.sameSubject ? 'same' : 'other';
  const likeness = subjectLikeness(nomination, other);
  if (likeness === 'near') return alike ? 'likely' : 'other';
  return likeness;
}

/** Years of service and what was done in one of them are two achievements; a title or a recognition is no commendation. */
function comparable(
  { form, type }: NominationFacts,
  other: Pick<OtherCase | PastAward, 'form' | 'type'>,
  { law }: Setting,
): boolean {
  if (!isCommendation(law, form) || !isCommendation(law, other.form)) return false;
  return form === other.form || (type !== 'service' && other.type !== 'service');
}

const otherFacts = ({ id, form, name, unit, ...span }: OtherCase, { law }: Setting): Fact[] => [
  { key: 'otherCase', value: id },
  { key: 'otherName', value: name },
  { key: 'otherUnit', value: unit },
  ...formFacts(law, 'otherForm', form),
  ...spanFacts(span),
];

/** Khen cao: one of them at most ends in an award, and the lower one waits. */
function linkedFinding(
  { form }: NominationFacts,
  other: OtherCase,
  deciding: boolean,
  { law }: Setting,
  facts: readonly Fact[],
): Finding | undefined {
  if (other.status === 'AWARDED') return { id: other.id, because: 'linkedAwarded', severity: 'block', facts };
  const lower = (law.form(form)?.rank ?? 0) < (law.form(other.form)?.rank ?? 0);
  if (!deciding || !lower || !keepsAchievement(other.status)) return undefined;
  return { id: other.id, because: 'linkedWaits', severity: 'hold', facts };
}

/** One paragraph in the reports of several people. */
function copiedFinding(
  { report }: NominationFacts,
  other: OtherCase,
  { law, day }: Setting,
  about: readonly Fact[],
): Finding | undefined {
  const [run, stretch] = [law.number('likeness.run', day).value, law.number('likeness.stretch', day).value];
  const share = likestStretch(report, other.report, run, stretch);
  if (share < law.number('likeness.copied', day).value) return undefined;
  const facts = [...about, percent('likeness', share)];
  return { id: other.id, because: 'copied', severity: 'warn', facts };
}

/** What a past award of the same subject has in common with this achievement. */
export function findingInHistory(
  nomination: NominationFacts,
  award: PastAward,
  setting: Setting,
): Finding | undefined {
  const { achievementFrom: from, type } = nomination;
  if (type === 'service' || !comparable(nomination, award, setting)) return undefined;
  const together = sameTime(nomination, award);
  if (together === false || (together === undefined && from !== undefined && award.on < from))
    return undefined;
  const run = setting.law.number('likeness.run', setting.day).value;
  const text = textLikeness(written(nomination), award.citation ?? '', run);
  const alike = text >= setting.law.number('likeness.text', setting.day).value;
  const certain = together === true && alike;
  const found: Finding = {
    id: award.id ?? award.number,
    because: certain ? 'awardedBefore' : 'awardedInPeriod',
    severity: certain && award.toldByOthers !== true ? 'block' : 'warn',
    facts: [
      { key: 'otherDecision', value: award.number },
      { key: 'decidedOn', value: award.on },
      { key: 'authority', value: award.authority },
      ...formFacts(setting.law, 'otherForm', award.form),
      ...spanFacts(award),
      percent('likeness', text),
    ],
  };
  return afterJudgement(found, award.judged, 'judgedSamePast');
}
