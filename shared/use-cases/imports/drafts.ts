import { missingFields } from '../../domain/case-acts/entering.ts';
import type { Case } from '../../domain/case.ts';
import type { CaseId, OrganisationId, PersonId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { loadContent } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import type { ActRequest } from '../acting/request.ts';
import { actOnMany } from '../cases/act-on-many.ts';
import { readCases } from '../views/browse.ts';

export interface Draft {
  readonly subject: Case;
  /** Fields without which it can't be sent; of a sealed one nobody says. */
  readonly missing: readonly string[] | undefined;
}

const shown = 100;

/**
 * Drafts of an office, newest first, with what each lacks.
 * @throws Refusal OrganisationForeign
 */
export async function readDrafts(
  ports: Ports,
  person: PersonId,
  query: { readonly organisation: OrganisationId; readonly cursor?: string | undefined },
): Promise<{ readonly drafts: readonly Draft[]; readonly cursor?: string }> {
  const { cases, cursor } = await readCases(ports, person, { ...query, status: 'DRAFT', size: shown });
  const contents = await ports.store.get(cases.map(({ id }) => keys.caseContent(id)));
  const drafts = cases.map((subject, index) => {
    const content = loadContent(contents[index])?.value;
    const unseen = subject.sealed !== undefined || content === undefined;
    return {
      subject,
      missing: unseen ? undefined : missingFields(subject, content).map(({ field }) => field),
    };
  });
  return { drafts, ...(cursor === undefined ? {} : { cursor }) };
}

/** Sends drafts, each an act of its own with a result of its own; whoever sends them says that none holds a state secret. */
export const sendDrafts = (ports: Ports, request: ActRequest, ids: readonly CaseId[]) =>
  actOnMany(
    ports,
    request,
    'submit',
    ids.map((id) => ({ id, command: { noSecrets: true } })),
  );
