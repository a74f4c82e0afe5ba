import { describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { readQuotasUsed } from '#shared/records/quota-record.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { readRoundView } from '#shared/use-cases/views/round-view.ts';
import { desks, sealedDesks, walkIn, type Walk } from '../support/case-walk.ts';
import { withTheCity } from '../support/city-offices.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { december, organisations, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const quotas = [
  { kind: 'individual', count: 16 },
  { kind: 'individual', count: 4, organisation: organisations.wardCommittee.id },
  { kind: 'individual', count: 4, organisation: organisations.siblingCommittee.id },
  { kind: 'collective', count: 5 },
];
const [form] = december.forms;
const round = roundSchema.parse({ ...december, forms: [{ ...form, quotas }] });

async function begin(): Promise<{ home: TestHome; walk: Walk }> {
  const home = await createTestHome();
  await home.ports.store.commit([roundWrite({ value: december, version: 1 }, round)]);
  return { home, walk: walkIn(home) };
}

/** As the page of the round has them, in the order of its quotas. */
async function usedIn({ ports }: TestHome): Promise<readonly number[]> {
  const view = await readRoundView(ports, round.id);
  return view.forms.flatMap((open) => open.quotas.map(({ used }) => used));
}

const { wardOfficer, wardSealedOfficer, districtSecretary, policeOfficer } = people;

/** Each from one nomination that was sent. */
const ways: readonly {
  readonly what: string;
  readonly sealed?: boolean;
  readonly go: (walk: Walk, id: CaseId) => Promise<unknown>;
  readonly used: 0 | 1;
}[] = [
  { what: 'sent', go: async () => undefined, used: 1 },
  { what: 'sealed and sent', sealed: true, go: async () => undefined, used: 1 },
  { what: 'withdrawn', go: (walk, id) => walk.act(wardOfficer, id, 'withdraw', { reason: 'Rút' }), used: 0 },
  {
    what: 'not agreed to by the council',
    go: (walk, id) => walk.session('ward', [id], { outcome: 'notAgreed' }),
    used: 0,
  },
  {
    what: 'returned as ineligible',
    go: async (walk, id) => {
      await walk.to('district-receive', [id]);
      await walk.act(policeOfficer, id, 'returnIneligible', { reason: 'Thiếu', article: 'Điều 84' });
    },
    used: 0,
  },
  {
    what: 'awarded',
    go: async (walk, id) => {
      await walk.to('district-decide', [id]);
      await walk.decision(desks.district, [id]);
    },
    used: 1,
  },
  {
    what: 'sealed and awarded',
    sealed: true,
    go: async (walk, id) => {
      await walk.to('district-decide', [id], { sealed: true });
      await walk.decision(sealedDesks.district, [id], { sealed: true });
    },
    used: 1,
  },
];

describe('the quotas of a round', () => {
  it.each(ways)(
    'are used $used times by a nomination that is $what',
    async ({ go, used, sealed = false }) => {
      const { home, walk } = await begin();
      const draft = await draftNomination(home.ports, { sealed });
      await home.settle();
      expect(await usedIn(home)).toEqual([0, 0, 0, 0]);
      await walk.act(sealed ? wardSealedOfficer : wardOfficer, draft, 'submit');
      await go(walk, draft);
      expect(await usedIn(home)).toEqual([used, used, 0, 0]);
      expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
    },
  );

  it('are counted for the form to which a nomination is moved', async () => {
    const { home, walk } = await begin();
    await withTheCity(home);
    const id = await draftNomination(home.ports);
    await walk.act(wardOfficer, id, 'submit');
    await walk.to('district-council', [id]);
    await walk.act(districtSecretary, id, 'changeForm', { form: 'BK_TINH', reason: 'Tiêu biểu' });
    expect(await readQuotasUsed(home.ports.store, round.id)).toEqual([
      {
        organisation: organisations.wardCommittee.id,
        used: [{ form: 'BK_TINH', kind: 'individual', count: 1 }],
      },
    ]);
  });

  it('are used once by each, however many are sent at once, and however often effects run', async () => {
    const { home } = await begin();
    const drafts: CaseId[] = [];
    for (let n = 0; n < 8; n += 1)
      drafts.push(await draftNomination(home.ports, { name: `Người Số ${String(n)}`, birthYear: 1950 + n }));
    await home.settle();
    const silent = walkIn(home, { ...home.ports, nudge: () => undefined });
    for (const id of drafts) await silent.act(wardOfficer, id, 'submit');
    const records = drafts.map((id) => recordId('CASE', id));
    await Promise.all([...records, ...records].map((record) => catchUp(home.ports, record)));
    await home.settle();
    expect(await usedIn(home)).toEqual([8, 8, 0, 0]);

    // Its cursor forgotten, one is caught up from the start: it stands counted still.
    const [first = ''] = records;
    const [item] = await home.ports.store.get([keys.effects(first)]);
    await home.ports.store.commit([{ put: { ...item!, body: { ...item!.body, through: 0 } } }]);
    await catchUp(home.ports, first);
    expect(await usedIn(home)).toEqual([8, 8, 0, 0]);
  });
});
