import { judgedBy } from '../../domain/case-acts/change.ts';
import { conclude, presence, requireHeld, result } from '../../domain/session-acts.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import { membersOn } from '../../domain/directory.ts';
import type { List } from '../../domain/list.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { law } from '../../regimes/shipped.ts';
import { loadCase } from '../../records/case-record.ts';
import { readCouncil } from '../../records/directory-record.ts';
import { loadRow, rowWrite } from '../../records/list-record.ts';
import { keepCouncilRules } from '../rules/judge-session.ts';
import type { ListDecided, ListScene, ListSceneWithRows } from './list-scene.ts';
import { papersOf } from './papers-of.ts';
import { numbered } from './rows-of-list.ts';

/** Acts of a council's secretary on its session. */

export async function enterPresence(
  scene: ListScene,
  command: ListCommand<'presence'>,
): Promise<ListDecided> {
  requireHeld(scene.list.value, scene.setting.today);
  return { change: presence(scene.list.value, command, await membersOf(scene)) };
}

/** Members who are the subject, or of its household, are recused whether the secretary names them or not. */
export async function enterResult(scene: ListScene, command: ListCommand<'result'>): Promise<ListDecided> {
  const { list, items, setting } = scene;
  requireHeld(list.value, setting.today);
  const [rowItem, caseItem] = items;
  const row = loadRow(rowItem);
  const subject = loadCase(caseItem);
  if (row?.value.state !== 'on' || subject === undefined)
    throw new Refusal('CaseNotOfThisList', { case: command.case });
  if (command.outcome === 'otherForm' && command.otherForm !== undefined)
    law.awardForm(command.otherForm, 'otherForm');
  const change = result(list.value, row.value, command, {
    members: await membersOf(scene),
    mustRecuse: subject.value.subjectAccounts,
  });
  return { change, writes: [rowWrite(list.value, change.row ?? row.value, row)] };
}

export async function concludeSession(
  scene: ListSceneWithRows,
  command: ListCommand<'conclude'>,
): Promise<ListDecided> {
  const { ports, list, setting } = scene;
  const { minutes } = await papersOf(ports, list.value);
  const rows = numbered(list.value, scene);
  const change = conclude(list.value, rows, minutes !== undefined, setting);
  return { change: judgedBy(await keepCouncilRules(ports, list.value, rows, command), change) };
}

/** Who are members on the day on which the session is held; undefined when the council is not on record. */
export async function readMembers(ports: Ports, list: List): Promise<List['members']> {
  if (list.council === undefined) return undefined;
  const council = await readCouncil(ports.store, list.organisation, list.council);
  if (council === undefined) return undefined;
  return membersOn(council, list.heldOn ?? list.createdOn).map((member) => member.person);
}

/** Kept when the session was closed; sessions that were closed before that ask the council. */
async function membersOf({ ports, list }: ListScene): Promise<NonNullable<List['members']>> {
  const members = list.value.members ?? (await readMembers(ports, list.value));
  if (members === undefined) throw new Refusal('ListNotFound', { list: list.value.id });
  return members;
}
