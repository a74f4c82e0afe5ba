import type { Item } from '#shared/ports.ts';
import type { CaseUse } from './bill.ts';
import type { measureWay } from './case-load.ts';
import { type Load, type Traces } from './case-load.ts';
import { itemBytes } from './item-units.ts';
import { total, type States } from './state-count.ts';

/** What one case asks on its straight way, with its share of lists of so many rows. */
export const rowsAList = 20;

type Way = Awaited<ReturnType<typeof measureWay>>;

export function useOf({ phases, alone, both }: Way): CaseUse {
  const units = (kind: 'readUnits' | 'writeUnits'): number =>
    phases.reduce((sum, { aCase, aList }) => sum + sumOf(aCase, kind) + sumOf(aList, kind) / rowsAList, 0);
  const shared = (figure: (traces: Traces) => number): number => {
    const aCase = figure(both) - figure(alone);
    return aCase + (figure(alone) - aCase) / rowsAList;
  };
  return {
    writeUnits: units('writeUnits'),
    readUnits: units('readUnits'),
    transitions: shared(({ states }) => total(states)),
    tasks: shared(({ states }) => tasksIn(states)),
    marks: shared(({ marks }) => marks),
    mails: shared(({ mails }) => mails),
    tableBytes: shared(({ items }) => bytesOf(items, () => 1)),
    indexBytes: shared(({ items }) => bytesOf(items, (item) => indexesOf(item))),
  };
}

const sumOf = (load: Load, kind: 'readUnits' | 'writeUnits'): number =>
  [...load.values()].reduce((sum, units) => sum + units[kind], 0);

/** States that call a function. */
const tasksIn = (states: States): number =>
  [...states].reduce(
    (sum, [state, times]) => sum + (/^(Await|OpenStep|CheckDates)/.test(state) ? times : 0),
    0,
  );

/** Billed with every item and every entry of an index. */
const overhead = 100;
const stays = ({ pk }: Item): boolean => !/^(AREA|ORG|PERSON|USERNAME|ROUND|ANSWER)#/.test(pk);
const indexesOf = ({ g1, g2, g3 }: Item): number => [g1, g2, g3].filter((key) => key !== undefined).length;

const bytesOf = (items: readonly Item[], times: (item: Item) => number): number =>
  items.filter(stays).reduce((sum, item) => sum + (itemBytes(item) + overhead) * times(item), 0);
