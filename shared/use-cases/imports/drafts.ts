import { z } from 'zod';
import { missingFields } from '../../domain/case-acts/entering.ts';
import type { Case } from '../../domain/case.ts';
import { caseIdSchema, type CaseId, type OrganisationId, type PersonId } from '../../domain/id.ts';
import { isRefusal, refusalCodeSchema, type RefusalCode } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadContent } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { actInParts, type ActRequest, type PartsAnswer } from '../acting/request.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import { readCases } from '../views/browse.ts';
import { inTurns } from './in-turns.ts';

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

const sentSchema = z.object({ id: caseIdSchema, refusal: refusalCodeSchema.optional() });
export type SentDraft = z.infer<typeof sentSchema>;

const ofTheWhole: readonly RefusalCode[] = ['SignInNeeded', 'PostEnded'];
const atOnce = 4;

/** Sends drafts, each an act of its own with a result of its own; whoever sends them says that none holds a state secret. */
export async function sendDrafts(
  ports: Ports,
  request: ActRequest,
  ids: readonly CaseId[],
): Promise<PartsAnswer<SentDraft>> {
  return actInParts(ports, request, sentSchema, async () => ({
    answer: { id: request.person, version: 0, act: 'submit' },
    results: await inTurns(ids, atOnce, (id) => sendDraft(ports, request, id)),
  }));
}

async function sendDraft(ports: Ports, request: ActRequest, id: CaseId): Promise<SentDraft> {
  try {
    await actOnCase(ports, { ...request, key: `${request.key}/${id}` }, id, 'submit', { noSecrets: true });
    return { id };
  } catch (error) {
    if (!isRefusal(error) || ofTheWhole.includes(error.code)) throw error;
    return { id, refusal: error.code };
  }
}
