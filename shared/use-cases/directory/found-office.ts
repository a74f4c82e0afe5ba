import type { z } from 'zod';
import type { foundOfficeSchema } from '../../domain/directory-command.ts';
import { validOn, type Area, type Organisation, type Person, type Post } from '../../domain/directory.ts';
import { areaIdSchema, organisationIdSchema, postIdSchema, type PersonId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { lowerFirst } from '../../domain/text.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports, Store } from '../../ports.ts';
import { areaWrites, organisationWrites, personWrites } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import type { Loaded } from '../../records/item.ts';
import { foundingWrite, loadFounding, type Founding } from '../../records/register-record.ts';
import { officeKinds, type OfficeKind } from '../../regimes/office-kinds.ts';
import { law } from '../../regimes/shipped.ts';
import { isAt } from '../../regimes/step-places.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { enterRegister, withoutDoubles } from './keep-directory.ts';

/** Kinds of offices that may be set up on the day. */
export const officeKindsOn = (day: CivilDate): readonly OfficeKind[] =>
  officeKinds.filter((kind) => validOn(kind, day));

export async function readFounding(store: Store): Promise<Loaded<Founding> | undefined> {
  const [item] = await store.get([keys.founding()]);
  return loadFounding(item);
}

/**
 * The first act in an empty home, by whom it was made for: our own organisation on its area, those beside and above us on
 * the ways of our cases (outside until somebody says otherwise), and the founder's post as administrator.
 * @throws Refusal ActNotYours, OfficeFounded, InputInvalid
 */
export async function foundOffice(
  ports: Ports,
  request: ActRequest,
  command: z.infer<typeof foundOfficeSchema>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem] = await readRequest(ports, request);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const { context } = opened;
    const founding = await readFounding(ports.store);
    const founder = context.person;
    requireFounder(founding, founder.value.id);
    const founded = foundedBy(ports, command);
    const post = firstPost(ports, founder.value.id, founded.own);
    const after: Person = { ...founder.value, posts: [...founder.value.posts, post] };
    const answer: ActAnswer = { id: founded.own.id, version: 1, act: 'foundOffice' };
    const work = new Work(ports, post);
    await enterRegister(ports, work, founded.own.id, {
      act: 'OfficeFounded',
      facts: {
        organisation: founded.own.id,
        office: command.office,
        others: founded.others.map(({ id }) => id),
      },
      payload: { name: founded.own.name },
    });
    work.add(
      ...withoutDoubles([
        ...founded.areas.flatMap(areaWrites),
        ...[founded.own, ...founded.others].flatMap(organisationWrites),
        ...personWrites(founder, after),
        foundingWrite(founding, { administrator: founder.value.id, organisation: founded.own.id }),
        ...requestWrites(ports, context, answer),
      ]),
    );
    await work.commit();
    return answer;
  });
}

function requireFounder(founding: Loaded<Founding> | undefined, person: PersonId): void {
  if (founding?.value.administrator !== person)
    throw new Refusal('ActNotYours', { roles: ['administrator'] });
  if (founding.value.organisation !== undefined) throw new Refusal('OfficeFounded');
}

interface Founded {
  readonly areas: readonly Area[];
  readonly own: Organisation;
  readonly others: readonly Organisation[];
}

function foundedBy(ports: Ports, command: z.infer<typeof foundOfficeSchema>): Founded {
  const today = ports.clock.today();
  const kind = officeKindsOn(today).find(({ code }) => code === command.office);
  if (kind === undefined) throw new Refusal('InputInvalid', {}, [{ field: 'office', code: 'notOneOf' }]);
  const areas = areasOf(ports, kind, command);
  const [nearest] = areas;
  const highest = areas.at(-1);
  if (nearest === undefined || highest === undefined) throw new Refusal('InternalError');
  const own = organisationOf(ports, kind, nearest);
  const others = besideAndAbove(kind, today).map((other) => ({
    ...organisationOf(ports, other, other.level === nearest.kind ? nearest : highest),
    outside: true as const,
    keptBy: own.id,
  }));
  const superior = others.find((other) => other.kind === kind.kind && other.level !== kind.level);
  return { areas, own: { ...own, ...(superior === undefined ? {} : { superior: superior.id }) }, others };
}

/** From the nearest to the highest. */
function areasOf(
  ports: Ports,
  kind: OfficeKind,
  { commune, province }: z.infer<typeof foundOfficeSchema>,
): Area[] {
  const newArea = (of: Area['kind'], name: string, above: Area['above'] = []): Area => ({
    id: areaIdSchema.parse(ports.random.ulid()),
    kind: of,
    name: upperFirst(name),
    above,
    successors: [],
    validFrom: kind.validFrom,
  });
  const above = newArea('province', province);
  if (kind.level !== 'commune') return [above];
  if (commune === undefined) throw new Refusal('InputInvalid', {}, [{ field: 'commune', code: 'empty' }]);
  return [newArea('commune', commune, [above.id]), above];
}

function organisationOf(ports: Ports, kind: OfficeKind, area: Area): Organisation {
  const called = (pattern: string): string => pattern.replace('{area}', lowerFirst(area.name));
  return {
    id: organisationIdSchema.parse(ports.random.ulid()),
    kind: kind.kind,
    level: kind.level,
    functions: kind.functions,
    area: area.id,
    name: called(kind.name),
    shortName: called(kind.shortName),
    headTitle: called(kind.headTitle),
    numberSuffix: kind.numberSuffix,
    successors: [],
    validFrom: kind.validFrom,
  };
}

const stepsAt = ['commune', 'district', 'province', 'central'];

/** Offices of our level and above that hold a step on a way on which we stand, too. */
function besideAndAbove(own: OfficeKind, day: CivilDate): OfficeKind[] {
  const ways = law.data.templates.filter(
    (way) => validOn(way, day) && way.steps.some(({ at }) => isAt(own, at)),
  );
  const places = ways.flatMap((way) => way.steps.map(({ at }) => at));
  return officeKindsOn(day).filter(
    (kind) =>
      kind.code !== own.code &&
      stepsAt.indexOf(kind.level) >= stepsAt.indexOf(own.level) &&
      places.some((at) => isAt(kind, at)),
  );
}

function firstPost(ports: Ports, person: PersonId, organisation: Organisation): Post {
  return {
    id: postIdSchema.parse(ports.random.ulid()),
    person,
    organisation: organisation.id,
    role: 'administrator',
    title: 'Quản trị hệ thống',
    sealed: false,
    from: ports.clock.today(),
    instrument: 'Người cài đặt hệ thống',
  };
}

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
