import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import { nameOf } from '../../names.ts';
import type { Stage } from '../../stages.ts';

/** Of the whole account: one deployment has an account of its own. */
export function createBudget(scope: Construct, stage: Stage): void {
  new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: nameOf(stage, 'month'),
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: stage.monthlyBudgetUsd, unit: 'USD' },
    },
    notificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((notificationType) => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold: 100,
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ subscriptionType: 'EMAIL', address: stage.alarmEmail }],
    })),
  });
}
