import { describe, expect, it } from 'vitest';
import { ceremonyRules, type CeremonyPhase } from '#shared/domain/permission.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { parseCeremonyId } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { readCeremonies, readCeremonyView } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { decisionsToDraw } from '#shared/use-cases/ceremony/decisions-to-draw.ts';
import { createCeremonyHome } from '#tests/support/ceremony-home.ts';
import { issuedDecision } from '#tests/support/issued-decision.ts';
import { organisations, people } from '#tests/support/small-directory.ts';

async function prepared() {
  const home = await createCeremonyHome();
  const decision = await issuedDecision(home.ports, {
    rows: [
      { name: 'Lê Văn Tám', enteredBy: organisations.wardCommittee },
      { name: 'Nguyễn Thị Sáu', enteredBy: organisations.siblingCommittee },
    ],
  });
  const id = await home.hold('2020-10-20');
  await home.draw(id, decision.id);
  return { home, id, decision };
}

const refused = (act: Promise<unknown>) =>
  act.then(
    () => 'read',
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  );

describe('who reads a ceremony', () => {
  it.each([
    ['the host’s organiser', people.organiser, 'read'],
    ['the host’s officer', people.districtOfficer, 'read'],
    ['the host’s auditor', people.auditor, 'read'],
    ['the ward that entered a drawn case', people.wardOfficer, 'read'],
    ['a council member who is nothing else', people.districtMember, 'CeremonyNotFound'],
    ['an organisation without a drawn case', people.policeOfficer, 'CeremonyNotFound'],
    ['a past officer of the ward', people.formerOfficer, 'CeremonyNotFound'],
  ])('%s: %s', async (_, person, outcome) => {
    const { home, id } = await prepared();
    expect(await refused(readCeremonyView(home.ports, person.id, id))).toBe(outcome);
    const found = await readCeremonies(home.ports, person.id);
    expect(found.map((ceremony) => ceremony.id)).toEqual(outcome === 'read' ? [id] : []);
  });

  it('shows presentation groups with names as on the decision', async () => {
    const { home, id, decision } = await prepared();
    await home.act(id, 'arrange', {
      groups: [
        { presenters: [{ name: 'Phạm Quang Lâm', title: 'Chủ tịch' }], cases: decision.cases.slice(1) },
        { cases: decision.cases.slice(0, 1) },
      ],
    });
    const view = await readCeremonyView(home.ports, people.wardOfficer.id, id);

    expect(view.host.shortName).toBe('UBND quận Hồng Bàng');
    expect(
      view.groups.map(({ form, authority, presenters, awards }) => [
        form.name.en,
        authority,
        presenters.length,
        ...awards.map((one) => one.name),
      ]),
    ).toEqual([
      [
        'Certificate of commendation of the district chairman',
        'Chủ tịch UBND quận Hồng Bàng',
        1,
        'Nguyễn Thị Sáu',
      ],
      [
        'Certificate of commendation of the district chairman',
        'Chủ tịch UBND quận Hồng Bàng',
        0,
        'Lê Văn Tám',
      ],
    ]);
  });

  it('tells who signed for an award only to the host and to whoever entered it', async () => {
    const { home, id, decision } = await prepared();
    await home.passTo('2020-10-20', '00:01');
    await home.act(id, 'handOver', { case: decision.cases[0], state: 'DELIVERED', receivedBy: 'Con gái' });
    const seenBy = async (person: { id: (typeof people.organiser)['id'] }) => {
      const view = await readCeremonyView(home.ports, person.id, id);
      return [view.left, view.groups[0]?.awards[0]?.handover, view.groups[0]?.awards[0]?.receivedBy];
    };

    expect(await seenBy(people.organiser)).toEqual([1, 'DELIVERED', 'Con gái']);
    expect(await seenBy(people.wardOfficer)).toEqual([1, 'DELIVERED', 'Con gái']);
    expect(await seenBy(people.siblingOfficer)).toEqual([1, 'DELIVERED', undefined]);
  });

  it('offers the organiser the acts of the phase, and everybody else none', async () => {
    const { home, id } = await prepared();
    const offered = async () => ({
      organiser: (await readCeremonyView(home.ports, people.organiser.id, id)).allowed,
      officer: (await readCeremonyView(home.ports, people.districtOfficer.id, id)).allowed,
    });
    const wanted = (phase: CeremonyPhase) => ({
      organiser: Object.entries(ceremonyRules).flatMap(([act, { phases }]) =>
        (phases as readonly string[]).includes(phase) ? [act] : [],
      ),
      officer: [],
    });

    expect(await offered()).toEqual(wanted('PREPARING'));
    await home.passTo('2020-10-16', '08:00');
    expect(await offered()).toEqual(wanted('FROZEN'));
    await home.passTo('2020-10-20', '00:01');
    expect(await offered()).toEqual(wanted('HELD'));
  });

  it('refuses what is no id as if there were no such ceremony', () => {
    expect(() => parseCeremonyId('1')).toThrow(expect.objectContaining({ code: 'CeremonyNotFound' }));
  });
});

describe('ceremonies by day', () => {
  it('come in the order of their days, between two days', async () => {
    const home = await createCeremonyHome();
    const [late, early, middle] = [
      await home.hold('2020-12-29'),
      await home.hold('2020-10-20'),
      await home.hold('2020-11-18'),
    ];
    const between = async (from?: string, to?: string) => {
      const query = {
        ...(from === undefined ? {} : { from: civilDateSchema.parse(from) }),
        ...(to === undefined ? {} : { to: civilDateSchema.parse(to) }),
      };
      return (await readCeremonies(home.ports, people.organiser.id, query)).map((ceremony) => ceremony.id);
    };

    expect(await between()).toEqual([early, middle, late]);
    expect(await between('2020-10-21', '2020-11-18')).toEqual([middle]);
    expect(await between('2020-11-18')).toEqual([middle, late]);
    expect(await between(undefined, '2020-11-17')).toEqual([early]);
  });
});

describe('decisions to draw from', () => {
  it('are the issued ones of every organisation, for the organiser, while the list is open', async () => {
    const { home, id, decision } = await prepared();
    const police = await issuedDecision(home.ports, {
      by: organisations.districtPolice,
      rows: [{ name: 'Tổ bảo vệ' }],
    });
    await issuedDecision(home.ports, { state: 'SIGNED', rows: [{ name: 'Chưa ban hành' }] });
    await issuedDecision(home.ports, { kind: 'letter', rows: [{ name: 'Tờ trình' }] });
    await issuedDecision(home.ports, {
      sealed: true,
      rows: [{ name: 'Trường hợp bảo mật 01', sealedNumber: 1 }],
    });
    const offered = async (person: { id: (typeof people.organiser)['id'] }) =>
      (await decisionsToDraw(home.ports, person.id, id)).map(({ id: list, organisation, rows, drawn }) => [
        list,
        organisation,
        rows,
        drawn,
      ]);

    expect(await offered(people.organiser)).toEqual([
      [police.id, 'Công an quận Hồng Bàng', 1, 0],
      [decision.id, 'UBND quận Hồng Bàng', 2, 2],
    ]);
    expect(await offered(people.districtOfficer)).toEqual([]);
    await home.passTo('2020-10-16', '08:00');
    expect(await offered(people.organiser)).toEqual([]);
  });
});
