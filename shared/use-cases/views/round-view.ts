import type { OrganisationId, RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Round, SubjectKind } from '../../domain/round.ts';
import type { Ports } from '../../ports.ts';
import { readQuotasUsed, type QuotaUsed } from '../../records/quota-record.ts';
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

/** A round with its days and quotas. Counts only, kept by effects; who was nominated is read case by case. */
export async function readRoundView(ports: Ports, id: RoundId): Promise<RoundView> {
  const round = await readRound(ports, id);
  if (round === undefined) throw new Refusal('RoundNotFound', { round: id });
  const organisations = round.forms.flatMap((open) =>
    open.quotas.flatMap((quota) => quota.organisation ?? []),
  );
  const [names, used] = await Promise.all([
    readNames(ports, [round.owner, ...organisations], []),
    readQuotasUsed(ports.store, id),
  ]);
  return {
    round,
    owner: names.organisation(round.owner),
    forms: round.forms.map((open) => ({
      ...open,
      quotas: open.quotas.map(({ kind, count, organisation }) => ({
        kind,
        count,
        used: usedBy(used, { form: open.form, kind, organisation }),
        ...(organisation === undefined ? {} : { organisation: names.organisation(organisation) }),
      })),
    })),
  };
}

function usedBy(
  all: readonly QuotaUsed[],
  quota: {
    readonly form: string;
    readonly kind: SubjectKind;
    readonly organisation: OrganisationId | undefined;
  },
): number {
  return all
    .filter(({ organisation }) => quota.organisation === undefined || organisation === quota.organisation)
    .flatMap(({ used }) => used)
    .filter(({ form, kind }) => form === quota.form && kind === quota.kind)
    .reduce((sum, { count }) => sum + count, 0);
}
