import { Stack } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { createAlarms, createAlarmTopic } from '../constructs/observability/alarm.ts';
import { createBudget } from '../constructs/observability/budget.ts';
import { graphsOf } from '../constructs/observability/graphs.ts';
import { homeWatches, type Watched } from '../constructs/observability/home-watches.ts';
import { nameOf } from '../names.ts';
import type { Stage } from '../stages.ts';
import { stackProps } from './stack-props.ts';

/** What tells people how the system fares: one dashboard, and alarms that each lead to a page in docs/runbooks. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, watched: Watched) {
    super(scope, id, stackProps(stage));
    const alarms = createAlarms(this, stage, createAlarmTopic(this, stage), homeWatches(stage, watched));
    new Dashboard(this, 'Dashboard', {
      dashboardName: nameOf(stage, 'dashboard'),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 5 })],
        ...graphsOf(stage, watched),
      ],
    });
    createBudget(this, stage);
  }
}
