import { describe, expect, it } from 'vitest';
import { loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { asks, createTestPorts, draftModelProposal, draftNomination } from '#tests/support/small-world.ts';
import { organisations, people } from '#tests/support/small-directory.ts';

describe('the small world', () => {
  it('lets the ward nominate, and knows who holds each step of the way', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    await actOnCase(ports, asks(people.wardOfficer), id, 'submit', { noSecrets: true });

    const [item] = await ports.store.get([keys.caseMeta(id)]);
    const steps = loadCase(item)?.value.route?.steps.map((step) => step.organisation);
    const { wardCommittee: ward, districtPolice: police, districtCommittee: district } = organisations;
    expect(steps).toEqual([ward, ward, police, police, police, district, district].map((one) => one.id));
    expect(ports.nudged).toEqual([`CASE#${id}`, `CASE#${id}`]);
  });

  it('takes sealed nominations and models, too', async () => {
    const ports = await createTestPorts();
    const sealed = await draftNomination(ports, { sealed: true });
    const model = await draftModelProposal(ports);
    await actOnCase(ports, asks(people.wardSealedOfficer), sealed, 'submit', { noSecrets: true });
    await actOnCase(ports, asks(people.wardOfficer), model, 'submit', { noSecrets: true });

    const items = await ports.store.get([keys.caseMeta(sealed), keys.caseMeta(model)]);
    expect(items.map((item) => loadCase(item)?.value.status)).toEqual(['AT_STEP', 'AT_STEP']);
  });

  it('is the same in every run', async () => {
    const [one, other] = await Promise.all([createTestPorts(), createTestPorts()]);
    expect(await draftNomination(one)).toBe(await draftNomination(other));
  });
});
