import { leftToDeliver, type Ceremony } from '../../domain/ceremony.ts';
import type { Entry } from '../../domain/history.ts';
import type { Ports } from '../../ports.ts';
import { drawnBy, readAwards } from '../../records/ceremony-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { ensureStarted, wake } from '../flow/carry.ts';
import { withRetries } from '../acting/request.ts';
import { notify, type NoticeDraft } from './notify.ts';
import { holdersOfRole } from './recipients.ts';

/** What follows from one entry of a ceremony's history: its flow, and what the host's organisers are told. */
export async function ceremonyEffects(ports: Ports, ceremony: Ceremony, entry: Entry): Promise<void> {
  const record = recordId('CEREMONY', ceremony.id);
  switch (entry.act) {
    case 'Planned':
      return ensureStarted(ports, record);
    case 'Cancelled':
      await freeAwards(ports, ceremony);
      return wake(ports, record);
    case 'HandedOver':
      return entry.facts['left'] === 0 ? wake(ports, record) : undefined;
    case 'ListFrozen':
      return tell(ports, ceremony, entry, { kind: 'CeremonyFrozen', count: () => ceremony.counts.drawn });
    case 'CeremonyHeld':
      return tell(ports, ceremony, entry, { kind: 'CeremonyToday', count: () => ceremony.counts.drawn });
    case 'Reminded':
      return tell(ports, ceremony, entry, { kind: 'ToDeliver', count: () => leftToDeliver(ceremony.counts) });
    default:
      return;
  }
}

async function tell(
  ports: Ports,
  ceremony: Ceremony,
  entry: Entry,
  what: Required<Pick<NoticeDraft, 'kind' | 'count'>>,
): Promise<void> {
  const record = recordId('CEREMONY', ceremony.id);
  const organisers = await holdersOfRole(ports, ceremony.host, 'organiser');
  const event = `${record}/${entry.seq}`;
  await notify(ports, organisers, entry, { ...what, record, event, facts: { dueOn: ceremony.day } });
}

const guardsACommit = 50;

/** A ceremony that doesn't take place gives its awards back, so that another one may draw them. Repeatable. */
async function freeAwards(ports: Ports, { id }: Ceremony): Promise<void> {
  const guards = (await readAwards(ports.store, id)).map((award) => keys.awardDrawn(award.case));
  for (let start = 0; start < guards.length; start += guardsACommit) {
    const chunk = guards.slice(start, start + guardsACommit);
    await withRetries(async () => {
      const found = await ports.store.get(chunk);
      const own = chunk.filter((_, index) => drawnBy(found[index]) === id);
      if (own.length === 0) return;
      await ports.store.commit(own.map((key) => ({ delete: key, if: { equals: { ceremony: id } } })));
    });
  }
}
