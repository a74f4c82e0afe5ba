import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { nameOf, type FunctionName } from '../../names.ts';
import type { Stage } from '../../stages.ts';

const period = Duration.minutes(5);

/** Functions go by name here, so that this stack stands apart from theirs. */
export function functionMetric(
  stage: Stage,
  name: FunctionName,
  metricName: string,
  statistic: string,
): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: nameOf(stage, name) },
    statistic,
    period,
    label: name,
  });
}

/** Of ten metrics at most: an alarm takes no more. One graph may show several, so ids begin with the label. */
export function sumOf(label: string, metrics: readonly IMetric[], over = period): MathExpression {
  const named = metrics.map((metric, index) => [`${label}${index}`, metric] as const);
  return new MathExpression({
    expression: named.map(([id]) => `FILL(${id}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    label,
    period: over,
  });
}

const operations = [Operation.BATCH_GET_ITEM, Operation.QUERY, Operation.TRANSACT_WRITE_ITEMS];

/** By the three operations that the store uses. */
export function tableMetric(
  { tableName }: TableV2,
  metricName: 'ThrottledRequests' | 'SystemErrors',
): IMetric {
  return sumOf(
    metricName === 'SystemErrors' ? 'failed' : 'throttled',
    operations.map(
      (Operation) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          dimensionsMap: { TableName: tableName, Operation },
          statistic: 'Sum',
          period,
        }),
    ),
  );
}

/** Of the configuration set: shares between 0 and 1, of what was sent lately. */
export function mailMetric(configurationSet: string, metricName: 'BounceRate' | 'ComplaintRate'): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${metricName}`,
    dimensionsMap: { 'ses:configuration-set': configurationSet },
    statistic: 'Average',
    period: Duration.hours(1),
  });
}
