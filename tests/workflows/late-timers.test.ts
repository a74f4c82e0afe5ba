import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openHome, type Home } from '#local/home.ts';
import { openStep } from '#shared/domain/case.ts';
import { addDays, at, instantSchema } from '#shared/domain/time.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { people } from '../support/small-directory.ts';
import { asks, draftNomination, worldStart, writeSmallDirectory } from '../support/small-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-late-timers-'));
let home: Home | undefined;
afterEach(async () => {
  await home?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('what became due while the machine slept is done by the next sweep, however late the timers ring', async () => {
  const startAt = instantSchema.parse(worldStart);
  home = await openHome({ folder, kind: 'demo', host: '127.0.0.1', port: 0, startAt, log: () => undefined });
  const { ports, sweep, settle } = home.dependencies;
  await writeSmallDirectory(ports);
  const id = await draftNomination(ports);
  await actOnCase(ports, asks(people.wardOfficer), id, 'submit', { noSecrets: true });
  await settle();
  const stepNow = async () => openStep(loadCase((await ports.store.get([keys.caseMeta(id)]))[0])!.value)!;
  const { dueOn } = await stepNow();
  // Office time alone moves: no timer is told.
  await home.clock?.setOffice(at(addDays(dueOn, 1), 9));
  await sweep();
  await settle();
  expect((await stepNow()).remindedOn).toBe(addDays(dueOn, 1));
});
