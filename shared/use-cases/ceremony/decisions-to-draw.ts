import type { CeremonyId, ListId, PersonId } from '../../domain/id.ts';
import { listSchema, type List } from '../../domain/list.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { readAwards } from '../../records/ceremony-record.ts';
import { listOrganisations } from '../../records/directory-record.ts';
import { decode } from '../../records/item.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { readCeremonyView } from './ceremony-view.ts';

export interface DecisionToDraw {
  readonly id: ListId;
  readonly number: string;
  readonly date: CivilDate;
  readonly title: string;
  readonly organisation: string;
  readonly rows: number;
  /** Awards of it that this ceremony has drawn. */
  readonly drawn: number;
}

/** Issued award decisions of every organisation, newest first, for whoever may draw from them. Never sealed ones. */
export async function decisionsToDraw(
  ports: Ports,
  person: PersonId,
  id: CeremonyId,
): Promise<DecisionToDraw[]> {
  const { allowed } = await readCeremonyView(ports, person, id);
  if (!allowed.includes('draw')) return [];
  const [organisations, awards] = await Promise.all([
    listOrganisations(ports.store),
    readAwards(ports.store, id),
  ]);
  const found = await Promise.all(
    organisations.map(async ({ id: own, shortName }) =>
      (await issuedDecisions(ports, own)).map((list) => ({ list, organisation: shortName })),
    ),
  );
  return found
    .flat()
    .flatMap(({ list: { id: decision, number, date, title, rows }, organisation }) =>
      number === undefined || date === undefined
        ? []
        : [
            {
              id: decision,
              number,
              date,
              title,
              organisation,
              rows,
              drawn: awards.filter((award) => award.decision === decision).length,
            },
          ],
    )
    .sort((one, other) =>
      one.date === other.date ? (one.id < other.id ? 1 : -1) : one.date < other.date ? 1 : -1,
    );
}

async function issuedDecisions(ports: Ports, organisation: List['organisation']): Promise<List[]> {
  const { pk } = indexes.listsOfOrganisation(organisation);
  const items = await queryAll(ports.store, { index: 'g1', pk, prefix: 'ISSUED#' });
  return items
    .map((item) => decode(listSchema, item))
    .filter((list) => list.kind === 'decision' && list.sealed === undefined);
}
