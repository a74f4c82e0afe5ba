import { describe, expect, it } from 'vitest';
import { ceremonyCommands, newCeremonySchema, type PresentationGroup } from '#shared/domain/ceremony.ts';
import { regroup } from '#shared/domain/ceremony-regrouping.ts';
import { ceremonyIdSchema, type CaseId, type CeremonyId, type ListId } from '#shared/domain/id.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import type { Ports } from '#shared/ports.ts';
import { drawnBy, loadCeremony, readAwards } from '#shared/records/ceremony-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCeremony, type SingleCeremonyAct } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { readCeremonyView } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { verifyHistory } from '#shared/use-cases/views/browse.ts';
import { issuedDecision, ulidOf } from '#tests/support/issued-decision.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts } from '#tests/support/small-world.ts';

async function planned(ports: Ports): Promise<CeremonyId> {
  const command = newCeremonySchema.parse({
    host: organisations.districtCommittee.id,
    title: 'Hội nghị tổng kết',
    day: '2020-10-20',
    place: 'Hội trường UBND quận',
  });
  return ceremonyIdSchema.parse((await newCeremony(ports, asks(people.organiser), command)).id);
}

const draw = (ports: Ports, id: CeremonyId, decision: ListId) =>
  drawAwards(ports, asks(people.organiser), id, ceremonyCommands.draw.parse({ decision }));

const act = (ports: Ports, id: CeremonyId, name: SingleCeremonyAct, body: unknown, who = people.organiser) =>
  actOnCeremony(ports, asks(who), id, name, ceremonyCommands[name].parse(body) as never);

async function read(ports: Ports, id: CeremonyId) {
  const [item] = await ports.store.get([keys.ceremonyMeta(id)]);
  return loadCeremony(item)!.value;
}

const refused = (run: Promise<unknown>): Promise<readonly string[]> =>
  run.then(
    () => ['not refused'],
    (error: unknown) =>
      isRefusal(error)
        ? [error.code, ...error.faults.map(({ field, code }) => `${field} ${code}`)]
        : [String(error)],
  );

/** Two ceremonies being prepared; the first has drawn three of the ward and one of its sibling. */
async function begin() {
  const ports = await createTestPorts();
  const rows = ['Một', 'Hai', 'Ba'].map((name) => ({ name: `Người ${name}` }));
  const decision = await issuedDecision(ports, {
    rows: [...rows, { name: 'Người Bốn', enteredBy: organisations.siblingCommittee }],
  });
  const [first, second] = [await planned(ports), await planned(ports)];
  await draw(ports, first, decision.id);
  return { ports, decision, first, second, cases: decision.cases };
}

describe('taking awards out of a ceremony', () => {
  it('frees them for another ceremony, and forgets who may read only for their sake', async () => {
    const { ports, decision, first, second, cases } = await begin();
    const [one, two, three, four] = cases as [CaseId, CaseId, CaseId, CaseId];
    expect((await read(ports, first)).readers).toContain(organisations.siblingCommittee.id);
    await act(ports, first, 'takeOut', { cases: [two, four, two] });

    const after = await read(ports, first);
    expect(after.groups.map((group) => group.cases)).toEqual([[one, three]]);
    expect(after.counts.drawn).toBe(2);
    expect(after.readers).toEqual([organisations.districtCommittee.id, organisations.wardCommittee.id]);
    expect(await refused(readCeremonyView(ports, people.siblingOfficer.id, first))).toEqual([
      'CeremonyNotFound',
      'id notFound',
    ]);
    expect((await readAwards(ports.store, first)).map((award) => award.case)).toEqual([one, three]);

    const { results } = await draw(ports, second, decision.id);
    expect(results).toEqual([two, four].map((id) => ({ case: id, drawn: true })));
    const guards = await ports.store.get(cases.map((id) => keys.awardDrawn(id)));
    expect(guards.map(drawnBy)).toEqual([first, second, first, second]);
    expect((await verifyHistory(ports, recordId('CEREMONY', first))).faults).toEqual([]);
  });

  it('leaves no empty group, and an award that was taken out may come again', async () => {
    const { ports, decision, first, cases } = await begin();
    await act(ports, first, 'takeOut', { cases });
    expect(await read(ports, first)).toMatchObject({ groups: [], counts: { drawn: 0 } });
    await draw(ports, first, decision.id);
    expect((await read(ports, first)).groups.map((group) => group.cases)).toEqual([cases]);
  });

  it('takes out none where one of them stands elsewhere, and names it', async () => {
    const { ports, first, second, cases } = await begin();
    await act(ports, first, 'takeOut', { cases: cases.slice(0, 1) });
    expect(await refused(act(ports, first, 'takeOut', { cases: cases.slice(0, 2).toReversed() }))).toEqual([
      'CaseNotFound',
      'cases.1 notFound',
    ]);
    expect(await refused(act(ports, second, 'takeOut', { cases: cases.slice(1, 2) }))).toEqual([
      'CaseNotFound',
      'cases.0 notFound',
    ]);
    expect((await read(ports, first)).counts.drawn).toBe(3);
  });

  it.each(['FROZEN', 'HELD', 'FINISHED', 'CANCELLED'])('is refused once it is %s', async (phase) => {
    const { ports, first, cases } = await begin();
    const [item] = await ports.store.get([keys.ceremonyMeta(first)]);
    const { version, body, ...rest } = item!;
    await ports.store.commit([{ put: { ...rest, version: version + 1, body: { ...body, phase } } }]);
    for (const name of ['takeOut', 'regroup'] as const)
      expect((await refused(act(ports, first, name, { cases })))[0]).toBe('CeremonyFrozen');
  });

  it('is the organiser’s act', async () => {
    const { ports, first, cases } = await begin();
    for (const name of ['takeOut', 'regroup'] as const)
      expect((await refused(act(ports, first, name, { cases }, people.districtOfficer)))[0]).toBe(
        'ActNotYours',
      );
  });
});

