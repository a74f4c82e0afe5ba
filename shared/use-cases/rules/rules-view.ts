import { openStep, type Case } from '../../domain/case.ts';
import type { CaseId, PersonId } from '../../domain/id.ts';
import { criteriaFor, type Criteria } from '../../domain/law/criteria.ts';
import type { Law } from '../../domain/law/law.ts';
import { explainedRule, type Explanation } from '../../domain/law/explanation.ts';
import type { Entry } from '../../domain/history.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CaseFacts } from '../../domain/rules/facts.ts';
import { judgeableIn } from '../../domain/rules/one-achievement.ts';
import { lawDayOf, type RuleResult, type RuleStage } from '../../domain/rules/rule.ts';
import { civilDateSchema, type CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { readHistory } from '../../records/history-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { readSubjects } from '../../records/subject-record.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { expectRoute, readGround } from '../rounds/routing.ts';
import { awardOf } from '../views/award-of.ts';
import { readReader } from '../views/reader.ts';
import { judgeCase } from './judge-case.ts';
import { idOf, sideFor, type ShowSide, type Side } from './sides.ts';

export interface RulesView {
  readonly stage: RuleStage;
  /** Whose law was asked, unless a rule has a day of its own. */
  readonly lawOf: string;
  /** What the form is given for, where no rule can judge it. */
  readonly criteria?: Criteria;
  readonly explanations: readonly Explanation[];
  /** Other cases and awards that R01 looked at, to be laid beside this one. */
  readonly sides: readonly Side[];
}

/**
 * The checklist of a case: what every rule of a stage finds as it stands now.
 * @param stage of the step where it stands, where none is named
 * @throws Refusal CaseNotFound for whoever may not read the case
 */
export async function readCaseRules(
  ports: Ports,
  person: PersonId,
  id: CaseId,
  asked?: RuleStage,
): Promise<RulesView> {
  const { actor } = await readReader(ports, person);
  const [metaItem, contentItem] = await ports.store.get([keys.caseMeta(id), keys.caseContent(id)]);
  const subject = loadCase(metaItem)?.value;
  const content = loadContent(contentItem)?.value;
  if (subject === undefined || content === undefined || !(await mayReadCase(ports, actor, subject)))
    throw new Refusal('CaseNotFound', { case: id });
  const [own] = subject.subject === undefined ? [] : await readSubjects(ports.store, [subject.subject]);
  const stage = asked ?? stageOf(subject);
  const route = subject.route ?? (await expected(ports, subject));
  // Before it is sent nobody has said yet what is asked of whoever sends it.
  const said = stage === 'submit' && subject.status === 'DRAFT' ? {} : undefined;
  const happened = (await readHistory(ports.store, recordId('CASE', id))).map(({ entry }) => entry);
  const decidedOn = await decisionDay(ports, subject, happened);
  const asking = { subject, content, route, own: own?.value, said, happened, decidedOn };
  return viewOf({ stage, ...(await judgeCase(ports, asking, stage)) }, sideFor(ports, actor));
}

interface Looked {
  readonly stage: RuleStage;
  readonly results: readonly RuleResult[];
  readonly facts: CaseFacts;
  readonly law: Law;
}

/** Both sides of what R01 found, then of what bars nothing: what was judged, and what ended. */
export async function viewOf({ stage, results, facts, law }: Looked, show: ShowSide): Promise<RulesView> {
  const { facts: read = [] } = results.find(({ rule }) => rule === 'R01') ?? {};
  const named = sideKeys.flatMap((wanted) =>
    read.flatMap(({ key, value }) => (key === wanted ? String(value).split(', ') : [])),
  );
  const known = new Map(
    [...(facts.history?.awards ?? []), ...(facts.others ?? [])].map((one) => [idOf(one), one]),
  );
  const found = [...new Set(named)].flatMap((id) => known.get(id) ?? []).slice(0, mostSides);
  const judgeable = judgeableIn(results);
  const sides = await Promise.all(
    found.map(async (one) => {
      const side = await show(one);
      const judged = judgeable.includes(idOf(one)) ? { judged: one.judged ?? ('open' as const) } : {};
      return side && { ...side, ...judged };
    }),
  );
  const lawOf = lawDayOf(facts);
  const criteria = facts.nomination && criteriaFor(law, facts.nomination, lawOf);
  return {
    stage,
    lawOf,
    ...(criteria && { criteria }),
    explanations: results.map(explainedRule),
    sides: sides.flatMap((side) => side ?? []),
  };
}

const sideKeys = ['foundIn', 'judgedIn', 'endedIn'];
const mostSides = 10;

/** Of the issued decision, or the signature that waits to be issued; or of the paper by which an authority outside did not award it. */
async function decisionDay(
  ports: Ports,
  subject: Case,
  happened: readonly Entry[],
): Promise<CivilDate | undefined> {
  const outside = happened.findLast(({ act }) => act === 'NotAwardedOutside')?.facts['date'];
  const day = (await awardOf(ports, subject))?.date ?? (await signedDay(ports, subject)) ?? outside;
  return civilDateSchema.safeParse(day).data;
}

async function signedDay({ store }: Ports, { list: id }: Case): Promise<CivilDate | undefined> {
  const [item] = id === undefined ? [] : await store.get([keys.listMeta(id)]);
  const list = loadList(item)?.value;
  if (list?.kind !== 'decision') return undefined;
  return list.state === 'ISSUED' ? list.date : list.signature?.on;
}

/** Without a way nobody can say which papers it makes itself; the page that shows ways says why there is none. */
async function expected(ports: Ports, subject: Case) {
  try {
    return expectRoute(await readGround(ports, subject), subject, ports.clock.today());
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Whoever writes a letter looks at what was appraised. */
export function stageOf(subject: Case): RuleStage {
  if (subject.status === 'DRAFT') return 'submit';
  switch (openStep(subject)?.kind) {
    case 'receive':
      return 'receive';
    case 'council':
      return 'council';
    case 'decide':
    case 'outside':
      return 'decide';
    case 'appraise':
    case 'opinion':
    case 'letter':
    case undefined:
      return 'appraise';
  }
}
