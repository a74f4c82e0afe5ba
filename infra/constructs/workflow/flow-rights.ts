import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { executionsArnOf, flowArnOf, flowNames } from '../../names.ts';
import type { Stage } from '../../stages.ts';

/** A token says of itself which execution waits for it; the right is given on the flow. */
export function mayResumeFlows(stage: Stage): PolicyStatement {
  return new PolicyStatement({
    actions: ['states:SendTaskSuccess'],
    resources: flowNames.map((flow) => flowArnOf(stage, flow)),
  });
}

export function mayRunFlows(stage: Stage): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['states:StartExecution'],
      resources: flowNames.map((flow) => flowArnOf(stage, flow)),
    }),
    new PolicyStatement({
      actions: ['states:DescribeExecution'],
      resources: flowNames.map((flow) => executionsArnOf(stage, flow)),
    }),
    mayResumeFlows(stage),
  ];
}
