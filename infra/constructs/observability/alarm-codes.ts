import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter, type LogGroup } from 'aws-cdk-lib/aws-logs';
import { nameOf } from '../../names.ts';
import type { Stage } from '../../stages.ts';

const eachCode = 'AlarmCode';
const anyCode = 'AnyAlarmCode';
const period = Duration.minutes(5);

/** What has an alarm of its own, or is tried again and parked if it goes on. */
const ownAlarm = ['EffectsParked', 'ExecutionLost', 'MailParked', 'MailFailed', 'EffectsFailed'] as const;

/** Every `ports.alarm(code, …)` is a line of log; here it becomes a metric: one for each code, and one for all. */
export function countAlarmCodes(logs: LogGroup, stage: Stage): void {
  const common = {
    logGroup: logs,
    filterPattern: FilterPattern.exists('$.alarm'),
    metricNamespace: namespaceOf(stage),
    metricValue: '1',
  };
  new MetricFilter(logs, 'EachCode', { ...common, metricName: eachCode, dimensions: { code: '$.alarm' } });
  new MetricFilter(logs, 'AnyCode', { ...common, metricName: anyCode });
}

export function alarmCode(stage: Stage, code: (typeof ownAlarm)[number]): Metric {
  return new Metric({
    namespace: namespaceOf(stage),
    metricName: eachCode,
    dimensionsMap: { code },
    statistic: 'Sum',
    period,
  });
}

/** Codes that nobody foresaw when alarms were written: a route that can't be resolved, an error of ours. */
export function otherAlarmCodes(stage: Stage): MathExpression {
  const any = new Metric({ namespace: namespaceOf(stage), metricName: anyCode, statistic: 'Sum', period });
  const known = ownAlarm.map((code, index) => [`known${index}`, alarmCode(stage, code)] as const);
  return new MathExpression({
    expression: `FILL(any, 0) - ${known.map(([id]) => `FILL(${id}, 0)`).join(' - ')}`,
    usingMetrics: { any, ...Object.fromEntries(known) },
    label: 'other codes',
    period,
  });
}

function namespaceOf(stage: Stage): string {
  return nameOf(stage, 'functions');
}
