import { listCommands } from '#shared/domain/list-command.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { actOnList } from '#shared/use-cases/lists/act-on-list.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { parseIdList } from '../../forms/id-list.ts';
import { parseCommand } from '../../forms/faults.ts';
import type { Typed } from '../../forms/typed.ts';
import type { ListActScene } from './run-list-act.ts';

export const struckIn = (typed: Typed): string[] => parseIdList(typed.all('strike'));

/**
 * Strikes the rows that were ticked, each an act with the one reason, then signs what is left. The first names the version of the
 * list that was seen, each other the version that the one before it left: whatever somebody else did in between is signed by nobody unseen.
 * @throws Refusal InputInvalid without a reason, EditStale, and what striking and signing throw
 */
export async function signRest({ ports, request, id }: ListActScene, typed: Typed): Promise<void> {
  const reason = typed.text('reason');
  if (reason.trim() === '') throw new Refusal('InputInvalid', {}, [{ field: 'reason', code: 'empty' }]);
  let own: ActRequest = { ...request, ifVersion: Number(typed.text('seen')) };
  for (const struck of struckIn(typed)) {
    const command = parseCommand(listCommands.strike, { case: struck, reason });
    const answer = await actOnList(ports, { ...own, key: `${request.key}/${struck}` }, id, 'strike', command);
    const { ifStep: _seen, ...rest } = request;
    own = { ...rest, ifVersion: answer.version };
  }
  const { list } = await readListView(ports, request.person, id);
  await actOnList(ports, own, id, 'sign', parseCommand(listCommands.sign, { hash: list.hash ?? '' }));
}
