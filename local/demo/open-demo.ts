import { createAccount } from '#local/identity/accounts.ts';
import { findByPerson } from '#local/identity/accounts.ts';
import { openHome, type Home, type HomeOptions } from '#local/home.ts';
import { at, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { loadWorld } from './load-world.ts';
import type { Season } from './season-event.ts';

/** A demo home on whose data file a season's directory and an account for everybody stand. */
export async function openDemo(
  options: Omit<HomeOptions, 'kind' | 'startAt'>,
  season: Season,
): Promise<Home> {
  const home = await openHome({ ...options, kind: 'demo', startAt: at(firstDay(season), 8) });
  try {
    await loadWorld(home.dependencies.ports, season.world);
    for (const person of season.world.people) {
      const known = home.database.read((db) => findByPerson(db, person.id));
      if (known !== undefined) continue;
      await createAccount(home.database, { personId: person.id, username: person.username, demo: true });
    }
    return home;
  } catch (error) {
    await home.close();
    throw error;
  }
}

function firstDay(season: Season): CivilDate {
  const days = season.events.map((event) => event.on).sort();
  return civilDateSchema.parse(days[0]);
}
