import { describe, expect, it } from 'vitest';
import { loadDefinition } from '#local/workflow/definition/load-definition.ts';
import { flowText, validatorErrors } from '#tests/support/flow-lab.ts';
import { withTaskNames } from '#workflows/definition.ts';
import { sentenceOf, type Case, type Line } from './behaviour.ts';
import { caseName, homes, type HomeName } from './home.ts';
import { openSubject } from './subject.ts';
import { topics } from './topics.ts';

const lines = Object.values(topics).flat();
const casesOf = (line: Line): readonly [string, Case][] =>
  'cases' in line ? Object.entries(line.cases) : [];

async function expectToConform(home: HomeName, played: Case): Promise<void> {
  const subject = await openSubject(home, played);
  try {
    expect(await subject.start(caseName, played.input ?? {})).toBe('ok');
    for (const act of played.then ?? []) await act(subject);
    expect(await subject.describe(caseName)).toMatchObject(played.ends ?? {});
    if (played.enters !== undefined) expect(subject.entered).toEqual(played.enters);
    expect(subject.calls).toMatchObject(played.calls ?? {});
  } finally {
    await subject.close();
  }
}

describe.each(homes)('the %s', (home) => {
  const played = Object.entries(topics).filter(([, ofTopic]) =>
    ofTopic.some((line) => casesOf(line).length > 0),
  );

  describe.each(played)('%s', (_, ofTopic) => {
    for (const line of ofTopic) {
      const cases = casesOf(line).filter(([, { only = home }]) => only === home);
      if (cases.length > 0)
        it.each(cases)(`${sentenceOf(line)}: %s`, async (__, each) => {
          await expectToConform(home, each);
        });
    }
  });
});

describe('a flow is refused when it is loaded', () => {
  const tasks = new Set(['ask']);
  const refused = lines.filter((line) => 'refuses' in line);

  describe.each(refused.map((line) => [line.refuses, line.flows] as const))('%s', (_, flows) => {
    it.each(flows)('%s', (says, flow) => {
      expect(() => loadDefinition(withTaskNames(flow), tasks)).toThrow(says);
    });
  });

  it('and no flow of this suite is refused that runs', () => {
    for (const { flow } of lines.flatMap((line) => casesOf(line).map(([, played]) => played)))
      expect(() => loadDefinition(withTaskNames(flow), tasks)).not.toThrow();
  });
});

it('Amazon’s validator is pleased by every flow that runs here', () => {
  const flows = new Set(
    lines.flatMap((line) => casesOf(line).flatMap(([, { flow, wider }]) => (wider ? [] : [flow]))),
  );
  const Branches = [...flows].map((flow): unknown => JSON.parse(flow));
  const errors = validatorErrors(flowText({ All: { Type: 'Parallel', Branches, End: true } }));

  expect(errors.filter((error) => !error.includes('DUPLICATE_STATE_NAMES'))).toEqual([]);
});