describe('moving awards to another group', () => {
  const [a, b, c, d, e] = ['A', 'B', 'C', 'D', 'E'].map((name) => ulidOf(`CASE${name}`) as CaseId) as [
    CaseId,
    CaseId,
    CaseId,
    CaseId,
    CaseId,
  ];
  const host = [{ name: 'Vương Văn Tịch', title: 'Chủ tịch UBND quận' }];
  const group = (cases: CaseId[], change: Partial<PresentationGroup> = {}): PresentationGroup => ({
    form: 'GK_HUYEN',
    authority: 'Chủ tịch UBND quận',
    presenters: [],
    cases,
    ...change,
  });
  const groups = [group([a, b, c], { presenters: host }), group([d]), group([e], { form: 'BK_TINH' })];

  async function moved(cases: readonly CaseId[], target?: CaseId, before = groups) {
    const { ports, first } = await begin();
    const ceremony = { ...(await read(ports, first)), groups: before };
    return regroup(ceremony, ceremonyCommands.regroup.parse({ cases, with: target })).ceremony.groups;
  }
  const shape = async (...asked: Parameters<typeof moved>) => (await moved(...asked)).map((one) => one.cases);

  it('splits a group: the new one stands behind it, left to right as before, with its presenters', async () => {
    expect(await shape([c, a])).toEqual([[b], [a, c], [d], [e]]);
    expect((await moved([c, a]))[1]?.presenters).toEqual(host);
    expect(await shape([a, b, c])).toEqual([[a, b, c], [d], [e]]);
    expect(await shape([b, d])).toEqual([[a, c], [b, d], [e]]);
  });

  it('merges groups: whoever comes stands behind, and the empty group is gone', async () => {
    expect(await shape([d], b)).toEqual([[a, b, c, d], [e]]);
    expect(await shape([c, b, a], d)).toEqual([[d, a, b, c], [e]]);
    expect(await shape([a, d], b)).toEqual([[a, b, c, d], [e]]);
    expect(await shape([a], b)).toEqual([[a, b, c], [d], [e]]);
  });

  it('never puts two forms or two authorities into one group, and names what does not fit', async () => {
    expect(await refused(moved([d, e], a))).toEqual(['InputInvalid', 'cases.1 otherGroupKind']);
    expect(await refused(moved([a, e]))).toEqual(['InputInvalid', 'cases.1 otherGroupKind']);
    const other = [group([a, b]), group([c], { authority: 'Bộ trưởng Bộ Công an' })];
    expect(await refused(moved([a], c, other))).toEqual(['InputInvalid', 'cases.0 otherGroupKind']);
  });

  it('names an award that is not drawn here', async () => {
    const strange = ulidOf('STRANGE') as CaseId;
    expect(await refused(moved([a, strange]))).toEqual(['CaseNotFound', 'cases.1 notFound']);
    expect(await refused(moved([a], strange))).toEqual(['CaseNotFound', 'with notFound']);
  });

  it('is kept, and what is drawn later joins the last group of its kind', async () => {
    const { ports, first, decision, cases } = await begin();
    const [one, two, three, four] = cases as [CaseId, CaseId, CaseId, CaseId];
    await act(ports, first, 'regroup', { cases: [three] });
    await act(ports, first, 'takeOut', { cases: [four] });
    await draw(ports, first, decision.id);
    expect((await read(ports, first)).groups.map((one) => one.cases)).toEqual([
      [one, two],
      [three, four],
    ]);
    await act(ports, first, 'regroup', { cases: [three, four], with: one });
    expect((await read(ports, first)).groups).toHaveLength(1);
    expect((await verifyHistory(ports, recordId('CEREMONY', first))).faults).toEqual([]);
  });
});
