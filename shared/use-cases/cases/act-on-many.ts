import { z } from 'zod';
import type { CaseCommand, CaseCommandName } from '../../domain/case-command.ts';
import { caseIdSchema, type CaseId } from '../../domain/id.ts';
import { isRefusal, refusalCodeSchema, type RefusalCode } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { actInParts, type ActRequest, type PartsAnswer } from '../acting/request.ts';
import { inTurns } from '../acting/in-turns.ts';
import { actOnCase } from './act-on-case.ts';

/** One of many cases: what is done to it, and what whoever does it has seen of it. */
export interface OneOfMany<Name extends CaseCommandName> {
  readonly id: CaseId;
  readonly command: CaseCommand<Name>;
  readonly ifStep?: number | undefined;
  readonly ifVersion?: number | undefined;
}

const resultSchema = z.object({
  id: caseIdSchema,
  refusal: refusalCodeSchema.optional(),
  /** Rules on which the refusal rests. */
  rules: z.array(z.string()).optional(),
});
export type ResultOfOne = z.infer<typeof resultSchema>;

/** What is wrong with the asker is wrong for all. */
const ofTheWhole: readonly RefusalCode[] = ['SignInNeeded', 'PostEnded'];
const atOnce = 4;

/** One act on many cases, on each an act of its own with a result of its own; a retry of the same request does what is left. */
export async function actOnMany<Name extends CaseCommandName>(
  ports: Ports,
  request: ActRequest,
  name: Name,
  cases: readonly OneOfMany<Name>[],
): Promise<PartsAnswer<ResultOfOne>> {
  return actInParts(ports, request, resultSchema, async () => ({
    answer: { id: request.person, version: 0, act: name },
    results: await inTurns(cases, atOnce, (one) => actOnOne(ports, request, name, one)),
  }));
}

async function actOnOne<Name extends CaseCommandName>(
  ports: Ports,
  request: ActRequest,
  name: Name,
  { id, command, ifStep, ifVersion }: OneOfMany<Name>,
): Promise<ResultOfOne> {
  const { person, bodyHash } = request;
  const own: ActRequest = {
    person,
    bodyHash,
    key: `${request.key}/${id}`,
    ...(ifStep === undefined ? {} : { ifStep }),
    ...(ifVersion === undefined ? {} : { ifVersion }),
  };
  try {
    await actOnCase(ports, own, id, name, command);
    return { id };
  } catch (error) {
    if (!isRefusal(error) || ofTheWhole.includes(error.code)) throw error;
    const named = error.faults.flatMap(({ limit }) => (typeof limit === 'string' ? limit : []));
    const rules = [...new Set(named.filter((rule) => /^R\d{2}$/.test(rule)))];
    return { id, refusal: error.code, ...(rules.length === 0 ? {} : { rules }) };
  }
}
