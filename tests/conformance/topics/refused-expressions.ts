import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Refusal } from '../behaviour.ts';

type Fields = Readonly<Record<string, unknown>>;
type Refused = Refusal['flows'][number];

const done = { Type: 'Succeed' } as const;
const ask = (rest: Fields, payload = {}) =>
  flowText({ Ask: invoke('Ask', { Next: 'Done', ...rest }, payload), Done: done });
const pass = (rest: Fields) => flowText({ One: { Type: 'Pass', End: true, ...rest } });

const refused = (says: string, expression: string): Refused => [
  `state One: Pass.Output: ${says}`,
  pass({ Output: `{% ${expression} %}` }),
];
const unreadable = (place: string) => `$states.${place} can't be read here`;
const nameOf = (call: string) => call.slice(0, call.indexOf('('));
const unknown = (call: string) => refused(`${nameOf(call)} is neither`, call);
const halfWritten = 'an expression begins with {% and ends with %}, and nothing stands around it';

/** What an expression may not read, call or be. */
export const refusedExpressions: readonly Refusal[] = [
  {
    refuses: '`$states.result` and `$states.errorOutput` where there is none, `$states` as a whole',
    page: '$states',
    flows: [
      refused(unreadable('result'), '$states.result'),
      [`state Ask: Arguments.Payload.x: ${unreadable('result')}`, ask({}, { x: '{% $states.result %}' })],
      [`state Ask: Output: ${unreadable('errorOutput')}`, ask({ Output: '{% $states.errorOutput %}' })],
      [
        `state Ask: Catch.0.Output: ${unreadable('result')}`,
        ask({
          Catch: [{ ErrorEquals: ['A'], Output: '{% $states.result %}', Next: 'Done' }],
        }),
      ],
      refused(unreadable(''), '$states'),
      refused(unreadable('*'), '$states.*'),
    ],
  },
  {
    refuses: '`$states.result` of a function beside its Payload',
    page: 'Task',
    flows: [
      [
        `state Ask: Output: ${unreadable('result.StatusCode')}`,
        ask({
          Output: '{% $states.result.StatusCode %}',
        }),
      ],
      [`state Ask: Assign.all: ${unreadable('result')}`, ask({ Assign: { all: '{% $states.result %}' } })],
    ],
  },
  {
    refuses: 'The context beside what is ticked above, and the token outside the Arguments of a wait',
    page: 'context object',
    flows: [
      ...[
        'context',
        'context.Execution',
        'context.Execution.Id',
        'context.Execution.RoleArn',
        'context.Execution.RedriveCount',
        'context.StateMachine.Id',
        'context.StateMachine.Name',
        'context.Task.Token',
        'context.Map.Item.Index',
      ].map((path) => refused(unreadable(path), `$states.${path}`)),
      [
        `state Await: Output: ${unreadable('context.Task.Token')}`,
        flowText({ Await: awaitToken('Ask', { Output: '{% $states.context.Task.Token %}', End: true }) }),
      ],
    ],
  },
  {
    refuses:
      'A variable that no state assigns, or whose name is `states`, above 80 characters or no Unicode identifier',
    page: 'names of variables',
    flows: [
      ...[
        '$missing',
        '$states.input[a = $missing]',
        '$states.input.a[b = $missing].c',
        "{'a': [1, $missing]}",
      ].map((text) => refused('$missing is neither assigned', text)),
      ...['states', '1st', '_first', 'with-dash', 'x.y', 'x[2]', '', 'x'.repeat(81)].map((name): Refused => [
        `state One: Assign.${name}: `,
        pass({ Assign: { [name]: 1 } }),
      ]),
    ],
  },
  {
    refuses:
      'The functions `$now` `$millis` `$random` `$shuffle` (clock and chance), `$eval`, and those that AWS adds to JSONata',
    page: 'JSONata',
    flows: [
      '$now()',
      '$millis()',
      '$random()',
      '$shuffle([1])',
      "$eval('1')",
      "$parse('1')",
      '$uuid()',
      "$hash('a', 'MD5')",
      '$range(0, 9, 1)',
      '$partition([1], 1)',
    ].map(unknown),
  },
  {
    refuses:
      'What JSONata 2.0.6, the version of AWS, does not have or answers otherwise: `?:` `??` `$formatNumber` `$pad` `$string` `$toMillis`',
    page: 'JSONata',
    flows: [
      refused('?: is not in JSONata 2.0.6', "$states.input.a ?: 'none'"),
      refused('?? is not in JSONata 2.0.6', "$states.input.a ?? 'none'"),
      ...["$formatNumber(1, '#')", '$pad(1, 2)', '$string(1)', "$toMillis('2026')"].map(unknown),
    ],
  },
  {
    refuses: '`$$`, and `$` or a field name that stands for an input document, which there is none of',
    page: 'language: JSONata',
    flows: [
      ['$$', '$$'],
      ['$$.total', '$$'],
      ['$states.input.list[a = $$.b]', '$$'],
      ['$', '$'],
      ['$.total', '$'],
      ['total', 'total'],
      ['total.sum', 'total'],
      ['1 + total', 'total'],
      ["{'a': total}", 'total'],
      ['$sum(total)', 'total'],
      ['($x := total; $x)', 'total'],
      ['$map([1], function($x) { $x + total })', 'total'],
      ['*', '*'],
      ['**', '**'],
    ].map(([text = '', name = '']) =>
      refused(`${name} stands for an input document, and there is none`, text),
    ),
  },
  {
    refuses: 'An expression that is no JSONata, or a text that begins or ends like one and is none',
    page: 'JSONata',
    flows: [
      refused('not JSONata', '1 +'),
      ...['{% 1', '1 %}', ' {% 1 %}', '{% 1 %} '].map((text): Refused => [
        `state One: Pass.Output.x: ${halfWritten}`,
        pass({ Output: { x: text } }),
      ]),
    ],
  },
];
