import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Page, Query } from '#shared/ports.ts';
import { cursorAt, placeOf, type Place } from '#shared/store-cursor.ts';
import { defaultPageItems } from '#shared/store-limits.ts';
import { keyAttributes, toItem, type Attributes, type KeyNames } from './item-attributes.ts';
import { table } from './table.ts';

/** Base-table reads are consistent; an index can't be read so. */
export function queryInput(TableName: string, query: Query): QueryCommandInput {
  const index = query.index === undefined ? undefined : table.indexes[query.index];
  const names = index ?? table;
  const { expression, values } = rangeOf(query);
  const place = placeOf(query);
  return {
    TableName,
    ...(index === undefined ? { ConsistentRead: true } : { IndexName: index.name }),
    KeyConditionExpression: ['#pk = :pk', ...expression].join(' AND '),
    ExpressionAttributeNames: {
      '#pk': names.partitionKey,
      ...(expression.length === 0 ? {} : { '#sk': names.sortKey }),
    },
    ExpressionAttributeValues: { ':pk': { S: query.pk }, ...values },
    ScanIndexForward: !(query.descending ?? false),
    Limit: query.limit ?? defaultPageItems,
    ...(place && { ExclusiveStartKey: startKey(query, place, names) }),
  };
}

/** Nothing stands before or at the empty text, and DynamoDB takes no empty text as a bound. */
export const isEmptyRange = ({ to }: Query): boolean => to === '';

export function pageOf({ Items, LastEvaluatedKey }: QueryCommandOutput, query: Query): Page {
  const items = (Items ?? []).map(toItem);
  if (LastEvaluatedKey === undefined) return { items };
  const names = query.index === undefined ? table : table.indexes[query.index];
  const text = (name: string): string => LastEvaluatedKey[name]?.S ?? '';
  const [sortKey, pk, sk] = [names.sortKey, table.partitionKey, table.sortKey].map(text);
  return { items, cursor: cursorAt({ sortKey: sortKey ?? '', pk: pk ?? '', sk: sk ?? '' }) };
}

interface Range {
  readonly expression: readonly string[];
  readonly values: Attributes;
}

/** At most one condition on the sort key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html */
function rangeOf({ prefix = '', from = '', to }: Query): Range {
  if (prefix !== '')
    return { expression: ['begins_with(#sk, :prefix)'], values: { ':prefix': { S: prefix } } };
  if (from !== '' && to !== undefined)
    return { expression: ['#sk BETWEEN :from AND :to'], values: { ':from': { S: from }, ':to': { S: to } } };
  if (from !== '') return { expression: ['#sk >= :from'], values: { ':from': { S: from } } };
  if (to !== undefined) return { expression: ['#sk <= :to'], values: { ':to': { S: to } } };
  return { expression: [], values: {} };
}

/** In an index the place is told by the index's keys and the item's own. */
function startKey({ pk }: Query, place: Place, names: KeyNames): Attributes {
  return { ...keyAttributes({ pk, sk: place.sortKey }, names), ...keyAttributes(place) };
}
