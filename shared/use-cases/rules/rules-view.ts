import { openStep, type Case } from '../../domain/case.ts';
import type { CaseId, PersonId } from '../../domain/id.ts';
import { explainedRule, type Explanation } from '../../domain/law/explanation.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CaseFacts, OtherCase } from '../../domain/rules/facts.ts';
import { lawDayOf, type RuleResult, type RuleStage } from '../../domain/rules/rule.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { readHistory } from '../../records/history-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { readSubjects } from '../../records/subject-record.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { expectRoute, readGround } from '../rounds/routing.ts';
import { readReader } from '../views/reader.ts';
import { judgeCase } from './judge-case.ts';

/** One side of two that look alike: what matching may show, with form and time; never what it says. */
export type Side = Pick<
  OtherCase,
  'form' | 'name' | 'birthYear' | 'unit' | 'achievementFrom' | 'achievementTo'
> & {
  readonly case: string;
  /** Whether this reader may open it. */
  readonly readable: boolean;
};

export interface RulesView {
  readonly stage: RuleStage;
  /** Whose law was asked, unless a rule has a day of its own. */
  readonly lawOf: string;
  readonly explanations: readonly Explanation[];
  /** Other cases that R01 found, to be laid beside this one. */
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
  const asking = { subject, content, route, own: own?.value, said, happened };
  const { results, facts } = await judgeCase(ports, asking, stage);
  const readable = async (other: string): Promise<boolean> => {
    const [item] = await ports.store.get([keys.caseMeta(other)]);
    const found = loadCase(item)?.value;
    return found !== undefined && mayReadCase(ports, actor, found);
  };
  return viewOf({ stage, results, facts }, readable);
}

interface Looked {
  readonly stage: RuleStage;
  readonly results: readonly RuleResult[];
  readonly facts: CaseFacts;
}

export async function viewOf(
  { stage, results, facts }: Looked,
  readable: (other: string) => Promise<boolean>,
): Promise<RulesView> {
  const found = results
    .filter(({ rule }) => rule === 'R01')
    .flatMap((result) => result.facts.filter(({ key }) => key === 'foundIn'))
    .flatMap(({ value }) => String(value).split(', '));
  const others = (facts.others ?? []).filter(({ id }) => found.includes(id)).slice(0, mostSides);
  return {
    stage,
    lawOf: lawDayOf(facts),
    explanations: results.map(explainedRule),
    sides: await Promise.all(others.map(async (other) => sideOf(other, await readable(other.id)))),
  };
}

const mostSides = 10;

function sideOf(
  { id, form, name, birthYear, unit, achievementFrom, achievementTo }: OtherCase,
  readable: boolean,
): Side {
  return { case: id, form, name, birthYear, unit, achievementFrom, achievementTo, readable };
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
function stageOf(subject: Case): RuleStage {
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
