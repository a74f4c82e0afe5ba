import { isEnded } from '../../domain/case.ts';
import { CommitConflict, type Item, type Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loadCeremony } from '../../records/ceremony-record.ts';
import { missingFigureWrites } from '../../records/figure-record.ts';
import { loadFlow } from '../../records/flow-record.ts';
import { keys } from '../../records/keys.ts';
import { startAnew, statusOf } from './carry.ts';

export interface Rebuilt {
  /** Records that a flow should carry. */
  readonly records: number;
  readonly living: number;
  readonly started: readonly string[];
  /** What could not be started now, with the error's name; running again does the rest. */
  readonly failed: readonly { readonly record: string; readonly error: string }[];
}

type RebuildPorts = Pick<Ports, 'store' | 'clock' | 'workflow'>;
type Carried = { readonly record: string; readonly outcome: 'lives' | 'started' };

/**
 * Makes lost executions again from their records: of all that should be carried by a flow, those get the next generation
 * whose execution is gone, ended or parked. `replace` does so for living ones too: after a table was restored, waits have
 * other tokens than the records know.
 */
export async function rebuild(
  ports: RebuildPorts,
  office: AsyncIterable<readonly Item[]>,
  { replace = false } = {},
): Promise<Rebuilt> {
  const carried: Carried[] = [];
  const failed: { record: string; error: string }[] = [];
  for await (const items of office) {
    for (const item of items) await tellFigures(ports, item);
    for (const { pk: record } of items.filter(shouldBeCarried)) {
      try {
        carried.push({ record, outcome: await carry(ports, record, replace) });
      } catch (error) {
        failed.push({ record, error: error instanceof Error ? error.name : 'unknown' });
      }
    }
  }
  const started = carried.filter(({ outcome }) => outcome === 'started').map(({ record }) => record);
  return {
    records: carried.length + failed.length,
    living: carried.length - started.length,
    started,
    failed,
  };
}

/** Figures know of cases from before they were kept only then; what they know already stays. */
async function tellFigures({ store }: RebuildPorts, item: Item): Promise<void> {
  const subject = item.sk === 'META' && item.pk.startsWith('CASE#') ? loadCase(item)?.value : undefined;
  const writes = subject === undefined ? [] : missingFigureWrites(subject);
  // No figure counts a model.
  if (writes.length === 0) return;
  try {
    await store.commit(writes);
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
  }
}

async function carry(ports: RebuildPorts, record: string, replace: boolean): Promise<Carried['outcome']> {
  const [item] = await ports.store.get([keys.flow(record)]);
  const flow = loadFlow(item);
  const running = flow?.value.state === 'running' && flow.value.moved !== true;
  if (running && !replace && (await statusOf(ports, record, flow.value.generation)) === 'RUNNING')
    return 'lives';
  // Somebody else carries it on when its flow has changed since it was read.
  return (await startAnew(ports, record, flow)) === 'started' ? 'started' : 'lives';
}

function shouldBeCarried(item: Item): boolean {
  if (item.sk !== 'META') return false;
  if (item.pk.startsWith('CASE#')) {
    const subject = loadCase(item)?.value;
    return subject?.submittedOn !== undefined && !isEnded(subject.status);
  }
  if (!item.pk.startsWith('CEREMONY#')) return false;
  const phase = loadCeremony(item)?.value.phase;
  return phase !== 'FINISHED' && phase !== 'CANCELLED';
}
