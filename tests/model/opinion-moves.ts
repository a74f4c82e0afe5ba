import type { Case } from '#shared/domain/case.ts';
import type { Person } from '#shared/domain/directory.ts';
import { listIdSchema, type ListId, type OrganisationId } from '#shared/domain/id.ts';
import { listCommands, newOpinionRequestSchema } from '#shared/domain/list-command.ts';
import { awaited, correctableOn, missingOn } from '#shared/domain/opinion.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import { startOpinionRequest } from '#shared/use-cases/lists/new-list.ts';
import { organisations } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { handAt } from './hands.ts';
import { actBy, type Move } from './move.ts';
import type { ListSituation } from './situation.ts';
import type { World } from './world.ts';

const asked = [organisations.wardCommittee.id, organisations.districtCommittee.id];

/** Whether answers on it are awaited. */
export const isAsked = (subject: Case): boolean => awaited(subject).length > 0;

export async function startRequest({ ports }: World, by: Person, said: object): Promise<ListId> {
  const command = newOpinionRequestSchema.parse({ ...said, asked });
  return listIdSchema.parse((await startOpinionRequest(ports, asks(by), command)).id);
}

/** What each asked office may answer, what it may correct, and the asker’s going on without answers. */
export function answerMoves(
  world: World,
  { record, list, rows }: Pick<ListSituation, 'record' | 'list' | 'rows'>,
): Move[] {
  const act = (name: SingleListAct, office: OrganisationId, body: object, more: { detour?: true } = {}) => {
    const by = handAt(world, office, 'officer');
    return actBy({ name, record, ...more }, by === undefined ? [] : [by], async (hand) => {
      const command = listCommands[name].parse(body) as never;
      await actOnList(world.ports, asks(hand), list.id, name, command);
    });
  };
  return rows.flatMap((row) => [
    ...missingOn(list, row).flatMap((organisation) =>
      act('answer', organisation, { organisation, answers: [{ case: row.case, opinion: 'agrees' }] }),
    ),
    ...correctableOn(list, row).flatMap((organisation) =>
      act(
        'correctAnswer',
        organisation,
        { organisation, answer: { case: row.case, opinion: 'agrees' } },
        { detour: true },
      ),
    ),
    ...(missingOn(list, row).length === 0 || list.stepKind !== 'opinion'
      ? []
      : act('goOn', list.organisation, { cases: [row.case], reason: 'Quá hạn trả lời' }, { detour: true })),
  ]);
}
