import { describe, expect, it, test } from 'vitest';
import {
  arrange,
  cancel,
  ceremonyDays,
  draw,
  handOver,
  openNextPhase,
  remindDelivery,
  requirePhase,
  wakeAt,
} from '#shared/domain/ceremony-acts.ts';
import {
  ceremonyAwardSchema,
  ceremonyCommands,
  ceremonySchema,
  leftToDeliver,
  newCeremonySchema,
  type Ceremony,
  type CeremonyAward,
} from '#shared/domain/ceremony.ts';
import { chainStart } from '#shared/domain/history.ts';
import { ceremonyPhases, ceremonyRules, type CeremonyAct } from '#shared/domain/permission.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { at, civilDateSchema, instantSchema } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import { ulidOf } from '#tests/support/issued-decision.ts';
import { organisations, people } from '#tests/support/small-directory.ts';

const { calendar } = law;

const day = (text: string) => civilDateSchema.parse(text);
const instant = (text: string) => instantSchema.parse(text);

const planned = (change: Partial<Ceremony> = {}): Ceremony => ({
  ...ceremonySchema.parse({
    id: ulidOf('CEREM0NY'),
    host: organisations.districtCommittee.id,
    title: 'Hội nghị tổng kết',
    day: '2020-12-29',
    place: 'Hội trường UBND quận',
    freezeOn: '2020-12-25',
    phase: 'PREPARING',
    groups: [],
    counts: { drawn: 0, presented: 0, toDeliver: 0, delivered: 0, private: 0 },
    readers: [organisations.districtCommittee.id],
    createdBy: people.organiser.id,
    createdOn: '2020-12-18',
    turn: 0,
    entries: 0,
    head: chainStart,
    updatedAt: '2020-12-18T02:00:00.000Z',
  }),
  ...change,
});

const award = (number: number, change: Partial<CeremonyAward> = {}): CeremonyAward => ({
  ...ceremonyAwardSchema.parse({
    case: ulidOf(`${change.decision === undefined ? 'CASE' : 'CASEX'}${String(number).padStart(4, '0')}`),
    decision: ulidOf('DEC'),
    number: '2920/QĐ-UBND',
    date: '2020-12-15',
    form: 'GK_HUYEN',
    authority: 'Chủ tịch UBND quận Hồng Bàng',
    goldenBookNumber: number,
    annexOrdinal: number,
    subjectKind: 'individual',
    name: `Người thứ ${String(number)}`,
    unit: 'Phường Sở Dầu',
    namesake: false,
    enteredBy: organisations.wardCommittee.id,
    handover: 'NONE',
  }),
  ...change,
});

const ranks: Readonly<Record<string, number>> = { KNC_ANTQ: 80, BK_TINH: 60, GK_HUYEN: 30 };

/** Numbers in the golden book of the one decision that most tests draw from. */
const goldenBook = new Map(Array.from({ length: 10 }, (_, number) => [award(number).case as string, number]));

function drawn(ceremony: Ceremony, ...awards: readonly CeremonyAward[]): Ceremony {
  return draw(ceremony, awards, { rankOf: (form) => ranks[form] ?? 0, goldenBook }).ceremony;
}

const casesOf = (ceremony: Ceremony) => ceremony.groups.map((group) => group.cases);
const arranging = (groups: unknown) => ceremonyCommands.arrange.parse({ groups });
const handing = (state: string, receivedBy?: string) =>
  ceremonyCommands.handOver.parse({ case: award(1).case, state, receivedBy });

function codeOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return isRefusal(error)
      ? [error.code, ...error.faults.map(({ field, code }) => `${field} ${code}`)]
      : error;
  }
}

