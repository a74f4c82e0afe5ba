import type { Actor } from '../../domain/actor.ts';
import { isEnded, type Case, type CaseStatus } from '../../domain/case.ts';
import { namesOn } from '../../domain/directory.ts';
import type { AchievementAnswer } from '../../domain/judged-achievement.ts';
import { caseIdSchema, type CaseId } from '../../domain/id.ts';
import type { OtherCase, PastAward } from '../../domain/rules/facts.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { readOrganisations } from '../../records/directory-record.ts';
import { readHistory } from '../../records/history-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { councilNote, endOf, type CaseEnd } from '../views/case-end.ts';

/** Under which an award stands: as issued decisions are known to everybody who is told of the award. */
interface Decision {
  readonly number: string;
  readonly date: string;
  readonly authority: string;
}

/** One side of two that look alike: what matching may show, with form and time, and what became of it. */
export type Side = Pick<
  OtherCase,
  'form' | 'name' | 'birthYear' | 'unit' | 'achievementFrom' | 'achievementTo'
> & {
  /** Under which a person judges it. */
  readonly id: string;
  /** Whether it waits to be judged, or what was said; absent: nobody is asked. */
  readonly judged?: AchievementAnswer | 'open';
  /** A case of this system; absent: an award that was brought in. */
  readonly case?: string;
  /** Whether this reader may open it. */
  readonly readable: boolean;
  readonly status: CaseStatus;
  /** What it was or is for: of a case for those only who may open it, of an award as its decision says it. */
  readonly citation?: string;
  readonly decision?: Decision;
  readonly endedOn?: string;
  /** The office whose act ended it. */
  readonly endedBy?: string;
  /** Why not, for those only who may open it. */
  readonly end?: CaseEnd;
};

/** Of another case: how a reader is shown it, and what became of it; undefined: not at all. */
export type ShowSide = (other: OtherCase | PastAward) => Promise<Side | undefined>;

/** Of another case, or an award: as R01 names it. */
export const idOf = (one: OtherCase | PastAward): string => one.id ?? ('number' in one ? one.number : '');

const matching = ({ id, form, birthYear, ...its }: OtherCase) => ({
  id,
  form,
  name: its.name,
  birthYear,
  unit: its.unit,
  achievementFrom: its.achievementFrom,
  achievementTo: its.achievementTo,
});

/** Whoever only types learns nothing of what ended: nobody could tell afterwards who asked for whom. */
export const sideOfTyped: ShowSide = (other) => {
  if ('authority' in other) {
    const { citation, ...shown } = awardSide(other);
    return Promise.resolve(shown);
  }
  const { id, status } = other;
  const hidden = isEnded(status) && status !== 'AWARDED';
  return Promise.resolve(hidden ? undefined : { ...matching(other), case: id, status, readable: false });
};

/** As this reader may see them: a case of another office by what matching shows, its own with what it says and why it ended. */
export const sideFor =
  (ports: Ports, actor: Actor): ShowSide =>
  async (other) => {
    const id = caseIdSchema.safeParse(other.id).data;
    const found = id && (await readCase(ports, id));
    const readable = found !== undefined && (await mayReadCase(ports, actor, found));
    if ('authority' in other) return { ...awardSide(other), ...(found && { case: found.id }), readable };
    return {
      ...matching(other),
      case: other.id,
      readable,
      status: other.status,
      ...(readable ? { citation: other.citation } : {}),
      ...(found && isEnded(other.status) ? await endedPart(ports, found, readable) : {}),
    };
  };

function awardSide(award: PastAward): Side {
  const { number, on: date, authority, citation, name = '', unit = '' } = award;
  const { form, birthYear, achievementFrom, achievementTo } = award;
  return {
    ...{ id: idOf(award), form, name, birthYear, unit, achievementFrom, achievementTo },
    readable: false,
    status: 'AWARDED',
    ...(citation === undefined ? {} : { citation }),
    decision: { number, date, authority },
  };
}

async function readCase({ store }: Ports, id: CaseId): Promise<Case | undefined> {
  const [item] = await store.get([keys.caseMeta(id)]);
  return loadCase(item)?.value;
}

async function endedPart(
  ports: Ports,
  subject: Case,
  readable: boolean,
): Promise<Pick<Side, 'decision' | 'endedOn' | 'endedBy' | 'end'>> {
  const { endedOn } = subject;
  if (subject.status === 'AWARDED') {
    const decision = await decisionOf(ports, subject);
    return decision === undefined ? {} : { decision };
  }
  const last = subject.route?.steps.findLast(({ outcome }) => outcome === 'ended')?.organisation;
  const office = subject.status === 'WITHDRAWN' ? subject.enteredBy : last;
  const [history, note, names] = await Promise.all([
    readable ? readHistory(ports.store, recordId('CASE', subject.id)) : [],
    readable ? councilNote(ports, subject) : undefined,
    readOrganisations(ports.store, office === undefined ? [] : [office]),
  ]);
  const end = endOf(subject, history, note);
  const called = names.get(office ?? '');
  return {
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(called === undefined ? {} : { endedBy: (endedOn ? namesOn(called, endedOn) : called).name }),
    ...(end === undefined ? {} : { end }),
  };
}

async function decisionOf({ store }: Ports, { settledBy }: Case): Promise<Decision | undefined> {
  const id = settledBy.at(-1);
  const [item] = id === undefined ? [] : await store.get([keys.listMeta(id)]);
  const list = loadList(item)?.value;
  if (list?.number === undefined || list.date === undefined) return undefined;
  const { number, date } = list;
  const office = (await readOrganisations(store, [list.organisation])).get(list.organisation);
  return { number, date, authority: list.authority ?? (office && namesOn(office, date).name) ?? '' };
}
