import type { Case, CaseContent } from '../../domain/case.ts';
import type { RoundId } from '../../domain/id.ts';
import type { List, ListRow } from '../../domain/list.ts';
import { quotaPlaceOf } from '../../domain/quota.ts';
import type { Round } from '../../domain/round.ts';
import { equalFact } from '../../domain/rules/case-facts.ts';
import { quotaRules } from '../../domain/rules/quota.ts';
import { judged, type RuleResult } from '../../domain/rules/rule.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { readQuotasUsed } from '../../records/quota-record.ts';
import { readRound } from '../rounds/routing.ts';

/** A quota of a round, and the cases of one agenda that would take its places. */
interface Contended {
  readonly form: string;
  readonly count: number;
  /** By cases that are not on the agenda. */
  readonly taken: number;
  readonly cases: readonly Case[];
}

/**
 * Who goes first (R07) where a round's places don't reach for all those on a council's agenda: one finding a quota, only
 * told. Of a sealed agenda nothing.
 */
export async function judgeEquals(ports: Ports, list: List, rows: readonly ListRow[]): Promise<RuleResult[]> {
  if (list.kind !== 'session' || list.sealed !== undefined || rows.length === 0) return [];
  const items = await getAll(
    ports.store,
    rows.map((row) => keys.caseMeta(row.case)),
  );
  const cases = items.flatMap((item) => loadCase(item)?.value ?? []);
  const rounds = [...new Set(cases.flatMap(({ round }) => round ?? []))];
  const contended = (await Promise.all(rounds.map((round) => contendedIn(ports, round, cases)))).flat();
  const law = await ports.law.current();
  const found = await Promise.all(
    contended.map(async ({ form, count, taken, cases: equal }) => {
      const equals = (await contentsOf(ports, equal)).flatMap((one) => equalFact(...one) ?? []);
      const quota = { count, taken, equals, form: law.form(form)?.name.vi ?? form };
      return judged(quotaRules, { today: list.heldOn ?? ports.clock.today(), quota }, law, 'council');
    }),
  );
  return found.flat();
}

async function contendedIn(ports: Ports, id: RoundId, all: readonly Case[]): Promise<Contended[]> {
  const round = await readRound(ports, id);
  if (round === undefined || round.forms.every(({ quotas }) => quotas.length === 0)) return [];
  const used = (await readQuotasUsed(ports.store, id)).flatMap(({ organisation, used: its }) =>
    its.map((one) => ({ ...one, organisation })),
  );
  return quotasOf(round).flatMap(({ form, kind, count, organisation }) => {
    const fits = (place: { form: string; kind: string; organisation: string } | undefined): boolean =>
      place?.form === form &&
      place.kind === kind &&
      (organisation === undefined || place.organisation === organisation);
    const cases = all.filter((subject) => subject.round === id && fits(quotaPlaceOf(subject)));
    const everywhere = used.filter(fits).reduce((sum, one) => sum + one.count, 0);
    const taken = Math.max(0, everywhere - cases.length);
    return cases.length > Math.max(0, count - taken) ? { form, count, taken, cases } : [];
  });
}

const quotasOf = ({ forms }: Round) =>
  forms.flatMap(({ form, quotas }) => quotas.map((quota) => ({ ...quota, form })));

async function contentsOf(ports: Ports, cases: readonly Case[]): Promise<[Case, CaseContent][]> {
  const items = await getAll(
    ports.store,
    cases.map(({ id }) => keys.caseContent(id)),
  );
  return cases.flatMap((subject, place): [Case, CaseContent][] => {
    const content = loadContent(items[place])?.value;
    return content === undefined ? [] : [[subject, content]];
  });
}
