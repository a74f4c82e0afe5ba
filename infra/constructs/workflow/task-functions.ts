import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Env as AwaitTurnEnv } from '#functions/tasks/await-turn/env.ts';
import type { Env as CheckDatesEnv } from '#functions/tasks/check-dates/env.ts';
import type { Env as CheckDeliveryEnv } from '#functions/tasks/check-delivery/env.ts';
import type { Env as OpenPhaseEnv } from '#functions/tasks/open-phase/env.ts';
import type { Env as OpenStepEnv } from '#functions/tasks/open-step/env.ts';
import { flowArnOf, type TaskName } from '../../names.ts';
import { mayResumeFlows } from './flow-rights.ts';
import { createServiceFunction, type House } from '../service-function.ts';

const usual = { environment: {}, may: [], timeout: Duration.seconds(30) };

/** The tasks that the flows call, one function each. */
export function createTaskFunctions(scope: Construct, house: House): Record<TaskName, LambdaFunction> {
  const { stage } = house;
  return {
    'open-step': createServiceFunction<OpenStepEnv>(scope, 'open-step', house, {
      ...usual,
      description: 'Opens the next step of a case',
    }),
    'check-dates': createServiceFunction<CheckDatesEnv>(scope, 'check-dates', house, {
      ...usual,
      description: 'Reminds and escalates what is due',
    }),
    'open-phase': createServiceFunction<OpenPhaseEnv>(scope, 'open-phase', house, {
      ...usual,
      description: 'Opens the phase of a ceremony whose time has come',
    }),
    'check-delivery': createServiceFunction<CheckDeliveryEnv>(scope, 'check-delivery', house, {
      ...usual,
      description: 'Reminds of awards that are not delivered',
    }),
    'await-turn': createServiceFunction<AwaitTurnEnv>(scope, 'await-turn', house, {
      ...usual,
      description: 'Stores the token of a waiting execution',
      environment: {
        CASE_FLOW_ARN: flowArnOf(stage, 'case'),
        CEREMONY_FLOW_ARN: flowArnOf(stage, 'ceremony'),
      },
      may: [mayResumeFlows(stage)],
    }),
  };
}
