import { describe, expect, it } from 'vitest';
import { fillPlaceholders, placeholdersIn, taskNameOf, withTaskNames } from '#workflows/definition.ts';

const text = '{"a":"${OpenStepFunctionArn}","b":"${CheckDatesFunctionArn}","c":"${OpenStepFunctionArn}"}';

describe('placeholders of a flow', () => {
  it('lists each once', () => {
    expect(placeholdersIn(text)).toEqual(['OpenStepFunctionArn', 'CheckDatesFunctionArn']);
    expect(placeholdersIn('{"a":"{% $states.input %}"}')).toEqual([]);
  });

  it('fills them all from a map', () => {
    const filled = fillPlaceholders(text, { OpenStepFunctionArn: 'arn:1', CheckDatesFunctionArn: 'arn:2' });

    expect(filled).toBe('{"a":"arn:1","b":"arn:2","c":"arn:1"}');
  });

  it('keeps a value one JSON string, whatever it holds', () => {
    const value = 'a"b\\c $& ${OpenStepFunctionArn}';
    const filled = fillPlaceholders('{"a":"${Name}"}', { Name: value });

    expect(JSON.parse(filled)).toEqual({ a: value });
  });

  it('refuses to leave one empty', () => {
    expect(() => fillPlaceholders(text, { OpenStepFunctionArn: 'arn:1' })).toThrow(
      new RangeError('no value for CheckDatesFunctionArn'),
    );
    expect(() => fillPlaceholders('{"a":"${toString}"}', {})).toThrow(RangeError);
  });

  it('knows the task behind each', () => {
    expect(taskNameOf('OpenStepFunctionArn')).toBe('open-step');
    expect(taskNameOf('OpenFunctionArn')).toBe('open');
    expect(() => taskNameOf('TableName')).toThrow(RangeError);
    expect(withTaskNames(text)).toBe('{"a":"open-step","b":"check-dates","c":"open-step"}');
  });
});
