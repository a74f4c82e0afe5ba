import { conclude, presence, result } from '../../domain/session-acts.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import type { Council } from '../../domain/directory.ts';
import { Refusal } from '../../domain/refusal.ts';
import { awardForm } from '../../regimes/regime.ts';
import { loadCase } from '../../records/case-record.ts';
import { readCouncils } from '../../records/directory-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadRow, rowWrite } from '../../records/list-record.ts';
import { filesOf } from '../files/files.ts';
import { numberedRows } from './close-list.ts';
import type { ListDecided, ListScene } from './list-scene.ts';

/** Acts of a council's secretary on its session. */

export async function enterPresence(
  scene: ListScene,
  command: ListCommand<'presence'>,
): Promise<ListDecided> {
  return { change: presence(scene.list.value, command, await councilOf(scene)) };
}

/** Members who are the subject, or of its household, are recused whether the secretary names them or not. */
export async function enterResult(scene: ListScene, command: ListCommand<'result'>): Promise<ListDecided> {
  const { ports, list } = scene;
  const [rowItem, caseItem] = await ports.store.get([
    keys.listRow(list.value.id, command.case),
    keys.caseMeta(command.case),
  ]);
  const row = loadRow(rowItem);
  const subject = loadCase(caseItem);
  if (row?.value.state !== 'on' || subject === undefined)
    throw new Refusal('CaseNotOfThisList', { case: command.case });
  if (command.outcome === 'otherForm' && command.otherForm !== undefined)
    awardForm(command.otherForm, 'otherForm');
  const change = result(list.value, row.value, command, {
    council: await councilOf(scene),
    mustRecuse: subject.value.subjectAccounts,
  });
  return { change, writes: [rowWrite(list.value, change.row ?? row.value, row)] };
}

export async function concludeSession(scene: ListScene): Promise<ListDecided> {
  const { ports, list, setting } = scene;
  const rows = await numberedRows(ports, list.value);
  const files = await filesOf(ports, recordId('LIST', list.value.id));
  const hasMinutes = files.some((file) => file.kind === 'minutes' && file.state === 'kept');
  return { change: conclude(list.value, rows, hasMinutes, setting) };
}

async function councilOf({ ports, list }: ListScene): Promise<Council> {
  const councils = await readCouncils(ports.store, list.value.organisation);
  const council = councils.find((candidate) => candidate.id === list.value.council);
  if (council === undefined) throw new Refusal('ListNotFound', { list: list.value.id });
  return council;
}
