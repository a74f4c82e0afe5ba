import type { OtherRecord } from '../../domain/rules/case-facts.ts';
import { typeOf } from '../../domain/rules/case-facts.ts';
import type { HistoryFacts } from '../../domain/rules/facts.ts';
import type { Store } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';

/** What the same subject was awarded here. Decisions of before the system are in it from no day on: rules say so. */
export async function historyOf(store: Store, others: readonly OtherRecord[]): Promise<HistoryFacts> {
  const awarded = others.filter(
    ({ subject, sameSubject }) => sameSubject === true && subject.status === 'AWARDED',
  );
  const lists = await getAll(
    store,
    awarded.map(({ subject }) => {
      const last = subject.settledBy.at(-1);
      return last === undefined ? undefined : keys.listMeta(last);
    }),
  );
  const awards = awarded.flatMap(({ subject, content }, place) => {
    const list = loadList(lists[place])?.value;
    if (list?.number === undefined || list.date === undefined) return [];
    const { achievementFrom, achievementTo, citation } = content;
    const { number, date: on, authority = list.organisation } = list;
    return [
      {
        form: subject.form ?? '',
        type: typeOf(subject),
        number,
        on,
        authority,
        achievementFrom,
        achievementTo,
        citation,
        declaredOther: subject.otherAchievement,
      },
    ];
  });
  return { awards, stateMedals: [] };
}
