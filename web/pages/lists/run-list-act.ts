import type { z } from 'zod';
import { listCommands, type ListCommand } from '#shared/domain/list-command.ts';
import type { ListId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { parseCommand } from '../../forms/faults.ts';

export interface ListActScene {
  readonly ports: Ports;
  readonly request: ActRequest;
  readonly id: ListId;
}

type RunAct = (scene: ListActScene, said: unknown) => Promise<void>;

function runs<Name extends SingleListAct>(name: Name, schema: z.ZodType<ListCommand<Name>>): RunAct {
  return async ({ ports, request, id }, said) => {
    await actOnList(ports, request, id, name, parseCommand(schema, said));
  };
}

export const runListAct: Readonly<Record<SingleListAct, RunAct>> = {
  ungather: runs('ungather', listCommands.ungather),
  order: runs('order', listCommands.order),
  close: runs('close', listCommands.close),
  reopen: runs('reopen', listCommands.reopen),
  strike: runs('strike', listCommands.strike),
  presence: runs('presence', listCommands.presence),
  result: runs('result', listCommands.result),
  conclude: runs('conclude', listCommands.conclude),
  sign: runs('sign', listCommands.sign),
  issue: runs('issue', listCommands.issue),
  answer: runs('answer', listCommands.answer),
  correctAnswer: runs('correctAnswer', listCommands.correctAnswer),
  goOn: runs('goOn', listCommands.goOn),
  issueSignedOutside: runs('issueSignedOutside', listCommands.issueSignedOutside),
};
