import { addDays } from '../../domain/time.ts';
import { StoreUnavailable, type Ports } from '../../ports.ts';
import { recordId } from '../../records/keys.ts';
import { slipsToErase } from '../../records/slip-record.ts';
import { eraseWords } from '../history/erase-words.ts';

const figure = 'limit.slips';

/** For how many days after their round the words of slips are kept that no nomination came of. */
export async function slipsKeptDays({
  law,
  clock,
}: Pick<Ports, 'law' | 'clock'>): Promise<number | undefined> {
  const days = (await law.current()).figureOn(figure, clock.today())?.value;
  return typeof days === 'number' ? days : undefined;
}

/**
 * Takes the words away of slips that no nomination came of, so many days after their round as the law of the home says.
 * That they came, and what became of them, stays. Doing it twice is doing it once.
 * @returns how many
 */
export async function eraseOldSlips(ports: Ports): Promise<number> {
  const today = ports.clock.today();
  const days = await slipsKeptDays(ports);
  if (days === undefined) return 0;
  const due = await slipsToErase(ports.store, addDays(today, -days));
  let erased = 0;
  for (const id of due) {
    const record = recordId('SLIP', id);
    try {
      const { outcome } = await eraseWords(ports, { record, entries: 'all', order: { figure, days } });
      if (outcome === 'erased') erased += 1;
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      // One that can't be erased must not hold up those behind it.
      ports.alarm('SlipNotErased', { record, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return erased;
}
