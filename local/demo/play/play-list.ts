import { z } from 'zod';
import type { ListDeed, RowToGather } from '../season-event.ts';
import { councilId, organisationId, personId, postId } from '../world.ts';
import { attach } from './attach.ts';
import type { ListPath } from './ledger.ts';
import { ActRefused } from './season-api.ts';
import { given, perform, type Stage } from './stage.ts';

type Start = Extract<ListDeed, { do: 'startLetter' | 'startSession' | 'startDecision' }>;
type Deed<Name extends ListDeed['do']> = Extract<ListDeed, { do: Name }>;

export async function playList(stage: Stage, deed: ListDeed): Promise<void> {
  const { ledger } = stage;
  const say = (act: string, body: object, part = act): Promise<unknown> =>
    perform(stage, part, `${pathOf(stage, deed.list)}/${act}`, body);
  const idOf = (name: string): string => ledger.caseNamed(name).id;
  switch (deed.do) {
    case 'startLetter':
    case 'startSession':
    case 'startDecision':
      return start(stage, deed);
    case 'gather':
      return gather(stage, deed);
    case 'ungather':
      await say('ungather', { case: idOf(deed.case) });
      return;
    case 'order':
      await say('order', { cases: deed.cases.map(idOf) });
      return;
    case 'close':
      await say(
        'close',
        deed.signer === undefined ? {} : { signer: leaderPost(stage, deed.list, deed.signer) },
      );
      return;
    case 'reopen':
      await say('reopen', { reason: deed.reason });
      return;
    case 'strike':
      await say('strike', { case: idOf(deed.case), reason: deed.reason });
      return;
    case 'presence':
      await say('presence', {
        chair: personId(deed.chair),
        absent: deed.absent.map(({ person, reason }) => ({ person: personId(person), reason })),
      });
      return;
    case 'result':
      for (const { case: name, recused = [], ...finding } of deed.results) {
        await say(
          'result',
          { ...finding, case: idOf(name), recused: recused.map(personId) },
          `result.${name}`,
        );
      }
      return;
    case 'attachToList':
      return attach(stage, pathOf(stage, deed.list), { kind: deed.kind, name: deed.name });
    case 'conclude':
      await say('conclude', deed.reasons === undefined ? {} : { reasons: deed.reasons });
      return;
    case 'sign':
      await say('sign', { hash: await hashOf(stage, deed.list) });
      return;
    case 'issue':
      await say('issue', { number: deed.number, date: deed.date });
      return;
    case 'issueSignedOutside':
      return issueSignedOutside(stage, deed);
  }
}

const pathOf = ({ ledger }: Stage, name: string): string => {
  const { path, id } = ledger.listNamed(name);
  return `/api/${path}/${id}`;
};

const pathFor = {
  startLetter: 'letters',
  startSession: 'sessions',
  startDecision: 'decisions',
} as const satisfies Record<Start['do'], ListPath>;

async function start(stage: Stage, deed: Start): Promise<void> {
  const { list, organisation, title, round, sealed } = deed;
  const path = pathFor[deed.do];
  const { id } = await perform(stage, list, `/api/${path}`, {
    organisation: organisationId(organisation),
    title,
    ...given({ sealed, round: round === undefined ? undefined : stage.ledger.roundNamed(round) }),
    ...ownPart(deed),
  });
  stage.ledger.lists.set(list, { id, path, organisation });
}

function ownPart(deed: Start): object {
  switch (deed.do) {
    case 'startLetter':
      return given({ caseKind: deed.caseKind });
    case 'startSession':
      return { council: councilId(deed.council), heldOn: deed.heldOn };
    case 'startDecision':
      return given({ caseKind: deed.caseKind, origin: deed.origin });
  }
}

const gatheredSchema = z.looseObject({
  results: z
    .array(z.looseObject({ case: z.string(), gathered: z.boolean(), refusal: z.string().optional() }))
    .optional(),
});

async function gather(stage: Stage, { list, cases }: Deed<'gather'>): Promise<void> {
  const path = `${pathOf(stage, list)}/gather`;
  const rows = cases.map((row) => rowOf(stage, row));
  const { results = [] } = gatheredSchema.parse(await perform(stage, 'gather', path, { cases: rows }));
  const left = results.find((result) => !result.gathered);
  if (left !== undefined) {
    const name = cases.map(nameOf).find((candidate) => stage.ledger.caseNamed(candidate).id === left.case);
    throw new ActRefused(path, 409, left.refusal ?? 'Unknown', name ?? left.case);
  }
}

const nameOf = (row: RowToGather): string => (typeof row === 'string' ? row : row.case);

function rowOf({ ledger }: Stage, row: RowToGather): object {
  return typeof row === 'string'
    ? { case: ledger.caseNamed(row).id }
    : { ...row, case: ledger.caseNamed(row.case).id };
}

const leaderPost = ({ ledger }: Stage, list: string, username: string): string =>
  postId(username, ledger.listNamed(list).organisation, 'leader');

const closedSchema = z.looseObject({ list: z.looseObject({ hash: z.string() }) });

/** The signer signs what the list shows now. */
async function hashOf(stage: Stage, list: string): Promise<string> {
  return closedSchema.parse(await stage.api.read(stage.by, pathOf(stage, list))).list.hash;
}

async function issueSignedOutside(stage: Stage, deed: Deed<'issueSignedOutside'>): Promise<void> {
  const { list, number, date, signedOn } = deed;
  const { name, capacity, account } = deed.signer;
  await perform(stage, 'issue', `${pathOf(stage, list)}/issue-signed-outside`, {
    number,
    date,
    signedOn,
    hash: await hashOf(stage, list),
    signer: given({
      name,
      capacity,
      post: account === undefined ? undefined : leaderPost(stage, list, account),
    }),
  });
}
