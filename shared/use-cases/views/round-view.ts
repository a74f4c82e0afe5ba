import { caseSchema, isEnded, type Case } from '../../domain/case.ts';
import type { OrganisationId, PersonId, RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { subjectKinds, type AwardForm, type Round, type SubjectKind } from '../../domain/round.ts';
import type { Ports } from '../../ports.ts';
import { decode } from '../../records/item.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { allAwardForms } from '../../regimes/regime.ts';
import { readRound } from '../routing.ts';
import { readNames, readReader, type OrganisationName } from './reader.ts';

/** How far a quota is used: nominations sent and not ended otherwise than by an award. Shown, never enforced here. */
export interface QuotaUse {
  readonly kind: SubjectKind;
  readonly organisation?: OrganisationName;
  readonly count: number;
  readonly used: number;
}

export interface RoundFormView {
  readonly form: string;
  readonly name: AwardForm['name'];
  readonly closingDay: string;
  readonly councilDay: string;
  readonly quotas: readonly QuotaUse[];
  readonly sent: Readonly<Record<SubjectKind, number>>;
}

export interface RoundView {
  readonly round: Round;
  readonly owner: OrganisationName;
  readonly forms: readonly RoundFormView[];
  /** The reader may let organisations in after the closing day. */
  readonly ownedByReader: boolean;
}

/** A round with its days and quotas. Counts only; who was nominated is read case by case. */
export async function readRoundView(ports: Ports, person: PersonId, id: RoundId): Promise<RoundView> {
  const reader = await readReader(ports, person);
  const round = await readRound(ports, id);
  if (round === undefined) throw new Refusal('RoundNotFound', { round: id });
  const items = await queryAll(ports.store, { index: 'g3', pk: indexes.casesOfRound(id).pk });
  const counted = items.map((item) => decode(caseSchema, item)).filter(counts);
  const organisations = round.forms.flatMap((open) =>
    open.quotas.flatMap((quota) => quota.organisation ?? []),
  );
  const names = await readNames(ports, [round.owner, ...organisations], []);
  return {
    round,
    owner: names.organisation(round.owner),
    ownedByReader: reader.posts.some((post) => post.organisation === round.owner && post.role === 'officer'),
    forms: round.forms.map((open) => {
      const own = counted.filter((subject) => subject.form === open.form);
      return {
        form: open.form,
        name: allAwardForms.find((form) => form.code === open.form)?.name ?? { vi: open.form, en: open.form },
        closingDay: open.closingDay,
        councilDay: open.councilDay,
        quotas: open.quotas.map(({ kind, count, organisation }) => ({
          kind,
          count,
          used: usedBy(own, kind, organisation),
          ...(organisation === undefined ? {} : { organisation: names.organisation(organisation) }),
        })),
        sent: countByKind(own),
      };
    }),
  };
}

const counts = (subject: Case): boolean =>
  subject.submittedOn !== undefined && (!isEnded(subject.status) || subject.status === 'AWARDED');

function usedBy(cases: readonly Case[], kind: SubjectKind, organisation: OrganisationId | undefined): number {
  return cases.filter(
    (subject) =>
      subject.subjectKind === kind && (organisation === undefined || subject.enteredBy === organisation),
  ).length;
}

function countByKind(cases: readonly Case[]): Record<SubjectKind, number> {
  const [individual, collective, household] = subjectKinds.map((kind) => usedBy(cases, kind, undefined));
  return { individual: individual ?? 0, collective: collective ?? 0, household: household ?? 0 };
}
