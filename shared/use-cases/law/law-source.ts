import { createLaw, type Law } from '../../domain/law/law.ts';
import { ownRowsOf } from '../../domain/law/setting.ts';
import { epochMs } from '../../domain/time.ts';
import type { Clock, LawSource, Store } from '../../ports.ts';
import { readSettings } from '../../records/setting-record.ts';
import { law, shippedLaw } from '../../regimes/shipped.ts';

/** How long a process goes by what it has read; what another one confirmed meanwhile is asked so much later. */
const rememberedMs = 60_000;

/** The law that we ship, with the rows over it that the offices of this home have set. */
export function createLawSource({ store, clock }: { store: Store; clock: Clock }): LawSource {
  let remembered: { readonly until: number; readonly reading: Promise<Law> } | undefined;
  return {
    current: () => {
      const now = epochMs(clock.machine());
      if (remembered !== undefined && now < remembered.until) return remembered.reading;
      const reading = readLaw(store).catch((error: unknown) => {
        // The next asker tries again.
        if (remembered?.reading === reading) remembered = undefined;
        throw error;
      });
      remembered = { until: now + rememberedMs, reading };
      return reading;
    },
  };
}

async function readLaw(store: Store): Promise<Law> {
  const rows = ownRowsOf(
    shippedLaw.figures,
    (await readSettings(store)).map(({ value }) => value),
  );
  return rows.length === 0 ? law : createLaw(shippedLaw, rows);
}
