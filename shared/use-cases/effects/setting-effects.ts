import { z } from 'zod';
import type { Entry } from '../../domain/history.ts';
import {
  organisationIdSchema,
  settingIdSchema,
  type OrganisationId,
  type PersonId,
  type SettingId,
} from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { civilDateSchema } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import type { NoticeKind } from '../../records/notice-record.ts';
import { loadSetting, type OwnLaw } from '../../records/setting-record.ts';
import { notify } from './notify.ts';
import { holdersOfRole } from './recipients.ts';

const factsSchema = z.looseObject({
  setting: settingIdSchema,
  organisation: organisationIdSchema,
  validFrom: civilDateSchema,
});

const told: Readonly<Record<string, NoticeKind>> = {
  SettingProposed: 'SettingProposed',
  SettingConfirmed: 'SettingConfirmed',
  SettingRefused: 'SettingRefused',
  SettingWithdrawn: 'SettingWithdrawn',
};

/**
 * Whoever may confirm a setting is told that it waits, its proposer what became of it. That it applies needs no effect:
 * every process reads it within a minute.
 */
export async function settingEffects(ports: Ports, _law: OwnLaw, entry: Entry): Promise<void> {
  const kind = told[entry.act];
  if (kind === undefined) return;
  const { setting, organisation, validFrom } = factsSchema.parse(entry.facts);
  const asked = entry.act === 'SettingProposed';
  const people = asked ? await settlersAt(ports, organisation) : await proposerOf(ports, setting);
  await notify(
    ports,
    people.filter((person) => person !== entry.by?.person),
    entry,
    {
      kind,
      event: `${entry.record}/${entry.seq}`,
      record: entry.record,
      facts: { setting, from: validFrom },
    },
  );
}

async function settlersAt(ports: Ports, organisation: OrganisationId): Promise<PersonId[]> {
  const holders = await Promise.all(
    officeRules.settleSetting.roles.map((role) => holdersOfRole(ports, organisation, role)),
  );
  return holders.flat();
}

async function proposerOf(ports: Ports, id: SettingId): Promise<PersonId[]> {
  const [item] = await ports.store.get([keys.setting(id)]);
  const setting = loadSetting(item)?.value;
  return setting === undefined ? [] : [setting.proposedBy];
}