describe('the days of a ceremony', () => {
  const setting = { today: day('2020-12-18'), calendar };

  it('freezes two working days before it, over a weekend and a holiday', () => {
    expect(ceremonyDays({ day: day('2020-12-29') }, setting).freezeOn).toBe('2020-12-25');
    expect(ceremonyDays({ day: day('2021-01-04') }, setting).freezeOn).toBe('2020-12-30');
  });

  it('leaves the list open until tomorrow, however near the day is', () => {
    expect(ceremonyDays({ day: day('2020-12-19') }, setting).freezeOn).toBe('2020-12-19');
    expect(ceremonyDays({ day: day('2020-12-21') }, setting).freezeOn).toBe('2020-12-19');
  });

  it('takes the day of freezing that the host names', () => {
    expect(ceremonyDays({ day: day('2020-12-29'), freezeOn: day('2020-12-29') }, setting).freezeOn).toBe(
      '2020-12-29',
    );
  });

  it.each([
    ['2020-12-18', undefined, 'day notAhead'],
    ['2020-12-29', '2020-12-18', 'freezeOn notAhead'],
    ['2020-12-29', '2020-12-30', 'freezeOn afterDay'],
  ])('refuses %s frozen on %s: %s', (on, freezeOn, fault) => {
    const command = { day: day(on), ...(freezeOn === undefined ? {} : { freezeOn: day(freezeOn) }) };
    expect(codeOf(() => ceremonyDays(command, setting))).toEqual(['InputInvalid', fault]);
  });

  it('tidies what is typed and asks for a title and a place', () => {
    const typed = {
      host: organisations.districtCommittee.id,
      title: ' Hội  nghị ',
      day: '2020-12-29',
      place: ' ',
    };
    expect(newCeremonySchema.safeParse(typed).error?.issues.map((issue) => issue.path)).toEqual([['place']]);
    expect(newCeremonySchema.parse({ ...typed, place: 'Hội trường' }).title).toBe('Hội nghị');
  });
});

describe('drawing', () => {
  it('makes one group a form and authority, the highest award first', () => {
    const certificate = award(1);
    const medal = award(2, { form: 'KNC_ANTQ', authority: 'Bộ trưởng Bộ Công an' });
    const merit = award(3, { form: 'BK_TINH', authority: 'Chủ tịch UBND thành phố' });
    const police = award(4, { authority: 'Trưởng Công an quận Hồng Bàng' });
    const groups = drawn(planned(), certificate, medal, merit, police).groups;

    expect(groups.map((group) => [group.form, group.authority])).toEqual([
      ['KNC_ANTQ', 'Bộ trưởng Bộ Công an'],
      ['BK_TINH', 'Chủ tịch UBND thành phố'],
      ['GK_HUYEN', 'Chủ tịch UBND quận Hồng Bàng'],
      ['GK_HUYEN', 'Trưởng Công an quận Hồng Bàng'],
    ]);
  });

  it('keeps the order of the annexes, however often one draws', () => {
    const all = [1, 2, 3, 4, 5].map((number) => award(number));
    const [one, two, three, four, five] = all as [
      CeremonyAward,
      CeremonyAward,
      CeremonyAward,
      CeremonyAward,
      CeremonyAward,
    ];
    const atLast = drawn(drawn(drawn(planned(), four, two), five, one), three);

    expect(casesOf(atLast)).toEqual([all.map((each) => each.case)]);
  });

  it('puts awards of another decision behind those of the first', () => {
    const other = award(1, { decision: ulidOf('DECX') as CeremonyAward['decision'] });
    const groups = draw(drawn(planned(), award(7)), [other], {
      rankOf: () => 0,
      goldenBook: new Map([[other.case, 1]]),
    });

    expect(casesOf(groups.ceremony)).toEqual([[award(7).case, other.case]]);
  });

  it('leaves what was arranged as it is around the new ones', () => {
    const before = drawn(planned(), award(1), award(2), award(4));
    const arranged = arrange(
      before,
      arranging([
        { presenters: [{ name: 'Phạm Quang Lâm', title: 'Chủ tịch' }], cases: [award(4).case] },
        { cases: [award(2).case, award(1).case] },
      ]),
    ).ceremony;

    expect(casesOf(drawn(arranged, award(3)))).toEqual([
      [award(4).case],
      [award(2).case, award(3).case, award(1).case],
    ]);
  });

  it('counts, and lets the organisations that entered the cases read', () => {
    const ceremony = drawn(
      planned(),
      award(1),
      award(2, { enteredBy: organisations.siblingCommittee.id }),
      award(3),
    );

    expect(ceremony.counts.drawn).toBe(3);
    expect(ceremony.readers).toEqual([
      organisations.districtCommittee.id,
      organisations.wardCommittee.id,
      organisations.siblingCommittee.id,
    ]);
  });
});

