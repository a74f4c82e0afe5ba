import { explainedRefusal, restsOnLaw } from '../../domain/law/explained-refusal.ts';
import { explanationsIn } from '../../domain/law/explanation.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';

/**
 * A refusal with what of the law it rests on, for page and API alike. One that rests on none, or says so itself, is as it
 * was; so is one for which the law can't be read now, since it is an answer all the same.
 */
export async function explainRefusal(
  ports: Pick<Ports, 'law' | 'clock'>,
  refusal: Refusal,
): Promise<Refusal> {
  const { code, details, faults } = refusal;
  if (!restsOnLaw(code) || explanationsIn(refusal).length > 0) return refusal;
  const law = await ports.law.current().catch(() => undefined);
  const why = law && explainedRefusal(law, refusal, ports.clock.today());
  return why === undefined ? refusal : new Refusal(code, { ...details, explanations: [why] }, faults);
}
