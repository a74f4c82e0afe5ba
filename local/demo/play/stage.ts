import type { World } from '../world.ts';
import type { Answer, SeasonApi } from './season-api.ts';
import type { Ledger } from './ledger.ts';

/** What the deeds of one event need: the API, what is known so far, who acts, and the event's own key. */
export interface Stage {
  readonly api: SeasonApi;
  readonly ledger: Ledger;
  readonly world: World;
  readonly by: string;
  readonly key: string;
}

/** One request of the event; `part` tells it from the other requests of the same event. */
export function perform(stage: Stage, part: string, path: string, body: object): Promise<Answer> {
  return stage.api.act({ by: stage.by, path, key: `${stage.key}.${part}`, body });
}

/** Drops what is undefined: JSON knows no such thing, and a retry must send the same bytes. */
export function given(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
