import type { Condition } from '#shared/ports.ts';
import { toAttribute, type Attributes } from './item-attributes.ts';
import { table } from './table.ts';

/** What goes beside a write. Every name stands behind a `#`, so that none meets a reserved word. */
export interface ConditionInput {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Attributes;
  /** What stood there comes with the refusal. */
  readonly ReturnValuesOnConditionCheckFailure: 'ALL_OLD';
}

/**
 * A comparison with what isn't there, or is of another type, is false.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function conditionInput(condition: Condition): ConditionInput {
  if ('absent' in condition) return input('attribute_not_exists(#pk)');
  if ('present' in condition) return input('attribute_exists(#pk)');
  if ('version' in condition) {
    return input('#version = :version', {
      names: { '#version': 'version' },
      values: { ':version': toAttribute(condition.version) },
    });
  }
  return equalFields(condition.equals);
}

function equalFields(equals: Readonly<Record<string, string | number | boolean>>): ConditionInput {
  const fields = Object.entries(equals);
  if (fields.length === 0) return input('attribute_exists(#pk)');
  return input(fields.map((_, n) => `#body.#field${n} = :field${n}`).join(' AND '), {
    names: { '#body': 'body', ...Object.fromEntries(fields.map(([name], n) => [`#field${n}`, name])) },
    values: Object.fromEntries(fields.map(([, value], n) => [`:field${n}`, toAttribute(value)])),
  });
}

interface Used {
  readonly names: Record<string, string>;
  readonly values: Attributes;
}

function input(expression: string, used?: Used): ConditionInput {
  return {
    ConditionExpression: expression,
    ExpressionAttributeNames: used?.names ?? { '#pk': table.partitionKey },
    ...(used && { ExpressionAttributeValues: used.values }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}
