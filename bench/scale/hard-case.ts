import type { CaseId } from '#shared/domain/id.ts';
import { nextGeneration } from '#shared/use-cases/flow/carry.ts';
import { recordId } from '#shared/records/keys.ts';
import { desks, postOf } from '#tests/support/case-walk.ts';
import { people } from '#tests/support/small-directory.ts';
import { goOn, setOut, walkedBy, ways, type Journey, type Walked } from './flow-walks.ts';

/** One case with everything that can go wrong on its way, and how many states each trouble adds. */
export interface Trouble {
  readonly what: string;
  readonly states: number;
}

const reason = { reason: 'Có đơn phản ánh', document: 'Công văn số 01/CV-CAQ' };

export async function walkHard(): Promise<{
  readonly walked: Walked;
  readonly troubles: readonly Trouble[];
}> {
  const [way] = ways;
  if (way === undefined) throw new RangeError('no way');
  const journey = await setOut(way);
  const troubles: Trouble[] = [];
  for (const { what, at, happens } of happenings) {
    await goOn(journey, (code) => code === at);
    const before = sum(journey);
    await happens(journey);
    troubles.push({ what, states: sum(journey) - before });
  }
  await goOn(journey, () => false);
  return { walked: await walkedBy(journey), troubles };
}

const sum = ({ entered }: Journey): number => [...entered().values()].reduce((all, times) => all + times, 0);

interface Happening {
  readonly what: string;
  /** The step at which it stands then. */
  readonly at: string;
  readonly happens: (journey: Journey) => Promise<void>;
}

const happenings: readonly Happening[] = [
  {
    what: 'two weeks late: reminded before, on the day and after, escalated',
    at: 'ward-council',
    happens: ({ home }) => home.passDays(14),
  },
  {
    what: 'gathered and taken off again, gathered and struck',
    at: 'ward-letter',
    async happens({ onList, letterOf, close, id }) {
      const list = await letterOf(desks.ward, [id]);
      await onList(people.wardOfficer, list, 'ungather', { case: id });
      const other = await letterOf(desks.ward, [id]);
      await close(desks.ward, other);
      await onList(people.wardLeader, other, 'strike', { case: id, reason: 'Thiếu biên bản' });
    },
  },
  {
    what: 'a supplement, answered after its day: reminded, escalated',
    at: 'district-receive',
    async happens({ act, home, id }) {
      const asked = { fields: ['report'], note: 'Nêu rõ số vụ việc', workingDays: 5 };
      await act(people.policeOfficer, id, 'askSupplement', asked);
      await home.passDays(9);
      await act(people.wardOfficer, id, 'answerSupplement', { content: { report: '12 vụ việc.' } });
    },
  },
  {
    what: 'held for three weeks, released',
    at: 'district-appraise',
    async happens({ act, home, id }) {
      await act(people.policeOfficer, id, 'hold', reason);
      await home.passDays(21);
      await act(people.policeOfficer, id, 'release', reason);
    },
  },
  {
    what: 'given to another officer',
    at: 'district-appraise',
    happens: ({ act, id }) =>
      act(people.policeLeader, id, 'reassign', { post: postOf(people.policeOfficer), reason: 'Giao việc' }),
  },
  {
    what: 'its execution lost twice, carried on by the next',
    at: 'district-appraise',
    async happens({ home, id }) {
      for (const generation of [1, 2]) await lose(home, id, generation);
    },
  },
  {
    what: 'another form, by the longer way',
    at: 'district-council',
    happens: ({ act, id }) =>
      act(people.districtSecretary, id, 'changeForm', { form: 'BK_TINH', reason: 'Phạm vi thành phố' }),
  },
];

async function lose(
  { ports, workflow, settle }: Journey['home'],
  id: CaseId,
  generation: number,
): Promise<void> {
  const record = recordId('CASE', id);
  await workflow.stop('case', `${id}-${String(generation)}`);
  await nextGeneration(ports, record, generation);
  await settle();
}
