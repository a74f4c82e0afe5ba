import { submit } from '../../domain/case-acts/entering.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import type { CaseId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  overlapping,
  subjectGuardSchema,
  withoutCase,
  type GuardEntry,
  type SubjectGuard,
} from '../../domain/subject.ts';
import type { Ports, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loaded, replace, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { awardForm } from '../../regimes/regime.ts';
import type { CaseScene, Decided } from './case-scene.ts';
import { openLikenesses } from './likeness.ts';
import { admissionOf } from '../rounds/rounds.ts';
import { expectRoute, readRound, roundDaysOf } from '../rounds/routing.ts';
import { mayReadCase } from '../acting/who-reads.ts';

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
  return { change, writes: [await claimGuard(scene, command)] };
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
    throw new Refusal(
      'AwardNotOpenInRound',
      { form: form.code, open: round.forms.map((open) => open.form) },
      [{ field: 'form', code: 'notOpen' }],
    );
  }
  if (subject.subjectKind === undefined || !form.subjectKinds.includes(subject.subjectKind)) {
    throw new Refusal('SubjectKindNotEligible', { form: form.code, kinds: form.subjectKinds }, [
      { field: 'subjectKind', code: 'kindNotEligible' },
    ]);
  }
  if (ports.clock.today() <= days.closingDay) return false;
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

const emptyGuard: SubjectGuard = { nominations: [] };

async function readGuard(ports: Ports, subject: Case): Promise<Loaded<SubjectGuard> | undefined> {
  const [item] = await ports.store.get([keys.guard(subject.round ?? '', subject.subject ?? '')]);
  return loaded(subjectGuardSchema, item);
}

/** The other nomination is named to whoever may read it; of others no more is said than that there is one. */
async function ifReadable({ ports, context }: CaseScene, id: CaseId): Promise<{ case?: CaseId }> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const other = loadCase(item)?.value;
  return other !== undefined && (await mayReadCase(ports, context.actor, other)) ? { case: id } : {};
}

async function claimGuard(scene: CaseScene, command: CaseCommand<'submit'>): Promise<Write> {
  const { ports } = scene;
  const subject = scene.meta.value;
  const content = scene.content.value;
  const before = await readGuard(ports, subject);
  const guard = before?.value ?? emptyGuard;
  const from = content.achievementFrom ?? ports.clock.today();
  const entry: GuardEntry = {
    case: subject.id,
    form: subject.form ?? '',
    from,
    to: content.achievementTo ?? from,
    declaredOther: command.otherAchievement !== undefined,
  };
  const clash = overlapping(guard, entry);
  if (clash !== undefined && !entry.declaredOther) {
    throw new Refusal('AchievementAlreadyNominated', {
      form: clash.form,
      from: clash.from,
      to: clash.to,
      ...(await ifReadable(scene, clash.case)),
    });
  }
  const next: SubjectGuard = { nominations: [...withoutCase(guard, subject.id).nominations, entry] };
  return replace(keys.guard(subject.round ?? '', subject.subject ?? ''), next, before);
}

/** Takes the case out of its subject's guard: its achievement may be nominated again. */
export async function freeGuard({ ports, meta }: Pick<CaseScene, 'ports' | 'meta'>): Promise<Write[]> {
  const subject = meta.value;
  if (subject.round === undefined || subject.subject === undefined) return [];
  const before = await readGuard(ports, subject);
  if (before === undefined) return [];
  return [replace(keys.guard(subject.round, subject.subject), withoutCase(before.value, subject.id), before)];
}
