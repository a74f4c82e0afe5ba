import { actingPost } from '../../domain/actor.ts';
import { ceremonyDays } from '../../domain/ceremony-acts.ts';
import type { Ceremony, NewCeremony } from '../../domain/ceremony.ts';
import { validOn } from '../../domain/directory.ts';
import { ceremonyIdSchema } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadOrganisation } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { freshTip, Work } from '../acting/work.ts';
import { changeCeremony } from './change-ceremony.ts';

/** A ceremony begins with its host, its day and its place; awards are drawn into it afterwards. */
export async function newCeremony(
  ports: Ports,
  request: ActRequest,
  command: NewCeremony,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const { host, title, place } = command;
    const [personItem, answerItem, hostItem] = await readRequest(ports, request, [keys.organisation(host)]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const today = ports.clock.today();
    const organisation = loadOrganisation(hostItem);
    if (organisation === undefined || !validOn(organisation, today)) {
      throw new Refusal('OrganisationUnknown', { organisation: host }).at('host');
    }
    const { roles } = officeRules.holdCeremony;
    const post = actingPost(opened.context.actor, today, { organisation: host, roles });
    const { calendar } = await ports.law.current();
    const ceremony: Ceremony = {
      ...ceremonyDays(command, { today, calendar }),
      ...freshTip(ports),
      id: ceremonyIdSchema.parse(ports.random.ulid()),
      host,
      title,
      place,
      phase: 'PREPARING',
      groups: [],
      counts: { drawn: 0, presented: 0, toDeliver: 0, delivered: 0, private: 0 },
      readers: [host],
      createdBy: post.person,
      createdOn: today,
      turn: 0,
    };
    const work = new Work(ports, post);
    const { day, freezeOn } = ceremony;
    const entry = { act: 'Planned', facts: { day, freezeOn }, payload: { title, place } };
    changeCeremony(work, undefined, { ceremony, entry });
    const answer: ActAnswer = { id: ceremony.id, version: 1, act: 'holdCeremony' };
    work.add(...requestWrites(ports, opened.context, answer));
    await work.commit();
    return answer;
  });
}
