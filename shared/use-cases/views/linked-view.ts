import { isEnded, type Case } from '../../domain/case.ts';
import type { CaseId, PersonId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { law } from '../../regimes/shipped.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { readReader } from './reader.ts';

/** The other of two linked nominations, as the page of one of them shows it. */
export interface LinkedView {
  /** Only for whoever may read it, too. */
  readonly id?: CaseId;
  readonly form: { readonly vi: string; readonly en: string };
  readonly level: 'higher' | 'lower';
  readonly state: 'open' | 'awarded' | 'notAwarded';
}

/** @returns undefined where there is none */
export async function readLinked(
  ports: Ports,
  person: PersonId,
  own: { readonly linkedTo?: CaseId | undefined; readonly form?: string | undefined },
): Promise<LinkedView | undefined> {
  if (own.linkedTo === undefined) return undefined;
  const [{ actor }, [item]] = await Promise.all([
    readReader(ports, person),
    ports.store.get([keys.caseMeta(own.linkedTo)]),
  ]);
  const other = loadCase(item)?.value;
  const form = law.formOn(other?.form ?? '', other?.submittedOn ?? ports.clock.today());
  if (other === undefined || form === undefined) return undefined;
  return {
    ...((await mayReadCase(ports, actor, other)) ? { id: other.id } : {}),
    form: form.name,
    level: form.rank > (law.form(own.form ?? '')?.rank ?? -1) ? 'higher' : 'lower',
    state: stateOf(other),
  };
}

function stateOf({ status }: Case): LinkedView['state'] {
  if (status === 'AWARDED') return 'awarded';
  return isEnded(status) ? 'notAwarded' : 'open';
}
