import type { Case } from '../../domain/case.ts';
import type { ListId, OrganisationId } from '../../domain/id.ts';
import type { ListRow } from '../../domain/list.ts';
import { missingOn, type Opinion, type OpinionWord } from '../../domain/opinion.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { loadRow } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import type { Names, OrganisationName, Reader } from './reader.ts';

/** One request for opinions about a case, as its page tells it. */
export interface OpinionsView {
  readonly list: ListId;
  readonly dueOn: string;
  /** No answer is awaited any more. */
  readonly over: boolean;
  readonly answers: readonly {
    readonly organisation: OrganisationName;
    readonly opinion: OpinionWord;
    /** Never of a sealed case. */
    readonly reason?: string;
    readonly on: string;
    /** It was corrected on the day `on`: the day of the first one. */
    readonly firstOn?: string;
    readonly paper?: Opinion['paper'];
  }[];
  readonly missing: readonly OrganisationName[];
  /** Why the asker went on without those who are missing. */
  readonly wentOn?: string;
}

/** Rows of the requests that were issued about a case: what was answered stands there. */
export async function readOpinionRows(ports: Ports, { id, opinions = [] }: Case): Promise<ListRow[]> {
  const items = await getAll(
    ports.store,
    opinions.map(({ list }) => keys.listRow(list, id)),
  );
  return items.flatMap((item) => loadRow(item)?.value ?? []);
}

export const askedAbout = ({ opinions = [] }: Case): OrganisationId[] =>
  opinions.flatMap(({ asked }) => asked);

/** Whose answers a reader sees: whoever reads a case only because it was asked about it sees its own. */
function answersShownTo({ posts }: Reader, subject: Case): (organisation: OrganisationId) => boolean {
  const places = posts.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation);
  const own = places.filter((place) => askedAbout(subject).includes(place));
  const handles = places.some((place) => subject.readers.includes(place));
  return handles || own.length === 0 ? () => true : (organisation) => own.includes(organisation);
}

export function opinionsOf(
  subject: Case,
  rows: readonly ListRow[],
  names: Names,
  reader: Reader,
): OpinionsView[] {
  const { opinions = [], sealed } = subject;
  const isShown = answersShownTo(reader, subject);
  return opinions.flatMap(({ list, dueOn, over, asked }, place): OpinionsView[] => {
    const row = rows[place];
    if (row === undefined) return [];
    const shown = (row.opinions ?? []).filter(({ organisation }) => isShown(organisation));
    const answered = new Set((row.opinions ?? []).map(({ organisation }) => organisation));
    return [
      {
        list,
        dueOn,
        over: over !== undefined || missingOn({ asked: asked.map(named) }, row).length === 0,
        answers: shown.map(({ organisation, opinion, reason, on, firstOn, paper }) => ({
          organisation: names.organisation(organisation),
          opinion,
          on,
          ...(firstOn === undefined ? {} : { firstOn }),
          ...(sealed === undefined ? { reason } : {}),
          ...(paper === undefined ? {} : { paper }),
        })),
        missing: asked.filter((one) => !answered.has(one)).map((one) => names.organisation(one)),
        ...(row.over?.why === 'wentOn' && sealed === undefined ? { wentOn: row.over.reason } : {}),
      },
    ];
  });
}

const named = (organisation: OrganisationId) => ({ organisation });
