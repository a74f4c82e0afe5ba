import type { ListCommandName } from '#shared/domain/list-command.ts';
import type { List } from '#shared/domain/list.ts';
import { isTextKey } from '../../texts/text.ts';
import { t, type Visit } from '../../visit.ts';

/** An act on a list by name, or as its button says it: a session has an agenda where others have a list. */
export function actWords(
  visit: Visit,
  what: 'listAct' | 'listDo',
  act: ListCommandName,
  kind: List['kind'],
): string {
  const ofSession = `${what}.session.${act}`;
  return t(visit, kind === 'session' && isTextKey(ofSession) ? ofSession : `${what}.${act}`);
}
