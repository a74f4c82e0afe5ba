import type { Stage } from './stages.ts';

export const taskNames = ['open-step', 'check-dates', 'open-phase', 'check-delivery', 'await-turn'] as const;
export const followerNames = ['effects', 'execution-ended', 'sweep'] as const;
/** One word for folder in functions/, asset, function and CDK id. */
export const functionNames = ['api', 'web', ...taskNames, ...followerNames] as const;
export const flowNames = ['case', 'ceremony'] as const;

export type TaskName = (typeof taskNames)[number];
export type FollowerName = (typeof followerNames)[number];
export type FunctionName = (typeof functionNames)[number];
export type FlowName = (typeof flowNames)[number];

export function publicUrlOf({ domain }: Stage): string {
  return `https://${domain}`;
}

/** The API's own name. Only CloudFront has business there. */
export function originDomainOf({ domain }: Stage): string {
  return `origin.${domain}`;
}

/** What needs a name that is known before it exists: stacks, functions, flows, queues, alarms. */
export function nameOf(stage: Stage, what: string): string {
  return `VinhDanh-${stage.name}-${what}`;
}

/** By name, not by reference: a flow's definition names its functions, so these can't refer to the flow. */
export function flowArnOf(stage: Stage, flow: FlowName): string {
  return `arn:aws:states:${stage.region}:${stage.account}:stateMachine:${nameOf(stage, flow)}`;
}

/** All executions of a flow. */
export function executionsArnOf(stage: Stage, flow: FlowName): string {
  return `arn:aws:states:${stage.region}:${stage.account}:execution:${nameOf(stage, flow)}:*`;
}

/** `open-step` → `OpenStep`. */
export function constructId(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
