import { readFileSync } from 'node:fs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { placeholdersIn, taskNameOf } from '#workflows/definition.ts';
import { nameOf, type FlowName } from '../../names.ts';
import { acknowledge } from '../acknowledge.ts';
import { removalOf } from '../removal.ts';
import type { House } from '../service-function.ts';

/** A flow as workflows/ tells it. State and history hold ids only, so AWS's own key is enough, and nobody needs a right to it. */
export function createFlow(
  scope: Construct,
  flow: FlowName,
  { stage, data }: House,
  tasks: Readonly<Record<string, IFunction>>,
): StateMachine {
  const id = flow === 'case' ? 'CaseFlow' : 'CeremonyFlow';
  const text = readFileSync(new URL(`../../../workflows/${flow}/flow.asl.json`, import.meta.url), 'utf8');
  const substitutions = Object.fromEntries(
    placeholdersIn(text).map((name) => [name, functionOf(tasks, taskNameOf(name)).functionArn]),
  );
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: Object.values(substitutions) }),
  );
  acknowledge(
    role,
    'AwsSolutions-IAM5[Resource::*]',
    'X-Ray knows no resources, and log delivery of Step Functions can be set up for all only.',
  );
  return new StateMachine(scope, id, {
    stateMachineName: nameOf(stage, flow),
    stateMachineType: StateMachineType.STANDARD,
    // From a string, so that template, diff and tests show the flow.
    definitionBody: DefinitionBody.fromString(text),
    definitionSubstitutions: substitutions,
    role,
    tracingEnabled: true,
    logs: {
      level: LogLevel.ALL,
      includeExecutionData: false,
      destination: new LogGroup(scope, `${id}Logs`, {
        // This prefix keeps the resource policy of the account's log groups short: they share one.
        logGroupName: `/aws/vendedlogs/states/${nameOf(stage, flow)}`,
        retention: stage.logRetention,
        encryptionKey: data.keys.logs,
        removalPolicy: removalOf(stage),
      }),
    },
  });
}

function functionOf(tasks: Readonly<Record<string, IFunction>>, name: string): IFunction {
  const found = tasks[name];
  if (found === undefined) throw new RangeError(`no function for the task ${name}`);
  return found;
}
