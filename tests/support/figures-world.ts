import type { CaseId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { recountMarked } from '#shared/use-cases/figures/recount.ts';
import { desks, walkIn, type Walk } from './case-walk.ts';
import { december, idOf, people } from './small-directory.ts';
import { draftNomination } from './small-world.ts';
import { createTestHome, type TestHome } from './test-home.ts';

const { wardOfficer, wardSealedOfficer, policeOfficer } = people;

/** The round of the same owner before December's. */
export const lastSeason = roundSchema.parse({
  ...december,
  id: idOf('round-last-season'),
  name: 'Đợt xét năm 2019',
  year: 2019,
  opensOn: '2019-10-01',
});

export interface FiguresWorld {
  readonly home: TestHome;
  readonly walk: Walk;
  readonly cases: Readonly<
    Record<
      'draft' | 'atCouncil' | 'askedBack' | 'atReceive' | 'withdrawn' | 'she' | 'he' | 'sealed' | 'earlier',
      CaseId
    >
  >;
}

/**
 * One ward whose counts are known by construction: in December's round a draft, one at the ward's council and a sealed one there, one
 * from which the police asks for more and one that it has yet to receive, one withdrawn, two awarded by the district (a woman; one
 * of whom nobody has said); in the season before, one awarded.
 */
export async function figuresWorld(): Promise<FiguresWorld> {
  const home = await createTestHome();
  const { ports } = home;
  await ports.store.commit([roundWrite(undefined, lastSeason)]);
  const walk = walkIn(home);
  let nominated = 0;
  const nominate = async (change: Parameters<typeof draftNomination>[1] = {}): Promise<CaseId> => {
    nominated += 1;
    return draftNomination(ports, { name: names[nominated] ?? '', birthYear: 1940 + nominated, ...change });
  };
  const send = async (change?: Parameters<typeof draftNomination>[1]): Promise<CaseId> => {
    const id = await nominate(change);
    await walk.act(change?.sealed === true ? wardSealedOfficer : wardOfficer, id, 'submit');
    return id;
  };
  const earlier = await send({ round: lastSeason.id });
  await walk.to('district-decide', [earlier], { round: lastSeason.id });
  await walk.decision(desks.district, [earlier], { round: lastSeason.id });
  const she = await send({ gender: 'female' });
  const he = await send();
  await walk.to('district-decide', [she, he]);
  await walk.decision(desks.district, [she, he]);
  const [askedBack, atReceive] = [await send(), await send()];
  await walk.to('district-receive', [askedBack, atReceive]);
  await walk.act(policeOfficer, askedBack, 'askSupplement', { fields: ['report'], note: 'Cần rõ hơn' });
  const withdrawn = await send();
  await walk.act(wardOfficer, withdrawn, 'withdraw', { reason: 'Rút' });
  const cases = {
    ...{ earlier, she, he, askedBack, atReceive, withdrawn },
    atCouncil: await send(),
    sealed: await send({ sealed: true }),
    draft: await nominate(),
  };
  await home.settle();
  await recountMarked(ports);
  return { home, walk, cases };
}

const names = [
  '',
  'Nguyễn Văn Trước',
  'Nguyễn Thị Sáu',
  'Đinh Văn Bảy',
  'Lê Thị Bổ',
  'Vũ Văn Nhận',
  'Bùi Văn Rút',
  'Hà Thị Họp',
  'Người Kín',
  'Trần Văn Nháp',
];
