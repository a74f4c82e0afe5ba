import { z } from 'zod';
import { actingPost } from '../../domain/actor.ts';
import { line, text } from '../../domain/case-command.ts';
import { organisationIdSchema, roundIdSchema, type OrganisationId, type RoundId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import type { Organisation } from '../../domain/directory.ts';
import { Refusal } from '../../domain/refusal.ts';
import { mayOwnRound } from '../../domain/route-template.ts';
import { roundSchema, type Round } from '../../domain/round.ts';
import type { Ports } from '../../ports.ts';
import { readOrganisations, roundWrite } from '../../records/directory-record.ts';
import { encode, loaded, replace } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { allTemplates, awardForm } from '../../regimes/regime.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { readRound } from './routing.ts';
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
  const owner = (await readOrganisations(ports.store, [command.owner])).get(command.owner);
  return inOffice(ports, request, command.owner, 'openRound', () => {
    for (const [place, { form }] of command.forms.entries())
      requireOwner(owner, { ...command, form, field: `forms.${place}.form` });
    const round: Round = { ...command, id: roundIdSchema.parse(ports.random.ulid()) };
    return { id: round.id, writes: [roundWrite(undefined, round)] };
  });
}

function requireOwner(
  owner: Organisation | undefined,
  { form, field, lane, opensOn }: Pick<Round, 'lane' | 'opensOn'> & { form: string; field: string },
): void {
  const { code } = awardForm(form, field);
  if (owner !== undefined && mayOwnRound(allTemplates, owner, { form: code, lane, day: opensOn })) return;
  throw new Refusal('OrganisationForeign', { form }, [{ field, code: 'notOwned' }]);
}

/** The owner of the round lets one organisation in after the closing day, with a reason that stays on record. */
export async function admitLate(
  ports: Ports,
  request: ActRequest,
  id: RoundId,
  command: z.infer<typeof admissionSchema>,
): Promise<ActAnswer> {
  const round = await readRound(ports, id);
  if (round === undefined) throw new Refusal('RoundNotFound', { round: id }).at('id');
  const known = await admissionOf(ports, id, command.organisation);
  return inOffice(ports, request, round.owner, 'admitLate', (person) => ({
    id,
    // The first reason stands.
    writes: known
      ? []
      : [
          {
            put: encode(
              keys.admission(id, command.organisation),
              {
                organisation: command.organisation,
                reason: command.reason,
                by: person,
                on: ports.clock.today(),
              },
              1,
            ),
          },
        ],
  }));
}

type Made = { id: string; writes: Work['writes'] };

async function inOffice(
  ports: Ports,
  request: ActRequest,
  organisation: OrganisationId,
  act: 'openRound' | 'admitLate',
  make: (person: string) => Made,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const opened = openRequest(request, ...(await readRequest(ports, request)));
    if ('answer' in opened) return opened.answer;
    const post = actingPost(opened.context.actor, ports.clock.today(), {
      organisation,
      roles: officeRules[act].roles,
    });
    const { id, writes } = make(post.person);
    const answer: ActAnswer = { id, version: 1, act };
    await ports.store.commit([...writes, ...requestWrites(ports, opened.context, answer)]);
    return answer;
  });
}

export async function admissionOf(
  ports: Ports,
  round: RoundId,
  organisation: OrganisationId,
): Promise<boolean> {
  const [item] = await ports.store.get([keys.admission(round, organisation)]);
  return item !== undefined;
}

const countSchema = z.object({ count: z.int() });

/** "Trường hợp bảo mật 01": counted within the round, in the commit that enters the case. */
export async function nextSealedNumber(ports: Ports, work: Work, round: RoundId): Promise<number> {
  const [item] = await ports.store.get([keys.sealedCount(round)]);
  const before = loaded(countSchema, item);
  const count = (before?.value.count ?? 0) + 1;
  work.add(replace(keys.sealedCount(round), { count }, before));
  return count;
}