describe('arranging', () => {
  const medal = award(9, { form: 'KNC_ANTQ', authority: 'Bộ trưởng Bộ Công an' });
  const ceremony = drawn(planned(), award(1), award(2), medal);
  const presenters = [{ name: 'Phạm Quang Lâm', title: 'Chủ tịch UBND quận' }];

  it('takes order, presenters, and several groups of one form', () => {
    const { ceremony: after, entry } = arrange(
      ceremony,
      arranging([
        { form: 'GK_HUYEN', presenters, cases: [award(2).case] },
        { presenters, cases: [medal.case] },
        { presenters, cases: [award(1).case] },
      ]),
    );

    expect(after.groups.map(({ form, cases }) => [form, ...cases])).toEqual([
      ['GK_HUYEN', award(2).case],
      ['KNC_ANTQ', medal.case],
      ['GK_HUYEN', award(1).case],
    ]);
    expect(JSON.stringify(entry.facts)).not.toContain('Phạm');
    expect(JSON.stringify(entry.payload)).toContain('Phạm Quang Lâm');
  });

  it.each<[string, unknown, unknown]>([
    [
      'leaves somebody out',
      [{ cases: [award(1).case, award(2).case] }],
      ['OrderIncomplete', 'groups notEveryRowOnce'],
    ],
    [
      'names somebody twice',
      [{ cases: [award(1).case, award(2).case, award(2).case] }],
      ['OrderIncomplete', 'groups notEveryRowOnce'],
    ],
    [
      'names somebody who was not drawn',
      [{ cases: [award(1).case, award(2).case, award(3).case] }],
      ['OrderIncomplete', 'groups notEveryRowOnce'],
    ],
    [
      'mixes two forms in a group',
      [{ cases: [award(1).case] }, { cases: [award(2).case, medal.case] }],
      ['InputInvalid', 'groups.1.cases notOneOf'],
    ],
    [
      'calls a group by another form',
      [{ form: 'BK_TINH', cases: [medal.case] }, { cases: [award(1).case, award(2).case] }],
      ['InputInvalid', 'groups.0.cases notOneOf'],
    ],
  ])('is refused when it %s', (_, groups, refusal) => {
    expect(codeOf(() => arrange(ceremony, arranging(groups)))).toEqual(refusal);
  });
});

describe('handing over', () => {
  const held = drawn(planned(), award(1), award(2), award(3), award(4));

  it('counts what remains, and turns only when nothing does', () => {
    const today = day('2020-12-29');
    let ceremony = held;
    const turns = (['PRESENTED', 'TO_DELIVER', 'PRIVATE', 'PRESENTED'] as const).map((state, index) => {
      ceremony = handOver(ceremony, award(index + 1), handing(state), today).ceremony;
      return [leftToDeliver(ceremony.counts), ceremony.turn];
    });
    expect(turns).toEqual([
      [3, 0],
      [3, 0],
      [2, 0],
      [1, 0],
    ]);

    const away = award(2, { handover: 'TO_DELIVER' });
    const { ceremony: after, award: given } = handOver(
      ceremony,
      away,
      handing('DELIVERED', 'Con gái ký nhận'),
      today,
    );
    expect(after.counts).toEqual({ drawn: 4, presented: 2, toDeliver: 0, delivered: 1, private: 1 });
    expect(after.turn).toBe(1);
    expect(given).toMatchObject({ handover: 'DELIVERED', receivedBy: 'Con gái ký nhận', receivedOn: today });
  });

  it('can be corrected: an award stands in one state', () => {
    const today = day('2020-12-29');
    const presented = handOver(held, award(1), handing('PRESENTED', 'Đại diện'), today);
    const corrected = handOver(presented.ceremony, presented.award!, handing('TO_DELIVER'), today);

    expect(corrected.ceremony.counts).toEqual({
      drawn: 4,
      presented: 0,
      toDeliver: 1,
      delivered: 0,
      private: 0,
    });
    expect(corrected.award).toEqual(award(1, { handover: 'TO_DELIVER' }));
  });

  it('needs the name of whoever signed for a delivery, and keeps it out of the entry', () => {
    const today = day('2020-12-30');
    expect(codeOf(() => handOver(held, award(1), handing('DELIVERED'), today))).toEqual([
      'InputInvalid',
      'receivedBy missing',
    ]);
    const { entry } = handOver(held, award(1), handing('DELIVERED', 'Nguyễn Thị Tám'), today);
    expect(entry.facts).toEqual({ case: award(1).case, state: 'DELIVERED', left: 3 });
    expect(entry.payload).toEqual({ receivedBy: 'Nguyễn Thị Tám' });
  });

  it('cannot be undone to nothing', () => {
    expect(ceremonyCommands.handOver.safeParse({ case: award(1).case, state: 'NONE' }).success).toBe(false);
  });
});

