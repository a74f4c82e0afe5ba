import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { something, type Synthesised } from './synthesised.ts';

const folder = new URL('../../docs/runbooks/', import.meta.url);

export function observabilitySentences(prod: Synthesised): void {
  const alarms = (['observability', 'edge'] as const).flatMap((stack) =>
    prod.all(stack, 'AWS::CloudWatch::Alarm'),
  );
  const linked = alarms.map(({ AlarmDescription }) => /\/([\w-]+)\.md$/.exec(String(AlarmDescription))?.[1]);

  describe('every alarm', () => {
    it('leads to a page that says what to do, and every page has its alarm', () => {
      // What an office's own machine needs has no alarm: it lies in a folder of its own.
      const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
      expect([...new Set(linked)].sort()).toEqual(pages.map((file) => file.replace('.md', '')).sort());
    });

    it('begins its name with the page’s, so that it is found by either', () => {
      const names = alarms.map(({ AlarmName }) => String(AlarmName).replace('VinhDanh-prod-', ''));
      expect(names.filter((name, index) => !name.startsWith(linked[index] ?? 'none'))).toEqual([]);
    });

    it('is told by e-mail, when it rings and when it is over', () => {
      for (const alarm of alarms) {
        expect(alarm).toMatchObject({ AlarmActions: [something], OKActions: [something] });
      }
      for (const stack of ['observability', 'edge'] as const) {
        expect(prod.only(stack, 'AWS::SNS::Subscription')).toMatchObject({
          Protocol: 'email',
          Endpoint: 'van-hanh@vinhdanh.example',
        });
      }
    });
  });

  it('lets alarms publish to their topics, over TLS alone', () => {
    for (const stack of ['observability', 'edge'] as const) {
      expect(prod.only(stack, 'AWS::SNS::TopicPolicy')).toMatchObject({
        PolicyDocument: {
          Statement: [
            { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
            { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } },
          ],
        },
      });
    }
  });

  it('rings when the sweep is silent, not only when it fails', () => {
    expect(alarms.find(({ AlarmName }) => AlarmName === 'VinhDanh-prod-sweep-silent')).toMatchObject({
      TreatMissingData: 'breaching',
      ComparisonOperator: 'LessThanThreshold',
    });
  });

  it('counts the alarm codes in the log of every function', () => {
    const filters = (['workflow', 'api'] as const).flatMap((stack) =>
      prod.all(stack, 'AWS::Logs::MetricFilter'),
    );
    expect(filters).toHaveLength(20);
    expect(new Set(filters.map(({ FilterPattern }) => FilterPattern))).toEqual(
      new Set(['{ $.alarm = "*" }']),
    );
  });
}
