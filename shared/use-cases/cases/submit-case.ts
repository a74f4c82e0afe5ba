import { submit } from '../../domain/case-acts/entering.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { awardForm } from '../../regimes/regime.ts';
import type { CaseScene, Decided } from './case-scene.ts';
import { openLikenesses } from './likeness.ts';
import { admissionOf } from '../rounds/rounds.ts';
import { expectRoute, readRound, roundDaysOf } from '../rounds/routing.ts';
import { claimGuard } from './subject-guard.ts';

/** From draft to the first step: round, closing day, eligibility, identity and the one achievement – one award guard. */
export async function decideSubmit(scene: CaseScene, command: CaseCommand<'submit'>): Promise<Decided> {
  const { ports, meta, content, setting } = scene;
  const subject = meta.value;
  const round = await readRound(ports, subject.round);
  const admittedLate = subject.kind === 'nomination' && (await checkRound(ports, subject, round));
  const route = await expectRoute(ports, subject, round);
  refuseFuture(content.value, setting.today);
  const change = submit({ ...subject, admittedLate }, content.value, command, route, setting);
  if (subject.kind === 'modelProposal' || subject.subject === undefined) return { change };
  await refuseOpenIdentity(ports, subject);
  return { change, writes: await claimGuard(scene, command.otherAchievement !== undefined) };
}

/** What is to be honoured has been done by the day on which it is sent. */
function refuseFuture({ achievementTo }: CaseContent, today: Case['createdOn']): void {
  if (achievementTo === undefined || achievementTo <= today) return;
  throw new Refusal('InputInvalid', {}, [{ field: 'content.achievementTo', code: 'inFuture' }]);
}

async function checkRound(
  ports: Ports,
  subject: Case,
  round: Awaited<ReturnType<typeof readRound>>,
): Promise<boolean> {
  if (round === undefined) throw new Refusal('RoundNotFound', { round: subject.round ?? '' });
  const form = awardForm(subject.form ?? '');
  const days = roundDaysOf(round, form.code);
  if (days === undefined) {
    const open = round.forms.map((one) => one.form);
    throw new Refusal('AwardNotOpenInRound', { form: form.code, open });
  }
  if (subject.subjectKind === undefined || !form.subjectKinds.includes(subject.subjectKind)) {
    throw new Refusal('SubjectKindNotEligible', { form: form.code, kinds: form.subjectKinds });
  }
  const today = ports.clock.today();
  if (today < round.opensOn) throw new Refusal('RoundNotOpen', { opensOn: round.opensOn, round: round.id });
  if (today <= days.closingDay) return false;
  if (await admissionOf(ports, round.id, subject.enteredBy)) return true;
  throw new Refusal('ClosingDayPassed', { closingDay: days.closingDay, round: round.id });
}

/** Two subjects of like name and birth year are never refused, but somebody must say whether they are one. */
async function refuseOpenIdentity(ports: Ports, subject: Case): Promise<void> {
  const open = await openLikenesses(ports, subject);
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
