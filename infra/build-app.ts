import type { App } from 'aws-cdk-lib';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IdentitySettings } from './identity-settings.ts';
import { nameOf } from './names.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { WorkflowStack } from './stacks/workflow-stack.ts';
import type { Stage } from './stages.ts';

/** All of one stage. */
export function addStage(app: App, stage: Stage, assets: string): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const data = new DataStack(app, nameOf(stage, 'data'), stage);
  const house = { stage, data, assets };
  const identity = identityOf(app, stage, data);
  const { flows, deadLetters } = new WorkflowStack(app, nameOf(stage, 'workflow'), house);
  const { api } = new ApiStack(app, nameOf(stage, 'api'), house, identity);
  new EdgeStack(app, nameOf(stage, 'edge'), stage);
  new ObservabilityStack(app, nameOf(stage, 'observability'), stage, { data, api, flows, deadLetters });
}

function identityOf(app: App, stage: Stage, data: DataStack): IdentitySettings {
  const { identity } = stage;
  if (identity.kind === 'issuer') return identity;
  return new IdentityStack(app, nameOf(stage, 'identity'), { stage, pool: identity, mail: data.mail })
    .settings;
}
