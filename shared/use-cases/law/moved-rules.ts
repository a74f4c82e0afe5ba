import type { Case } from '../../domain/case.ts';
import type { Law } from '../../domain/law/law.ts';
import { allRules } from '../../domain/rules/all-rules.ts';
import { judged, type RuleResult } from '../../domain/rules/rule.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadContent } from '../../records/case-record.ts';
import { readHistory } from '../../records/history-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { readSubjects } from '../../records/subject-record.ts';
import { gatherFacts } from '../rules/gather-facts.ts';
import { stageOf } from '../rules/rules-view.ts';

type Found = Pick<RuleResult, 'verdict' | 'severity'>;

/** A rule that finds something else; absent: it is silent. */
export interface MovedRule {
  readonly rule: string;
  readonly was?: Found;
  readonly becomes?: Found;
}

interface Compared {
  readonly now: Law;
  readonly then: Law;
  readonly day: CivilDate;
}

/**
 * What the rules of the step where a case stands would find otherwise by another law, were they asked on that day. What is
 * known of the case is read once and judged by both.
 */
export async function movedRules(
  ports: Pick<Ports, 'store' | 'clock' | 'vault'>,
  cases: readonly Case[],
  { now, then, day }: Compared,
): Promise<ReadonlyMap<Case['id'], readonly MovedRule[]>> {
  const contents = await getAll(
    ports.store,
    cases.map(({ id }) => keys.caseContent(id)),
  );
  const moved = new Map<Case['id'], readonly MovedRule[]>();
  for (const [place, subject] of cases.entries()) {
    const content = loadContent(contents[place])?.value;
    if (content === undefined) continue;
    const own = subject.subject === undefined ? [] : await readSubjects(ports.store, [subject.subject]);
    const happened = (await readHistory(ports.store, recordId('CASE', subject.id))).map(({ entry }) => entry);
    const gathered = await gatherFacts(ports, { subject, content, own: own[0]?.value, happened });
    const facts = { ...gathered, today: day };
    const [before, after] = [now, then].map((law) => judged(allRules, facts, law, stageOf(subject)));
    moved.set(subject.id, differing(before ?? [], after ?? []));
  }
  return moved;
}

function differing(before: readonly RuleResult[], after: readonly RuleResult[]): MovedRule[] {
  const rules = [...new Set([...before, ...after].map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const [was, becomes] = [before, after].map((found) => foundBy(found, rule));
    if (isSame(was, becomes)) return [];
    return [{ rule, ...(was && { was }), ...(becomes && { becomes }) }];
  });
}

/** How grave a rule is that is kept makes no difference. */
const isSame = (one: Found | undefined, other: Found | undefined): boolean =>
  one?.verdict === other?.verdict && (one?.verdict !== 'fails' || one.severity === other?.severity);

function foundBy(results: readonly RuleResult[], rule: string): Found | undefined {
  const result = results.find((one) => one.rule === rule);
  return result && { verdict: result.verdict, severity: result.severity };
}
