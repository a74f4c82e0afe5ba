import { listKindFor, type ListKind } from '#shared/domain/list.ts';
import type { StepKind } from '#shared/domain/route-template.ts';
import { parseIdList } from '../../forms/id-list.ts';
import type { StartFor, StartKind } from './start-fields.ts';

/** What is started for a case that waits at a step of this kind. */
function startKindAt(step: StepKind): StartKind | undefined {
  switch (step) {
    case 'letter':
      return 'letter';
    case 'council':
      return 'session';
    case 'decide':
      return 'decision';
    case 'outside':
      return 'outside';
    case 'opinion':
      return 'opinionRequest';
    case 'receive':
    case 'appraise':
      return undefined;
  }
}

interface WaitingCase extends Omit<StartFor, 'kind' | 'appraised'> {
  readonly organisation: string;
  readonly stepKind: StepKind;
}

/** Where a list for a free case is started, or one that is gathering is opened. @returns undefined at a step without one */
export function wayToList(of: WaitingCase): { readonly kind: StartKind; readonly href: string } | undefined {
  const kind = startKindAt(of.stepKind);
  const listKind = listKindFor(of.stepKind, of.caseKind);
  return kind === undefined || listKind === undefined
    ? undefined
    : { kind, href: hrefOf(of, kind, listKind) };
}

/** Where whoever appraises a case starts to ask others for an opinion about it. */
export const wayToAsk = (of: WaitingCase): string => hrefOf(of, 'opinionRequest', 'opinionRequest');

function hrefOf(of: WaitingCase, start: StartKind, kind: ListKind): string {
  const query = new URLSearchParams({
    organisation: of.organisation,
    kind,
    state: 'GATHERING',
    start,
    case: of.case,
    caseKind: of.caseKind,
    sealed: of.sealed ? 'yes' : 'no',
    ...(of.stepKind === 'appraise' ? { step: 'appraise' } : {}),
  });
  return `/lists?${query.toString()}`;
}

/** As `wayToList` wrote it into an address, or a form carried it along. */
export function readStartFor(
  kind: StartKind | undefined,
  read: (name: string) => string,
): StartFor | undefined {
  const [one] = parseIdList([read('case')]);
  if (kind === undefined || one === undefined) return undefined;
  const caseKind = read('caseKind') === 'modelProposal' ? 'modelProposal' : 'nomination';
  const appraised = read('step') === 'appraise' || read('stepKind') === 'appraise';
  return { kind, case: one, caseKind, sealed: read('sealed') === 'yes', appraised };
}
