import { GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { functionNames, type FunctionName } from '../../names.ts';
import type { Stage } from '../../stages.ts';
import type { Watched } from './home-watches.ts';
import { functionMetric, tableMetric } from './measures.ts';

/** Rows of the dashboard, from what people notice to what lies beneath. */
export function graphsOf(stage: Stage, { api, flows, deadLetters, data }: Watched): IWidget[][] {
  const { table } = data.records;
  const ofEach = (metricName: string, statistic: string, names: readonly FunctionName[] = functionNames) =>
    names.map((name) => functionMetric(stage, name, metricName, statistic));
  return [
    [
      graph('Requests', [api.metricCount({ statistic: 'Sum' })]),
      graph('Answers: refused, failed', [api.metricClientError(), api.metricServerError()]),
      graph('Time to answer, ms', [
        api.metricLatency({ statistic: 'p50' }),
        api.metricLatency({ statistic: 'p95' }),
      ]),
    ],
    [
      graph('Effects: age of the oldest, ms', ofEach('IteratorAge', 'Maximum', ['effects'])),
      graph(
        'Dead letters',
        Object.values(deadLetters).map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
      ),
      graph(
        'Executions started',
        Object.values(flows).map((flow) => flow.metricStarted()),
      ),
      graph(
        'Executions failed',
        Object.values(flows).map((flow) => flow.metricFailed()),
      ),
    ],
    [
      graph('Functions: errors', ofEach('Errors', 'Sum')),
      graph('Functions: duration, p95, ms', ofEach('Duration', 'p95')),
      graph('Functions: at once', ofEach('ConcurrentExecutions', 'Maximum')),
    ],
    [
      graph('Table: units', [
        table.metricConsumedReadCapacityUnits(),
        table.metricConsumedWriteCapacityUnits(),
      ]),
      graph('Table: throttled, failed', [
        tableMetric(table, 'ThrottledRequests'),
        tableMetric(table, 'SystemErrors'),
      ]),
    ],
  ];
}

function graph(title: string, left: IMetric[]): IWidget {
  return new GraphWidget({ title, left, width: 6, height: 6 });
}