describe('phases', () => {
  const acts = Object.keys(ceremonyRules) as CeremonyAct[];
  const cells = acts.flatMap((act) => ceremonyPhases.map((phase) => [act, phase] as const));

  test.each(cells)('%s while %s: allowed, or refused by its own code', (act, phase) => {
    const allowed = (ceremonyRules[act].phases as readonly string[]).includes(phase);
    const refused =
      act === 'handOver' ? ['CeremonyNotHeld', 'phase notHeld'] : ['CeremonyFrozen', 'phase frozen'];
    expect(codeOf(() => requirePhase(planned({ phase }), act))).toEqual(allowed ? undefined : refused);
  });

  it('ends at once when cancelled, with the reason beside the entry', () => {
    const { ceremony, entry } = cancel(planned(), { reason: 'Bão' });
    expect([ceremony.phase, ceremony.turn, entry.facts]).toEqual(['CANCELLED', 1, {}]);
  });

  const withAward = (phase: Ceremony['phase']) => drawn(planned({ phase }), award(1));

  it.each<[Ceremony['phase'], string, string | undefined]>([
    ['PREPARING', '2020-12-25T00:59:59.999Z', undefined],
    ['PREPARING', '2020-12-25T01:00:00.000Z', 'FROZEN'],
    ['FROZEN', '2020-12-28T17:00:59.999Z', undefined],
    ['FROZEN', '2020-12-28T17:01:00.000Z', 'HELD'],
    ['HELD', '2020-12-29T10:00:00.000Z', undefined],
    ['FINISHED', '2021-12-29T10:00:00.000Z', undefined],
    ['CANCELLED', '2021-12-29T10:00:00.000Z', undefined],
  ])('%s at %s opens %s', (phase, now, next) => {
    expect(openNextPhase(withAward(phase), instant(now))?.ceremony.phase).toBe(next);
  });

  it('freezes a list at the latest when the day comes', () => {
    const late = { ...withAward('PREPARING'), freezeOn: day('2020-12-29') };
    expect(wakeAt(late, calendar)).toBe('2020-12-28T17:01:00.000Z');
    expect(openNextPhase(late, instant('2020-12-28T17:01:00.000Z'))?.ceremony.phase).toBe('FROZEN');
  });

  it('is finished when nothing was drawn', () => {
    expect(openNextPhase(planned({ phase: 'HELD' }), instant('2020-12-29T02:00:00.000Z'))?.entry.act).toBe(
      'Finished',
    );
  });

  it('reminds on the working day after, then every seventh day, while something remains', () => {
    const held = { ...withAward('HELD'), day: day('2020-12-31') };
    expect(wakeAt(held, calendar)).toBe(at(day('2021-01-04'), 8));
    expect(remindDelivery(held, at(day('2021-01-03'), 9), calendar)).toBeUndefined();

    const told = remindDelivery(held, at(day('2021-01-04'), 8), calendar)!;
    expect(told.entry).toEqual({ act: 'Reminded', facts: { left: 1 } });
    expect(remindDelivery(told.ceremony, at(day('2021-01-10'), 23), calendar)).toBeUndefined();
    expect(wakeAt(told.ceremony, calendar)).toBe(at(day('2021-01-11'), 8));

    const done = handOver(told.ceremony, award(1), handing('PRESENTED'), day('2021-01-05')).ceremony;
    expect(remindDelivery(done, at(day('2021-01-11'), 8), calendar)).toBeUndefined();
  });
});
