import { actingPost } from '../../domain/actor.ts';
import { settingIdSchema, type PersonId, type SettingId } from '../../domain/id.ts';
import { createLaw, type Law } from '../../domain/law/law.ts';
import {
  changesBetween,
  provisions,
  provisionsOn,
  type ProvisionChange,
} from '../../domain/law/provision.ts';
import { hasApplied, ownRowsOf, type Setting, type settingStates } from '../../domain/law/setting.ts';
import type { ProposeSetting } from '../../domain/law/setting-command.ts';
import { officeRules } from '../../domain/permission.ts';
import { isRefusal, Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { readHistory } from '../../records/history-record.ts';
import { recordId } from '../../records/keys.ts';
import { readSettings } from '../../records/setting-record.ts';
import { readNames, readReader, type Names, type Reader } from '../views/reader.ts';
import { movedCases, type MovedCases } from './moved-cases.ts';
import { requireSound, withdrawnBy } from './settings.ts';

export interface SettingPreview extends MovedCases {
  /** What is another on its first day. */
  readonly changes: readonly ProvisionChange[];
  /** Its first day has passed: it would apply as soon as it is confirmed. */
  readonly begun: boolean;
}

/** What a value would change, before anybody proposes it. @throws Refusal ActNotYours, FigureUnknown, SettingValueWrong */
export async function previewSetting(
  ports: Ports,
  person: PersonId,
  command: ProposeSetting,
): Promise<SettingPreview> {
  const reader = await readReader(ports, person);
  const { organisation } = command;
  actingPost(reader.actor, ports.clock.today(), { organisation, roles: officeRules.settleSetting.roles });
  await requireSound(ports, command);
  const asked = { ...command, id: settingIdSchema.parse(ports.random.ulid()) };
  return previewOf(ports, reader, asked);
}

async function previewOf(
  ports: Ports,
  reader: Reader,
  asked: ProposeSetting & Pick<Setting, 'id'>,
): Promise<SettingPreview> {
  const { data } = await ports.law.current();
  const today = ports.clock.today();
  const settings = (await readSettings(ports.store)).map(({ value }) => value);
  const confirmed: Setting = {
    ...asked,
    ...{ state: 'CONFIRMED', proposedBy: reader.person.id, proposedOn: today },
  };
  // Both from one reading: what was remembered may be a minute older.
  const others = settings.filter(({ id }) => id !== asked.id);
  const now = createLaw(data, ownRowsOf(data.figures, others));
  const then = createLaw(data, ownRowsOf(data.figures, [...others, confirmed]));
  const { validFrom } = asked;
  const day = validFrom < today ? today : validFrom;
  const on = (law: Law) => provisionsOn(law, provisions(law, untitled), validFrom);
  const moved = await movedCases(ports, reader, { now, then, day });
  return { ...moved, changes: changesBetween(on(now), on(then)), begun: validFrom < today };
}

/** Figures alone are another. */
const untitled = (rule: string) => ({ vi: rule, en: rule });

type SettingAct = 'confirm' | 'refuse' | 'withdraw';

export interface SettingView extends Omit<Setting, 'organisation' | 'proposedBy' | 'settledBy'> {
  readonly organisation: { readonly id: Setting['organisation']; readonly shortName: string };
  readonly proposedBy: string;
  readonly settledBy?: string;
  readonly applies: boolean;
  /** What the reader may do to it now. */
  readonly allowed: readonly SettingAct[];
}

/** Every own setting, newest first: whoever is signed in may see by what the office goes. */
export async function readOwnSettings(ports: Ports, person: PersonId): Promise<SettingView[]> {
  const reader = await readReader(ports, person);
  const settings = (await readSettings(ports.store)).map(({ value }) => value);
  const names = await readNames(
    ports,
    settings.map(({ organisation }) => organisation),
    settings.flatMap(({ proposedBy, settledBy }) => [proposedBy, ...(settledBy ? [settledBy] : [])]),
  );
  const today = ports.clock.today();
  return settings.toReversed().map((setting) => viewOf(setting, { reader, names, today }));
}

interface Beside {
  readonly reader: Reader;
  readonly names: Names;
  readonly today: CivilDate;
}

function viewOf(setting: Setting, { reader, names, today }: Beside): SettingView {
  const { organisation, proposedBy, settledBy, ...said } = setting;
  return {
    ...said,
    organisation: { id: organisation, shortName: names.organisation(organisation).shortName },
    proposedBy: names.person(proposedBy),
    ...(settledBy && { settledBy: names.person(settledBy) }),
    applies: hasApplied(setting, today),
    allowed: allowedActs(setting, reader, today),
  };
}

function allowedActs(setting: Setting, reader: Reader, today: CivilDate): SettingAct[] {
  const { state, organisation, proposedBy } = setting;
  const may = (act: 'proposeSetting' | 'settleSetting'): boolean => {
    try {
      actingPost(reader.actor, today, { organisation, roles: officeRules[act].roles });
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return false;
    }
  };
  const live: readonly (typeof settingStates)[number][] = ['PROPOSED', 'CONFIRMED'];
  const settles = state === 'PROPOSED' && proposedBy !== reader.person.id && may('settleSetting');
  const act = withdrawnBy(setting);
  const own = act === 'settleSetting' && proposedBy === reader.person.id;
  const withdraws = live.includes(state) && !hasApplied(setting, today) && !own && may(act);
  return [
    ...(settles ? (['confirm', 'refuse'] as const) : []),
    ...(withdraws ? (['withdraw'] as const) : []),
  ];
}

export interface SettingEntry {
  readonly at: string;
  readonly act: string;
  readonly by: string;
}

export interface SettingDetail {
  readonly setting: SettingView;
  /** Of a proposal, for whoever may settle or withdraw it: what it would change. */
  readonly preview?: SettingPreview;
  readonly history: readonly SettingEntry[];
}

/** One of them with what was done to it. @throws Refusal SettingNotFound */
export async function readSetting(ports: Ports, person: PersonId, id: SettingId): Promise<SettingDetail> {
  const reader = await readReader(ports, person);
  const [views, entries, settings] = await Promise.all([
    readOwnSettings(ports, person),
    readHistory(ports.store, recordId('LAW', 'OWN')),
    readSettings(ports.store),
  ]);
  const setting = views.find((one) => one.id === id);
  const stored = settings.find(({ value }) => value.id === id)?.value;
  if (setting === undefined || stored === undefined) throw new Refusal('SettingNotFound', { setting: id });
  const own = entries.filter(({ entry }) => entry.facts['setting'] === id);
  const names = await readNames(
    ports,
    [],
    own.flatMap(({ entry }) => entry.by?.person ?? []),
  );
  const history = own.map(({ entry: { at, act, by } }) => ({
    at,
    act,
    by: by ? names.person(by.person) : '',
  }));
  const open = stored.state === 'PROPOSED' && setting.allowed.length > 0;
  return { setting, history, ...(open && { preview: await previewOf(ports, reader, stored) }) };
}
