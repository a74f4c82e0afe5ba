import type { Case } from '../../domain/case.ts';
import type { Entry } from '../../domain/history.ts';
import type { PersonId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import { dayOf } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { readCouncil } from '../../records/directory-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { readRows } from '../cases/case-on-list.ts';
import { askForOpinions, followOpinions, tellAskedNoMore, tellAsker } from './opinion-effects.ts';
import { notify, type NoticeDraft } from './notify.ts';
import { keepersOfList, membersOfSession, submitters } from './recipients.ts';
import { takeFromFund } from '../money/funds.ts';
import { settleCases } from './settle-list.ts';

/** What follows from one entry of a list's history: its cases, and one message for all of its rows. */
export async function listEffects(ports: Ports, list: List, entry: Entry): Promise<void> {
  const record = recordId('LIST', list.id);
  const draft = (kind: NoticeDraft['kind']): NoticeDraft => ({
    kind,
    record,
    event: `${record}/${entry.seq}`,
    count: () => list.rows,
  });
  switch (entry.act) {
    case 'Closed':
      if (list.kind === 'session') return tellCouncil(ports, list, entry);
      return notify(ports, list.signer === undefined ? [] : [list.signer.person], entry, draft('ListToSign'));
    case 'Signed':
      return notify(ports, await keepersOfList(ports, list, 'clerk'), entry, draft('ListToNumber'));
    case 'Concluded':
      await settleCases(ports, list);
      return tellSubmitters(ports, list, entry, 'SessionConcluded');
    case 'OpinionGiven':
    case 'WentOn':
      return followOpinions(ports, list, entry);
    case 'OpinionCorrected':
      return tellAsker(ports, list, entry, { kind: 'OpinionCorrected', count: () => 1 });
    case 'RowOver':
      return tellAskedNoMore(ports, list, entry);
    case 'Issued':
      if (list.kind === 'opinionRequest') return askForOpinions(ports, list, entry);
      await takeFromFund(ports, list);
      await settleCases(ports, list);
      return list.kind === 'letter' ? undefined : tellSubmitters(ports, list, entry, 'ResultsIssued');
    default:
      return;
  }
}

/** The agenda stands: one message for all its cases, once a day however often it is reopened. */
async function tellCouncil(ports: Ports, list: List, entry: Entry): Promise<void> {
  // Reopened before anybody was told, or over: its next closing tells, or nobody may read it any more.
  if (list.state !== 'CLOSED' || list.council === undefined) return;
  const council = await readCouncil(ports.store, list.organisation, list.council);
  if (council === undefined) return;
  const record = recordId('LIST', list.id);
  await notify(ports, await membersOfSession(ports, list, council), entry, {
    kind: 'AgendaClosed',
    record,
    event: `${record}/agenda`,
    count: () => list.rows,
    facts: { council: council.name, dueOn: list.heldOn ?? dayOf(entry.at) },
  });
}

/** Cases of which the same people are told; who handles a sealed one, its own readers say. */
const submittedAlike = ({ enteredBy, typist, sealed, id }: Case): string =>
  sealed === undefined ? `${enteredBy}/${typist}` : id;

/** Each submitter once, with the number of rows that are theirs. */
async function tellSubmitters(
  ports: Ports,
  list: List,
  entry: Entry,
  kind: 'ResultsIssued' | 'SessionConcluded',
): Promise<void> {
  const rows = (await readRows(ports, list)).filter((row) => row.state === 'on');
  const items = await getAll(
    ports.store,
    rows.map((row) => keys.caseMeta(row.case)),
  );
  const counts = new Map<PersonId, number>();
  for (const alike of Map.groupBy(
    items.flatMap((item) => loadCase(item)?.value ?? []),
    submittedAlike,
  ).values()) {
    const people = alike[0] === undefined ? [] : await submitters(ports, alike[0]);
    for (const person of people) counts.set(person, (counts.get(person) ?? 0) + alike.length);
  }
  const record = recordId('LIST', list.id);
  for (const [person, count] of counts) {
    // The list itself is not theirs to read: the message leads to their own cases.
    await notify(ports, [person], entry, { kind, event: `${record}/${entry.seq}`, count: () => count });
  }
}
