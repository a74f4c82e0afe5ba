import { judgedBy } from '../../domain/case-acts/change.ts';
import { submit } from '../../domain/case-acts/entering.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Round } from '../../domain/round.ts';
import type { CivilDate } from '../../domain/time.ts';
import { keys } from '../../records/keys.ts';
import { marksWrites } from '../../records/marks-record.ts';
import { readBehindCase } from './behind-case.ts';
import { subjectOfCase, type CaseScene, type Decided } from './case-scene.ts';
import { requireEligible } from './eligible-kind.ts';
import { openLikenesses, type Likeness } from './likeness.ts';
import { expectRoute, groundOf, readAround, roundDaysOf } from '../rounds/routing.ts';
import { keepRules } from '../rules/judge-case.ts';
import { claimGuard } from './subject-guard.ts';

/** From draft to the first step: round, closing day, eligibility, identity and the one achievement – one award guard. */
export async function decideSubmit(scene: CaseScene, command: CaseCommand<'submit'>): Promise<Decided> {
  const { ports, meta, content, setting } = scene;
  const subject = meta.value;
  const [{ own, named, admitted, likenesses, guard }, around] = await Promise.all([
    readNamed(scene),
    readAround(ports, subject.area),
  ]);
  const ground = groundOf(named, around);
  const admittedLate =
    subject.kind === 'nomination' && isLate(subject, ground.round, { today: setting.today, admitted });
  const route = expectRoute(ground, subject, setting.today);
  refuseFuture(content.value, setting.today);
  const change = submit({ ...subject, admittedLate }, content.value, command, route, setting);
  refuseOpenIdentity(likenesses);
  const otherAchievement = command.otherAchievement !== undefined;
  const writes = await claimGuard(scene, guard, otherAchievement);
  const rules = await keepRules(
    ports,
    {
      subject,
      content: content.value,
      own: own?.value,
      route,
      said: { otherAchievement, noSecrets: command.noSecrets },
    },
    { stage: 'submit', reasons: command.reasons },
  );
  return {
    change: judgedBy(rules, change),
    writes: [...writes, ...marksWrites(subject, content.value)],
  };
}

/** What the case names, and what its subject asks. */
async function readNamed(scene: CaseScene) {
  const { ports, meta } = scene;
  const { round, enteredBy } = meta.value;
  const own = await subjectOfCase(scene);
  const [behind, likenesses] = await Promise.all([
    readBehindCase(scene, own, round === undefined ? [] : [keys.admission(round, enteredBy)]),
    own === undefined ? [] : openLikenesses(ports, own.value),
  ]);
  const [admission] = behind.items;
  return { ...behind, own, admitted: admission !== undefined, likenesses };
}

/** What is to be honoured has been done by the day on which it is sent. */
function refuseFuture({ achievementTo }: CaseContent, today: Case['createdOn']): void {
  if (achievementTo === undefined || achievementTo <= today) return;
  throw new Refusal('InputInvalid', {}, [{ field: 'content.achievementTo', code: 'inFuture' }]);
}

/** @throws Refusal where the round doesn't take the case, or takes it no more and didn't let its organisation in */
function isLate(
  subject: Case,
  round: Round | undefined,
  { today, admitted }: { today: CivilDate; admitted: boolean },
): boolean {
  if (round === undefined) throw new Refusal('RoundNotFound', { round: subject.round ?? '' });
  const { form = '', subjectKind } = subject;
  const days = roundDaysOf(round, form);
  if (days === undefined) {
    const open = round.forms.map((one) => one.form);
    throw new Refusal('AwardNotOpenInRound', { form, open });
  }
  requireEligible(form, subjectKind, today);
  if (today < round.opensOn) throw new Refusal('RoundNotOpen', { opensOn: round.opensOn, round: round.id });
  if (today <= days.closingDay) return false;
  if (admitted) return true;
  throw new Refusal('ClosingDayPassed', { closingDay: days.closingDay, round: round.id });
}

/** Two subjects of like name and birth year are never refused, but somebody must say whether they are one. */
function refuseOpenIdentity(open: readonly Likeness[]): void {
  if (open.length === 0) return;
  throw new Refusal('IdentityQuestionOpen', {
    candidates: open.map((other) => ({
      subject: other.id,
      name: other.name,
      birthYear: other.birthYear,
      unit: other.unit,
      residentialGroup: other.residentialGroup,
    })),
  });
}
