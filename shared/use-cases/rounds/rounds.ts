import { z } from 'zod';
import { actingPost } from '../../domain/actor.ts';
import { line, text } from '../../domain/case-command.ts';
import { organisationIdSchema, roundIdSchema, type OrganisationId, type RoundId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import type { Organisation, Post } from '../../domain/directory.ts';
import { Refusal } from '../../domain/refusal.ts';
import { lanes, mayOwnRound, type Lane } from '../../domain/route-template.ts';
import { liesOutside, type Territory } from '../../domain/route.ts';
import { roundSchema, type Round, type SubjectKind } from '../../domain/round.ts';
import type { AwardForm } from '../../domain/law/award-form.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Item, Ports } from '../../ports.ts';
import {
  loadOrganisation,
  loadRound,
  readOrganisations,
  readTerritory,
  roundWrite,
} from '../../records/directory-record.ts';
import { encode, loaded, replace } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { law } from '../../regimes/shipped.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';
import type { Work } from '../acting/work.ts';

export const newRoundSchema = roundSchema
  .omit({ id: true })
  .extend({ name: line(), themes: z.array(line()).max(20) });
export const admissionSchema = z.object({ organisation: organisationIdSchema, reason: text() });

/** Opens a round of the actor's own organisation. */
export async function openRound(
  ports: Ports,
  request: ActRequest,
  command: z.infer<typeof newRoundSchema>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem, ownerItem] = await readRequest(ports, request, [
      keys.organisation(command.owner),
    ]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    requireOffice(ports, opened.context, command.owner, 'openRound');
    requireDays(command);
    await requireOwner(ports, loadOrganisation(ownerItem), command);
    const round: Round = { ...command, id: roundIdSchema.parse(ports.random.ulid()) };
    const answer: ActAnswer = { id: round.id, version: 1, act: 'openRound' };
    await ports.store.commit([roundWrite(undefined, round), ...requestWrites(ports, opened.context, answer)]);
    return answer;
  });
}

function requireDays({
  opensOn,
  forms,
  conferenceOn,
}: Pick<Round, 'opensOn' | 'forms' | 'conferenceOn'>): void {
  const faults = forms.flatMap(({ closingDay }, place) =>
    closingDay < opensOn ? [{ field: `forms.${place}.closingDay`, code: 'closedBeforeOpening' }] : [],
  );
  if (conferenceOn !== undefined && forms.some(({ councilDay }) => conferenceOn < councilDay))
    faults.push({ field: 'conferenceOn', code: 'beforeCouncil' });
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

interface Owner {
  readonly organisation: Organisation;
  readonly territory: Territory;
}

async function withTerritory(
  ports: Ports,
  organisation: Organisation | undefined,
): Promise<Owner | undefined> {
  if (organisation === undefined) return undefined;
  return { organisation, territory: await readTerritory(ports.store, organisation.area) };
}

/** Who else works here is looked for only where the levels alone don't settle it. */
async function requireOwner(
  ports: Ports,
  organisation: Organisation | undefined,
  { forms, lane, opensOn: day }: Pick<Round, 'forms' | 'lane' | 'opensOn'>,
): Promise<void> {
  const wanted = forms.map((each, place) => {
    const field = `forms.${place}.form`;
    return { field, form: law.awardForm(each.form, field).code, lane, day };
  });
  const open = wanted.filter(
    (question) => organisation === undefined || !mayOwnRound(law.data.templates, organisation, question),
  );
  if (open.length === 0) return;
  const owner = await withTerritory(ports, organisation);
  const foreign = open.find((question) => owner === undefined || !mayOwn(owner, question));
  if (foreign === undefined) return;
  const { form, field } = foreign;
  throw new Refusal('OrganisationForeign', { form }, [{ field, code: 'notOwned' }]);
}

const mayOwn = (
  { organisation, territory }: Owner,
  question: { readonly form: string; readonly lane: Lane; readonly day: CivilDate },
): boolean =>
  mayOwnRound(law.data.templates, organisation, question, (at) => liesOutside(territory, at, question.day));

export interface OpenForm extends Pick<AwardForm, 'code' | 'name'> {
  readonly subjectKinds: readonly SubjectKind[];
}

/** Award forms for which one of these organisations may open a round today. */
export async function readOwnForms(
  ports: Ports,
  organisations: readonly OrganisationId[],
): Promise<OpenForm[]> {
  const day = ports.clock.today();
  const known = [...(await readOrganisations(ports.store, organisations)).values()];
  const owners = (await Promise.all(known.map((one) => withTerritory(ports, one)))).filter(
    (owner) => owner !== undefined,
  );
  return law.routedForms.flatMap(({ code, name }) => {
    const kinds = law.termsOn(code, day)?.subjectKinds;
    const mayOpen = owners.some((owner) => lanes.some((lane) => mayOwn(owner, { form: code, lane, day })));
    return kinds === undefined || !mayOpen ? [] : [{ code, name, subjectKinds: kinds }];
  });
}

/** The owner of the round lets one organisation in after the closing day, with a reason that stays on record. */
export async function admitLate(
  ports: Ports,
  request: ActRequest,
  id: RoundId,
  { organisation, reason }: z.infer<typeof admissionSchema>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const key = keys.admission(id, organisation);
    const read = await readRequest(ports, request, [keys.round(id), key]);
    const [personItem, answerItem, roundItem, known] = read;
    const round = loadRound(roundItem)?.value;
    if (round === undefined) throw new Refusal('RoundNotFound', { round: id }).at('id');
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const { person: by } = requireOffice(ports, opened.context, round.owner, 'admitLate');
    const admission = encode(key, { organisation, reason, by, on: ports.clock.today() }, 1);
    const answer: ActAnswer = { id, version: 1, act: 'admitLate' };
    await ports.store.commit([
      // The first reason stands.
      ...(known === undefined ? [{ put: admission, if: { absent: true } } as const] : []),
      ...requestWrites(ports, opened.context, answer),
    ]);
    return answer;
  });
}

function requireOffice(
  ports: Ports,
  { actor }: RequestContext,
  organisation: OrganisationId,
  act: 'openRound' | 'admitLate',
): Post {
  return actingPost(actor, ports.clock.today(), { organisation, roles: officeRules[act].roles });
}

const countSchema = z.object({ count: z.int() });

/** "Trường hợp bảo mật 01": counted within the round, in the commit that enters the case. */
export function nextSealedNumber(work: Work, round: RoundId, item: Item | undefined): number {
  const before = loaded(countSchema, item);
  const count = (before?.value.count ?? 0) + 1;
  work.add(replace(keys.sealedCount(round), { count }, before));
  return count;
}
