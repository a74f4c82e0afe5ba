import { settingIdSchema } from '#shared/domain/id.ts';
import { proposeSettingSchema } from '#shared/domain/law/setting-command.ts';
import { confirmSetting, proposeSetting } from '#shared/use-cases/law/settings.ts';
import { setFund } from '#shared/use-cases/money/funds.ts';
import { importPast } from '#shared/use-cases/past/import-past.ts';
import { pastDecision } from './past-decision.ts';
import { organisations, people } from './small-directory.ts';
import { asks } from './small-world.ts';
import type { TestHome } from './test-home.ts';

/** What an office keeps beside its cases: awards of before, what it has for commendation, its own settings. */
export async function keepOwnBooks({ ports, settle }: TestHome): Promise<void> {
  const { id: organisation } = organisations.districtCommittee;
  await importPast(ports, asks(people.wardOfficer), pastDecision());
  await setFund(ports, asks(people.administrator), { organisation, year: 2020, total: 60_000_000 });
  const own = { organisation, validFrom: '2030-01-01', source: 'Quyết định số 12/2020/QĐ-UBND' };
  const propose = (key: string, value: number) =>
    proposeSetting(ports, asks(people.administrator), proposeSettingSchema.parse({ ...own, key, value }));
  const confirmed = settingIdSchema.parse((await propose('limit.conference', 5)).id);
  await confirmSetting(ports, asks(people.districtLeader), confirmed);
  await propose('limit.appraise', 9);
  await settle();
}
