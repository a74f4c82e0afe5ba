import type { z } from 'zod';
import { ceremonyCommands, newCeremonySchema, type CeremonyCommand } from '#shared/domain/ceremony.ts';
import type { CaseId, CeremonyId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { ceremonyWrites, loadCeremony } from '#shared/records/ceremony-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCeremony, type SingleCeremonyAct } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { readCeremonies } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { admissionSchema, admitLate, newRoundSchema, openRound } from '#shared/use-cases/rounds/rounds.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { only, probe, type Choose, type Probe } from './probe.ts';
import type { Places } from './season.ts';

const { organiser, districtOfficer } = people;
const { districtCommittee, wardCommittee } = organisations;

/** The one that the first probe holds; the others are acts on it, in the order of its life. */
async function held(ports: Ports): Promise<CeremonyId> {
  return only(await readCeremonies(ports, organiser.id)).id;
}

/** Two awards of the issued decision. Pages look at its first, which stays in no ceremony. */
const drawn = ({ awarded }: Places): readonly [CaseId, CaseId] => [only(awarded, 1), only(awarded, 2)];

function onCeremony<Name extends SingleCeremonyAct>(
  act: Name,
  schema: z.ZodType<CeremonyCommand<Name>>,
  body: Choose<object>,
  before: (ports: Ports, id: CeremonyId) => Promise<void> = () => Promise.resolve(),
): Probe {
  return {
    name: act,
    prepare: async (ports, at) => {
      const id = await held(ports);
      await before(ports, id);
      const command = schema.parse(body(at));
      return () => actOnCeremony(ports, asks(organiser), id, act, command);
    },
  };
}

/** Its day has come, or not yet. */
const turnedTo = (phase: 'HELD' | 'PREPARING') => async (ports: Ports, id: CeremonyId) => {
  const [item] = await ports.store.get([keys.ceremonyMeta(id)]);
  const before = loadCeremony(item);
  if (before === undefined) throw new RangeError(`no ceremony ${id}`);
  await ports.store.commit(ceremonyWrites(before, { ...before.value, phase }));
};

export const ceremonyProbes: readonly Probe[] = [
  probe('holdCeremony', (ports) => {
    const day = { day: '2020-12-19', place: 'Hội trường' };
    const planned = { host: districtCommittee.id, title: 'Hội nghị tổng kết', ...day };
    return newCeremony(ports, asks(organiser), newCeremonySchema.parse(planned));
  }),
  {
    name: 'draw',
    prepare: async (ports, at) => {
      const id = await held(ports);
      const command = ceremonyCommands.draw.parse({ decision: at.decisions.issued, cases: drawn(at) });
      return () => drawAwards(ports, asks(organiser), id, command);
    },
  },
  onCeremony('arrange', ceremonyCommands.arrange, (at) => ({ groups: [{ cases: drawn(at).toReversed() }] })),
  onCeremony('regroup', ceremonyCommands.regroup, (at) => ({ cases: [drawn(at)[0]] })),
  onCeremony('takeOut', ceremonyCommands.takeOut, (at) => ({ cases: [drawn(at)[0]] })),
  onCeremony(
    'handOver',
    ceremonyCommands.handOver,
    (at) => ({ case: drawn(at)[1], state: 'PRESENTED' }),
    turnedTo('HELD'),
  ),
  onCeremony('cancel', ceremonyCommands.cancel, () => ({ reason: 'Bão' }), turnedTo('PREPARING')),
];

export const roundProbes: readonly Probe[] = [
  probe('openRound', (ports) => {
    const { id: _own, ...round } = december;
    return openRound(ports, asks(districtOfficer), newRoundSchema.parse(round));
  }),
  probe('admitLate', (ports) => {
    const admission = { organisation: wardCommittee.id, reason: 'Hồ sơ thất lạc trên đường gửi' };
    return admitLate(ports, asks(districtOfficer), december.id, admissionSchema.parse(admission));
  }),
];
