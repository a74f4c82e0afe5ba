import { z } from 'zod';
import type { NewNomination } from '../../domain/case-command.ts';
import { caseIdSchema, type OrganisationId } from '../../domain/id.ts';
import { isRefusal, refusalCodeSchema, type RefusalCode } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { actInParts, type ActRequest, type PartsAnswer } from '../acting/request.ts';
import { nominate } from '../cases/new-case.ts';
import { inTurns } from '../acting/in-turns.ts';

/** One row of a list that somebody brings in, as it was understood and looked at. */
export interface NominationOfList {
  /** As the sheet counts it, from 1. */
  readonly line: number;
  readonly command: NewNomination;
}

const importedSchema = z.object({
  line: z.int(),
  id: caseIdSchema.optional(),
  refusal: refusalCodeSchema.optional(),
});
export type ImportedRow = z.infer<typeof importedSchema>;

/** What is wrong with whoever asks is wrong for each row: it is refused whole. */
const ofTheWhole: readonly RefusalCode[] = [
  'SignInNeeded',
  'ActNotYours',
  'OrganisationForeign',
  'OrganisationUnknown',
  'PostEnded',
  'RoundNotFound',
];

const atOnce = 8;

/**
 * Makes a draft of each row, each an act of its own with a result of its own. Sent again, nothing is made twice: each row has its
 * own key.
 * @throws Refusal of the whole
 */
export async function importNominations(
  ports: Ports,
  request: ActRequest,
  organisation: OrganisationId,
  rows: readonly NominationOfList[],
): Promise<PartsAnswer<ImportedRow>> {
  return actInParts(ports, request, importedSchema, async () => ({
    answer: { id: organisation, version: 0, act: 'nominate' },
    results: await inTurns(rows, atOnce, (row) => importRow(ports, request, row)),
  }));
}

async function importRow(
  ports: Ports,
  request: ActRequest,
  { line, command }: NominationOfList,
): Promise<ImportedRow> {
  try {
    const key = `${request.key}/${String(line)}`;
    const { id } = await nominate(ports, { ...request, key }, command);
    return { line, id: caseIdSchema.parse(id) };
  } catch (error) {
    if (!isRefusal(error) || ofTheWhole.includes(error.code)) throw error;
    return { line, refusal: error.code };
  }
}
