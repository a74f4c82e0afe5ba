import { caseSchema, isEnded, type Case } from '../../domain/case.ts';
import type { OrganisationId, RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Round, SubjectKind } from '../../domain/round.ts';
import type { Ports } from '../../ports.ts';
import { decode } from '../../records/item.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { readRound } from '../rounds/routing.ts';
import { readNames, type OrganisationName } from './reader.ts';

/** How far a quota is used: nominations sent and not ended otherwise than by an award. Shown, never enforced here. */
export interface QuotaUse {
  readonly kind: SubjectKind;
  readonly organisation?: OrganisationName;
  readonly count: number;
  readonly used: number;
}

export interface RoundView {
  readonly round: Round;
  readonly owner: OrganisationName;
  readonly forms: readonly (Omit<Round['forms'][number], 'quotas'> & {
    readonly quotas: readonly QuotaUse[];
  })[];
}

/** A round with its days and quotas. Counts only; who was nominated is read case by case. */
export async function readRoundView(ports: Ports, id: RoundId): Promise<RoundView> {
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
    forms: round.forms.map((open) => ({
      ...open,
      quotas: open.quotas.map(({ kind, count, organisation }) => ({
        kind,
        count,
        used: usedBy(
          counted.filter((subject) => subject.form === open.form),
          kind,
          organisation,
        ),
        ...(organisation === undefined ? {} : { organisation: names.organisation(organisation) }),
      })),
    })),
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
