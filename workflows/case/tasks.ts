import { awaitTurn } from '#functions/tasks/await-turn/task.ts';
import { checkDates } from '#functions/tasks/check-dates/task.ts';
import { openStep } from '#functions/tasks/open-step/task.ts';

/** The tasks of the case flow: folder in functions/tasks, placeholder `${OpenStepFunctionArn}`, state OpenStep. */
export const caseTasks = {
  'open-step': openStep,
  'await-turn': awaitTurn,
  'check-dates': checkDates,
} as const;
