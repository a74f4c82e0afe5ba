import { openStep } from '#shared/domain/case.ts';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { newCeremonySchema } from '#shared/domain/ceremony.ts';
import {
  caseIdSchema,
  ceremonyIdSchema,
  type CaseId,
  type CeremonyId,
  type ListId,
} from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { loadCeremony } from '#shared/records/ceremony-record.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { desks, walkIn } from './case-walk.ts';
import { keepOwnBooks } from './own-books.ts';
import { agrees, askingIn } from './opinion-walk.ts';
import { december, idOf, organisations, people } from './small-directory.ts';
import { asks, draftNomination } from './small-world.ts';
import type { TestHome } from './test-home.ts';

/** What stands where when a small season is played to its middle. */
export interface HalfSeason {
  /** Appraised, the effects of the last act still to be done. */
  readonly recommended: CaseId;
  /** A supplement is out. */
  readonly asked: CaseId;
  /** In a letter that its ward still gathers. */
  readonly gathered: CaseId;
  /** At appraisal, two wards asked for their opinion: one has answered. */
  readonly consulted: CaseId;
  readonly request: ListId;
  /** Not sent in yet: the achievement of `recommended`, put to the ward's own chairman as well. */
  readonly linked: CaseId;
  readonly letter: ListId;
  /** With an id number under the vault's keys. */
  readonly draft: CaseId;
  readonly ceremony: CeremonyId;
}

export const idNumber = '031058001234';

/**
 * Cases at several steps, a letter half gathered, minutes attached, opinions half in, a ceremony planned, what an office
 * keeps beside its cases, and one act nobody was told of.
 */
export async function playHalf(home: TestHome): Promise<HalfSeason> {
  const { ports } = home;
  const way = walkIn(home);
  await keepOwnBooks(home);
  const recommended = await draftNomination(ports);
  const asked = await draftNomination(ports, { name: 'Lê Văn Tám', birthYear: 1970 });
  const gathered = await draftNomination(ports, { name: 'Trần Thị Bảy', birthYear: 1963 });
  const consulted = await draftNomination(ports, { name: 'Bùi Văn Mười', birthYear: 1955 });
  const linked = await draftLinked(home, recommended);
  for (const id of [recommended, asked, gathered, consulted]) await way.act(people.wardOfficer, id, 'submit');
  await way.session('ward', [recommended, asked, gathered, consulted]);
  await way.letter(desks.ward, [recommended, asked, consulted]);
  await way.to('district-appraise', [recommended, asked, consulted]);
  const request = await askForOpinions(home, consulted);
  const letter = await way.letterOf(desks.ward, [gathered]);
  await way.act(people.policeOfficer, asked, 'askSupplement', {
    fields: ['report'],
    note: 'Nêu rõ số vụ việc',
  });
  const command = newCeremonySchema.parse({
    host: organisations.districtCommittee.id,
    title: 'Hội nghị tổng kết',
    day: '2020-10-09',
    place: 'Hội trường',
    freezeOn: '2020-10-08',
  });
  const { id: ceremony } = await newCeremony(ports, asks(people.organiser), command);
  await home.settle();
  const draft = await draftWithIdNumber(home);
  const deaf = walkIn(home, { ...ports, nudge: () => undefined });
  await deaf.act(people.policeOfficer, recommended, 'recommend');
  return {
    ...{ recommended, asked, gathered, letter, consulted, request, linked, draft },
    ceremony: ceremonyIdSchema.parse(ceremony),
  };
}

const wards = [desks.ward, desks.sibling] as const;

async function askForOpinions(home: TestHome, one: CaseId): Promise<ListId> {
  const way = walkIn(home, home.ports, 30);
  const { requestOf, answer } = askingIn(home, way);
  const asked = wards.map(({ organisation }) => organisation);
  const request = await requestOf(desks.police, [one], { asked, stepKind: 'appraise' });
  await way.finish(desks.police, request);
  const [{ officer, organisation }] = wards;
  await answer(officer, request, organisation, [agrees(one)]);
  return request;
}

async function draftLinked(home: TestHome, to: CaseId): Promise<CaseId> {
  const { subject } = await walkIn(home).caseOf(to);
  const round = roundSchema.parse({
    ...december,
    id: idOf('round-of-the-ward'),
    owner: organisations.wardCommittee.id,
    forms: december.forms.map((form) => ({ ...form, form: 'GK_XA' })),
  });
  await home.ports.store.commit([roundWrite(undefined, round)]);
  return draftNomination(home.ports, { form: 'GK_XA', round: round.id, subject, linkedTo: to });
}

async function draftWithIdNumber({ ports }: TestHome): Promise<CaseId> {
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: december.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    proposer: { name: 'Phạm Văn Tổ' },
    idNumber,
    content: { printedName: 'Đỗ Văn Chín', unit: 'Tổ dân phố số 6', birthYear: 1966 },
  });
  const { id } = await nominate(ports, asks(people.wardOfficer), command);
  return caseIdSchema.parse(id);
}

/** On from there to the district's decision and the day of the ceremony. @returns where each stands then */
export async function playOn(home: TestHome, half: HalfSeason): Promise<readonly string[]> {
  const { ports } = home;
  const way = walkIn(home, ports, 10);
  const { recommended, asked, gathered, consulted } = half;
  await sweep(ports);
  await home.settle();
  const [, { officer, organisation }] = wards;
  await askingIn(home, way).answer(officer, half.request, organisation, [agrees(consulted)]);
  await way.act(people.policeOfficer, consulted, 'recommend');
  await way.act(people.wardOfficer, asked, 'answerSupplement', {
    content: { report: 'Phát hiện 12 vụ việc.' },
  });
  await way.act(people.policeOfficer, asked, 'recommend');
  await way.finish(desks.ward, half.letter);
  await way.act(people.policeOfficer, gathered, 'receive');
  await way.to('district-decide', [recommended, asked, consulted]);
  await way.decision(desks.district, [recommended, asked, consulted]);
  await home.passDays(4);
  const [ceremony] = await ports.store.get([keys.ceremonyMeta(half.ceremony)]);
  const statuses = await Promise.all(
    [recommended, asked, consulted, gathered, half.draft, half.linked].map(
      async (id) => (await way.caseOf(id)).status,
    ),
  );
  return [...statuses, String(loadCeremony(ceremony)?.value.phase)];
}

/** The steps at which the cases of a season stand. */
export async function stepsOf(home: TestHome, { recommended, asked, gathered }: HalfSeason) {
  const way = walkIn(home);
  return Promise.all([recommended, asked, gathered].map(async (id) => openStep(await way.caseOf(id))?.code));
}
