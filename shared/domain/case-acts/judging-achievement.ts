import type { Case } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import type { ActSetting, CaseChange } from './change.ts';

const actOf = { other: 'AchievementsToldApart', same: 'AchievementsToldOne' } as const;

/**
 * One achievement is commended once (Law 06/2022/QH15, Art. 5): whoever has the case says whether this one and another are
 * one. It is kept with both ids, and R01 rests on it from here on; saying it again takes the earlier word's place.
 */
export function judgeAchievement(
  subject: Case,
  { other, answer, reason }: CaseCommand<'judgeAchievement'>,
  { today, post }: ActSetting,
): CaseChange {
  const before = (subject.judgedAchievements ?? []).filter((one) => one.other !== other);
  const judged = { other, answer, by: post.person, on: today };
  return {
    subject: { ...subject, judgedAchievements: [...before, judged] },
    entry: { act: actOf[answer], facts: { other }, payload: { reason } },
  };
}
