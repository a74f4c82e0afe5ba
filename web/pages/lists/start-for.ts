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

interface WaitingCase extends Omit<StartFor, 'kind' | 'appraised' | 'cases'> {
  readonly case: string;
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

/** The same about many nominations at once. */
export function wayToAskAbout(organisation: string, [first = '', ...more]: readonly string[]): string {
  const common = { organisation, stepKind: 'appraise', caseKind: 'nomination', sealed: false } as const;
  return [wayToAsk({ ...common, case: first }), casesAsked(more)].filter((part) => part !== '').join('&');
}

/** As an address carries cases along. */
export const casesAsked = (cases: readonly string[]): string =>
  new URLSearchParams(cases.map((id): [string, string] => ['case', id])).toString();

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
  named: readonly string[],
): StartFor | undefined {
  const cases = parseIdList(named);
  if (kind === undefined || cases.length === 0) return undefined;
  const caseKind = read('caseKind') === 'modelProposal' ? 'modelProposal' : 'nomination';
  const appraised = read('step') === 'appraise' || read('stepKind') === 'appraise';
  return { kind, cases, caseKind, sealed: read('sealed') === 'yes', appraised };
}
