import { awaitTurn } from '#functions/tasks/await-turn/task.ts';
import { checkDelivery } from '#functions/tasks/check-delivery/task.ts';
import { openPhase } from '#functions/tasks/open-phase/task.ts';

/** The tasks of the ceremony flow: folder in functions/tasks, placeholder `${OpenPhaseFunctionArn}`, state OpenPhase. */
export const ceremonyTasks = {
  'open-phase': openPhase,
  'await-turn': awaitTurn,
  'check-delivery': checkDelivery,
} as const;
