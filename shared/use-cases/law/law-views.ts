import type { PersonId } from '../../domain/id.ts';
import { awardSheets, type AwardSheet } from '../../domain/law/award-sheet.ts';
import {
  changesBetween,
  provisions,
  provisionsOn,
  unconfirmed,
  type Provision,
  type ProvisionChange,
} from '../../domain/law/provision.ts';
import { restDaysWanted } from '../../domain/law/open-years.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { readReader } from '../views/reader.ts';

type TitleOfRule = Parameters<typeof provisions>[1];

export interface LawOnDay {
  readonly day: CivilDate;
  readonly provisions: readonly Provision[];
  /** The same by award form, with the money. */
  readonly awards: readonly AwardSheet[];
  /** Years whose rest days should be entered now, whatever day is shown. */
  readonly restDaysWanted: readonly number[];
  /** The other day, and what is another on this one. */
  readonly beside?: CivilDate;
  readonly changes?: readonly ProvisionChange[];
}

/** What applies on a day, and what is another than on the day beside it. */
export async function readLawOn(
  ports: Ports,
  person: PersonId,
  asked: {
    readonly day: CivilDate;
    readonly beside?: CivilDate | undefined;
    readonly titleOfRule: TitleOfRule;
  },
): Promise<LawOnDay> {
  const { day, beside, titleOfRule } = asked;
  await readReader(ports, person);
  const law = await ports.law.current();
  const all = provisions(law, titleOfRule);
  const here = provisionsOn(law, all, day);
  const applies = {
    day,
    provisions: here,
    awards: awardSheets(law, here, day),
    restDaysWanted: restDaysWanted(law, ports.clock.today()),
  };
  return beside === undefined
    ? applies
    : { ...applies, beside, changes: changesBetween(provisionsOn(law, all, beside), here) };
}

/** Every setting of the law that nobody has confirmed by the text itself. */
export async function readUnconfirmed(
  ports: Ports,
  person: PersonId,
  titleOfRule: TitleOfRule,
): Promise<readonly Provision[]> {
  await readReader(ports, person);
  return unconfirmed(provisions(await ports.law.current(), titleOfRule));
}
