import type { ActSetting, CaseChange } from '../../domain/case-acts/change.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import type { Ports } from '../../ports.ts';
import type { Loaded } from '../../records/item.ts';
import type { RequestContext } from '../acting/request.ts';
import type { Work } from '../acting/work.ts';

/** Everything read for one act on a case. */
export interface CaseScene {
  readonly ports: Ports;
  readonly context: RequestContext;
  readonly meta: Loaded<Case>;
  readonly content: Loaded<CaseContent>;
  readonly setting: ActSetting;
}

/** What a decider gives back: the change, writes beside it, and changes to other records of the same commit. */
export interface Decided {
  readonly change: CaseChange;
  readonly writes?: Work['writes'];
  readonly also?: (work: Work) => void;
}
