import { newCeremonySchema, ceremonyCommands } from '#shared/domain/ceremony.ts';
import { caseIdSchema, ceremonyIdSchema, type CaseId, type CeremonyId } from '#shared/domain/id.ts';
import { addDays, epochMs } from '#shared/domain/time.ts';
import { effectsWrite, loadFlow } from '#shared/records/flow-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { actOnCeremony } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { issuedDecision } from '#tests/support/issued-decision.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import type { FaultyOffice } from './faulty-office.ts';

/** What officials do in a fault run, straight on the table. Records are named as effects and flows name them. */

let drafted = 0;
const idOf = (record: string): string => record.slice(record.indexOf('#') + 1);
const caseIdOf = (record: string): CaseId => caseIdSchema.parse(idOf(record));

export async function draft({ ports }: FaultyOffice): Promise<string> {
  drafted += 1;
  const name = `Nguyễn Thị Thử ${String(drafted)}`;
  return recordId('CASE', await draftNomination(ports, { name, birthYear: 1900 + (drafted % 100) }));
}

export const submit = ({ ports }: FaultyOffice, record: string) =>
  actOnCase(ports, asks(people.wardOfficer), caseIdOf(record), 'submit', { noSecrets: true });

export const withdraw = ({ ports }: FaultyOffice, record: string) =>
  actOnCase(ports, asks(people.wardOfficer), caseIdOf(record), 'withdraw', { reason: 'Nhập trùng' });

export async function submitted(office: FaultyOffice): Promise<string> {
  const record = await draft(office);
  await submit(office, record);
  await office.home.settle();
  return record;
}

/** Until the flow of this record looks again by itself. */
export async function passToItsDay({ home, ports }: FaultyOffice, record: string): Promise<void> {
  const [item] = await ports.store.get([keys.flow(record)]);
  const lookAgainAt = loadFlow(item)?.value.lookAgainAt ?? home.clock.office();
  home.pass(Math.max(0, epochMs(lookAgainAt) - epochMs(home.clock.office())) + 1000);
}

/** A ceremony of tomorrow, whose list freezes on the day. */
export async function planCeremony({ home, ports }: FaultyOffice): Promise<string> {
  const day = addDays(home.clock.today(), 1);
  const host = organisations.districtCommittee.id;
  const command = newCeremonySchema.parse({
    host,
    title: 'Hội nghị',
    day,
    place: 'Hội trường',
    freezeOn: day,
  });
  const { id } = await newCeremony(ports, asks(people.organiser), command);
  await home.settle();
  return recordId('CEREMONY', id);
}

/** The same with one award, on the evening of its day. */
export async function heldCeremony(office: FaultyOffice): Promise<string> {
  const { home, ports } = office;
  const record = await planCeremony(office);
  const decision = await issuedDecision(ports, { rows: [{ name: 'Lê Văn Tám' }] });
  // It lies there without the way that led to it, hence without effects of its own.
  const records = [recordId('LIST', decision.id), ...decision.cases.map((id) => recordId('CASE', id))];
  await ports.store.commit(
    records.map((one) => effectsWrite(one, undefined, { through: 0, failures: 0, parked: false })),
  );
  const draw = ceremonyCommands.draw.parse({ decision: decision.id });
  await drawAwards(ports, asks(people.organiser), ceremonyIdOf(record), draw);
  await home.settle();
  await passToItsDay(office, record);
  await home.settle();
  return record;
}

const ceremonyIdOf = (record: string): CeremonyId => ceremonyIdSchema.parse(idOf(record));

export async function handOverAll({ ports }: FaultyOffice, record: string): Promise<void> {
  const { items } = await ports.store.query({ pk: record, prefix: 'AWARD#' });
  for (const { sk } of items) {
    const body = { case: sk.slice('AWARD#'.length), state: 'PRIVATE' };
    const command = ceremonyCommands.handOver.parse(body);
    await actOnCeremony(ports, asks(people.organiser), ceremonyIdOf(record), 'handOver', command);
  }
}
