import type { z } from 'zod';
import { caseCommands, type CaseCommand } from '#shared/domain/case-command.ts';
import type { CaseId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { parseCommand } from '../../forms/faults.ts';
import type { FormAct } from './act-fields.ts';

interface ActScene {
  readonly ports: Ports;
  readonly request: ActRequest;
  readonly id: CaseId;
}

type RunAct = (scene: ActScene, said: unknown) => Promise<void>;

function runs<Name extends FormAct>(name: Name, schema: z.ZodType<CaseCommand<Name>>): RunAct {
  return async ({ ports, request, id }, said) => {
    await actOnCase(ports, request, id, name, parseCommand(schema, said));
  };
}

/** What a small form says, parsed as its act wants it, and done. */
export const runCaseAct: Readonly<Record<FormAct, RunAct>> = {
  discard: runs('discard', caseCommands.discard),
  answerSupplement: runs('answerSupplement', caseCommands.answerSupplement),
  withdraw: runs('withdraw', caseCommands.withdraw),
  receive: runs('receive', caseCommands.receive),
  recommend: runs('recommend', caseCommands.recommend),
  notRecommend: runs('notRecommend', caseCommands.notRecommend),
  askSupplement: runs('askSupplement', caseCommands.askSupplement),
  returnIneligible: runs('returnIneligible', caseCommands.returnIneligible),
  changeForm: runs('changeForm', caseCommands.changeForm),
  chooseLaw: runs('chooseLaw', caseCommands.chooseLaw),
  judgeAchievement: runs('judgeAchievement', caseCommands.judgeAchievement),
  mendWording: runs('mendWording', caseCommands.mendWording),
  askQuestion: runs('askQuestion', caseCommands.askQuestion),
  answerQuestion: runs('answerQuestion', caseCommands.answerQuestion),
  withdrawConsent: runs('withdrawConsent', caseCommands.withdrawConsent),
  hold: runs('hold', caseCommands.hold),
  release: runs('release', caseCommands.release),
  reassign: runs('reassign', caseCommands.reassign),
  refuse: runs('refuse', caseCommands.refuse),
  recordNotAwarded: runs('recordNotAwarded', caseCommands.recordNotAwarded),
  judgeIdentity: runs('judgeIdentity', caseCommands.judgeIdentity),
};
