import { Policy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';

/**
 * Has Lambda trace a function. CDK would write the right to it into the role's own policy, where its `*` would have to
 * be acknowledged for whatever else stands there: so it has a policy of its own.
 */
export function trace(run: LambdaFunction, role: Role): void {
  const { defaultChild } = run.node;
  if (!(defaultChild instanceof CfnFunction)) throw new TypeError('no function');
  const policy = new Policy(role, 'Tracing', {
    roles: [role],
    statements: [
      new PolicyStatement({
        actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
        resources: ['*'],
      }),
    ],
  });
  acknowledge(
    policy,
    'AwsSolutions-IAM5[Resource::*]',
    'X-Ray knows no resources: what is traced can only be put to all.',
  );
  defaultChild.tracingConfig = { mode: 'Active' };
  // Lambda makes no traced function whose role can't trace.
  run.node.addDependency(policy);
}
