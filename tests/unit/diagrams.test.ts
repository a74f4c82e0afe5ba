import { expect, test } from 'vitest';
import { drawFlow, drawRoute, filled, staleDiagrams } from '../../scripts/diagram.mjs';

test('every flow, every route and every life of a case or list is drawn in the documents as it is now', async () => {
  expect(await staleDiagrams(), 'npm run diagram draws them anew').toEqual([]);
}, 120_000);

test('a flow is drawn with its choices, its timeouts and its ends', () => {
  const drawing = drawFlow({
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Catch: [
          { ErrorEquals: ['States.Timeout'], Next: 'Late' },
          { ErrorEquals: ['States.ALL'], Next: 'Lost' },
        ],
        Next: 'Where',
      },
      Where: {
        Type: 'Choice',
        Choices: [{ Condition: "{% $place = 'END' %}", Next: 'Late' }],
        Default: 'Lost',
      },
      Late: { Type: 'Succeed' },
      Lost: { Type: 'Fail' },
    },
  });
  for (const line of [
    'Begin((" ")) --> Ask',
    'Ask[/"Ask"/]',
    'Where{"Where"}',
    'Late(["Late"])',
    'Lost[["Lost"]]',
    'Ask --> Where',
    'Ask -. "States.Timeout" .-> Late',
    'Ask -.-> Lost',
    'Where -- "END" --> Late',
    'Where -- otherwise --> Lost',
  ]) {
    expect(drawing).toContain(`\n  ${line}\n`);
  }
});

test('a route is drawn with the day by which each step is due, and the step that freezes it in a double frame', () => {
  const drawing = drawRoute({
    steps: [
      { title: { vi: 'Tiếp nhận' }, due: { workingDays: 3 }, freezes: true },
      { title: { vi: 'Họp xét' }, due: { roundDay: 'councilDay' } },
      { title: { vi: 'Ký tờ trình' }, due: { monthDay: '05-30' } },
    ],
  });
  expect(drawing).toContain('s0[["Tiếp nhận<br/>3 ngày làm việc"]]');
  expect(drawing).toContain('s1["Họp xét<br/>ngày họp xét của đợt"]');
  expect(drawing).toContain('s2["Ký tờ trình<br/>trước 30/05"]');
  expect(drawing).toContain('s0 --> s1 --> s2');
});

test('markers are filled, those without a drawing stay as they are, and filling twice changes nothing', () => {
  const drawn = new Map([['flow:case', 'NEW']]);
  const text = 'a\n<!-- flow:case -->\nold\n<!-- /flow:case -->\n<!-- flow:other -->\n<!-- /flow:other -->\n';
  const once = filled(text, drawn);
  expect(once).toBe(
    'a\n<!-- flow:case -->\nNEW\n<!-- /flow:case -->\n<!-- flow:other -->\n<!-- /flow:other -->\n',
  );
  expect(filled(once, drawn)).toBe(once);
});
