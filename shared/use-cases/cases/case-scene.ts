import type { ActSetting, CaseChange } from '../../domain/case-acts/change.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import type { Item, Ports } from '../../ports.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { loadSubject, requireSubject, type LoadedSubject } from '../../records/subject-record.ts';
import type { RequestContext } from '../acting/request.ts';
import type { Work } from '../acting/work.ts';

/** Everything read for one act on a case. */
export interface CaseScene {
  readonly ports: Ports;
  readonly context: RequestContext;
  readonly meta: Loaded<Case>;
  readonly content: Loaded<CaseContent>;
  readonly setting: ActSetting;
  /** What else the act asked for, in the same batched read: first of all the subject that came with the case. */
  readonly items: readonly (Item | undefined)[];
}

/** @throws Refusal SubjectNotFound */
export async function subjectOfCase({ ports, meta, items }: CaseScene): Promise<LoadedSubject | undefined> {
  const { subject } = meta.value;
  if (subject === undefined) return undefined;
  const own = loadSubject(items[0]);
  if (own?.value.id === subject) return own;
  const [chosen] = await ports.store.get([keys.subject(subject)]);
  return requireSubject(chosen, subject);
}

/** What a decider gives back: the change, writes beside it, and changes to other records of the same commit. */
export interface Decided {
  readonly change: CaseChange;
  readonly writes?: Work['writes'];
  readonly also?: (work: Work) => void;
}
