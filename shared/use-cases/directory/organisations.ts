import type { z } from 'zod';
import type {
  newOrganisationSchema,
  placeOrganisationSchema,
  renameOrganisationSchema,
} from '../../domain/directory-command.ts';
import {
  areaSchema,
  organisationSchema,
  renamed,
  sameNames,
  type Area,
  type Organisation,
} from '../../domain/directory.ts';
import { areaIdSchema, organisationIdSchema, type OrganisationId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports, Write } from '../../ports.ts';
import {
  areaWrites,
  organisationWrites,
  readOrganisations,
  readPosts,
} from '../../records/directory-record.ts';
import { decode } from '../../records/item.ts';
import { keys, prefixes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { holdSameStep, holdsSteps } from '../../regimes/step-places.ts';
import type { ActAnswer, ActRequest } from '../acting/request.ts';
import { readFounding } from './found-office.ts';
import { keepDirectory } from './keep-directory.ts';

type NewOrganisation = z.infer<typeof newOrganisationSchema>;

/**
 * Another organisation, inside or outside, kept by the administrators of `keeper`.
 * @throws Refusal InputInvalid for an area that is not ours, or a kind that only the founding office adds;
 *   OrganisationDoubled where another holds the same steps
 */
export async function addOrganisation(
  ports: Ports,
  request: ActRequest,
  command: NewOrganisation,
): Promise<ActAnswer> {
  return keepDirectory(ports, request, {
    act: 'addOrganisation',
    organisations: [command.keeper],
    make: async ({ post }) => {
      const { area, writes } = await areaOf(ports, command);
      const { keeper, area: _area, newArea: _new, outside, ...facts } = command;
      const organisation: Organisation = {
        ...facts,
        id: organisationIdSchema.parse(ports.random.ulid()),
        area: area.id,
        level: levelOf(area),
        successors: [],
        keptBy: keeper,
        validFrom: ports.clock.today(),
        ...(outside ? { outside } : {}),
      };
      await requireOurs(ports, post.organisation, { organisation, area });
      await requireOnly(ports, organisation);
      return {
        id: organisation.id,
        writes: [...writes, ...organisationWrites(organisation)],
        entry: {
          act: 'OrganisationAdded',
          facts: { organisation: organisation.id, outside },
          payload: { name: organisation.name },
        },
      };
    },
  });
}

/** Begins to work in this system, or works in it no more. Cases under way keep the route that was fixed for them. */
export async function placeOrganisation(
  ports: Ports,
  request: ActRequest,
  id: OrganisationId,
  { outside }: z.infer<typeof placeOrganisationSchema>,
): Promise<ActAnswer> {
  return keepDirectory(ports, request, {
    act: 'placeOrganisation',
    organisations: [id],
    make: async () => {
      const before = (await readOrganisations(ports.store, [id])).get(id);
      if (before === undefined || (before.outside ?? false) === outside) return undefined;
      if (outside && (await readPosts(ports.store, id, ports.clock.today())).length > 0)
        throw new Refusal('OrganisationPeopled');
      const { outside: _was, ...rest } = before;
      return {
        id,
        writes: organisationWrites(outside ? { ...rest, outside } : rest),
        entry: { act: 'OrganisationPlaced', facts: { organisation: id, outside } },
      };
    },
  });
}

/** Another name from today on, or the right one in the place of a mistyped one. Titles of posts stay as they were given. */
export async function renameOrganisation(
  ports: Ports,
  request: ActRequest,
  id: OrganisationId,
  names: z.infer<typeof renameOrganisationSchema>,
): Promise<ActAnswer> {
  return keepDirectory(ports, request, {
    act: 'renameOrganisation',
    organisations: [id],
    make: async () => {
      const before = (await readOrganisations(ports.store, [id])).get(id);
      if (before === undefined) throw new Refusal('OrganisationUnknown', { organisation: id });
      if (sameNames(before, names)) return undefined;
      const { name: formerName, shortName: formerShortName, headTitle: formerHeadTitle } = before;
      return {
        id,
        writes: organisationWrites(renamed(before, names, ports.clock.today())),
        entry: {
          act: 'OrganisationRenamed',
          facts: { organisation: id },
          payload: { ...names, formerName, formerShortName, formerHeadTitle },
        },
      };
    },
  });
}

async function areaOf(ports: Ports, command: NewOrganisation): Promise<{ area: Area; writes: Write[] }> {
  if (command.area !== undefined) return { area: await readArea(ports, command.area), writes: [] };
  if (command.newArea === undefined)
    throw new Refusal('InputInvalid', {}, [{ field: 'area', code: 'empty' }]);
  const keeper = (await readOrganisations(ports.store, [command.keeper])).get(command.keeper);
  if (keeper === undefined) throw new Refusal('OrganisationUnknown', { organisation: command.keeper });
  const around = await readArea(ports, keeper.area);
  const area: Area = {
    id: areaIdSchema.parse(ports.random.ulid()),
    kind: 'commune',
    name: command.newArea,
    above: [around.id, ...around.above],
    successors: [],
    validFrom: ports.clock.today(),
  };
  return { area, writes: areaWrites(area) };
}

async function readArea(ports: Ports, id: Area['id']): Promise<Area> {
  const [item] = await ports.store.get([keys.area(id)]);
  if (item === undefined) throw new Refusal('InputInvalid', {}, [{ field: 'area', code: 'unknown' }]);
  return decode(areaSchema, item);
}

const levelOf = ({ kind }: Area): Organisation['level'] => (kind === 'residentialGroup' ? 'commune' : kind);

/**
 * On the adder's own area or below it; above it only what works outside. What holds steps would change the ways of everybody:
 * only the office that founded the home adds it.
 */
async function requireOurs(
  ports: Ports,
  adder: OrganisationId,
  { organisation, area }: { organisation: Organisation; area: Area },
): Promise<void> {
  const [founding, offices] = await Promise.all([
    readFounding(ports.store),
    readOrganisations(ports.store, [adder]),
  ]);
  const own = offices.get(adder);
  if (own === undefined) throw new Refusal('OrganisationUnknown', { organisation: adder });
  const isBelow = [area.id, ...area.above].includes(own.area);
  const isAbove = (await readArea(ports, own.area)).above.includes(area.id);
  if (!isBelow && !(isAbove && organisation.outside === true))
    throw new Refusal('InputInvalid', {}, [{ field: 'area', code: isAbove ? 'aboveIsOutside' : 'notOurs' }]);
  if (holdsSteps(organisation) && founding?.value.organisation !== adder)
    throw new Refusal('InputInvalid', {}, [{ field: 'kind', code: 'founderAddsIt' }]);
}

async function requireOnly(ports: Ports, organisation: Organisation): Promise<void> {
  const serving = await queryAll(ports.store, {
    pk: keys.area(organisation.area).pk,
    prefix: prefixes.serves,
  });
  if (serving.some((item) => holdSameStep(decode(organisationSchema, item), organisation)))
    throw new Refusal('OrganisationDoubled');
}
