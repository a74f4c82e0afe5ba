import type { NominateDeed, SeasonEvent } from '#local/demo/season-event.ts';
import { individual, letter, session, submitted } from '#local/demo/seasons/paper.ts';
import { hongBangWorld } from '#local/demo/worlds/hong-bang-2020.ts';
import { wards as worldWards } from '#local/demo/worlds/hong-bang/wards.ts';
import { commendation, december, rounds } from '#local/demo/seasons/hong-bang-2020/rounds.ts';

const wards = worldWards.map(({ key, clerk }) => ({
  key,
  clerk: clerk === undefined ? `${key}.canbo` : `${key}.vanthu`,
}));
const families = ['Phạm', 'Đỗ', 'Vũ', 'Lương', 'Bùi', 'Đặng', 'Hoàng', 'Ngô', 'Trịnh'];
const given = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh', 'Phúc'];

const rowsAWard = given.length;
export const allRows = wards.length * rowsAWard;

const caseOf = (ward: string, place: number): string => `${ward}-${String(place + 1)}`;

function nominations(ward: string, number: number): NominateDeed[] {
  return given.map((name, place) =>
    individual(commendation(ward), {
      case: caseOf(ward, place),
      name: `${families[number] ?? ''} ${place % 2 === 0 ? 'Văn' : 'Thị'} ${name}`,
      born: 1950 + number * 3 + place,
      gender: place % 2 === 0 ? 'male' : 'female',
      title: `Tổ trưởng tổ dân phố số ${String(place + 1)}`,
      unit: `Tổ dân phố số ${String(place + 1)}`,
      proposer: `Tổ dân phố số ${String(place + 1)}`,
      report: `Vận động ${String(30 + 12 * number + place)} hộ ở ngõ ${String(100 * (number + 1) + place)} ký cam kết; báo ${String(place + 2)} tin giúp công an phường xử lý ${String(number + 1)} vụ việc.`,
      serial: `9${String(number)}${String(place).padStart(4, '0')}`,
    }),
  );
}

const ofWard = ({ key: ward, clerk }: (typeof wards)[number], number: number): SeasonEvent[] => {
  const cases = given.map((_, place) => caseOf(ward, place));
  const common = { organisation: ward, round: december };
  return [
    ...submitted({ on: '2020-09-24', by: `${ward}.canbo` }, nominations(ward, number)),
    ...session({
      ...common,
      council: ward,
      secretary: `${ward}.canbo`,
      chair: `${ward}.chutich`,
      members: 7,
      list: `hop-${ward}`,
      title: 'Hội đồng TĐKT phường họp xét khen thưởng',
      cases,
      heldOn: '2020-10-01',
    }),
    ...letter({
      ...common,
      officer: `${ward}.canbo`,
      signer: `${ward}.chutich`,
      clerk,
      list: `ttr-${ward}`,
      title: 'Đề nghị tặng Giấy khen năm 2020',
      cases,
      gatheredOn: '2020-10-02',
      signedOn: '2020-10-05',
      issuedOn: '2020-10-05',
      number: `${String(60 + number)}/TTr-UBND`,
    }),
  ];
};

const firstForty = wards.flatMap(({ key }) => given.map((_, place) => caseOf(key, place))).slice(0, 40);
const police = { at: '09:30', by: 'congan.thamdinh', cases: firstForty } as const;

/** Nine letters with twelve people each have come to the district police, which has read none of them yet. */
export const nineLetters: readonly SeasonEvent[] = [...rounds, ...wards.flatMap(ofWard)];

/** Forty of them were appraised, and the police's letter has brought them before the district's council. */
export const fortyBeforeTheCouncil: readonly SeasonEvent[] = [
  ...nineLetters,
  { ...police, on: '2020-10-06', do: 'receive' },
  { ...police, on: '2020-10-08', do: 'recommend' },
  ...letter({
    organisation: 'congan',
    round: december,
    officer: 'congan.canbo',
    signer: 'congan.truong',
    clerk: 'congan.vanthu',
    list: 'ttr-ca',
    title: 'Đề nghị xét khen thưởng phong trào năm 2020',
    cases: firstForty,
    gatheredOn: '2020-10-09',
    signedOn: '2020-10-12',
    issuedOn: '2020-10-12',
    number: '402/TTr-CAQ',
  }),
];

const { councils } = hongBangWorld;
const largest = Math.max(...councils.map(({ members }) => members.length));
const wardChairmen = councils
  .filter(({ members }) => members.length < largest)
  .flatMap(({ members }) => members.find(({ seat }) => seat === 'chair') ?? [])
  .slice(0, 15 - largest)
  .map((chairman) => ({ ...chairman, seat: 'member' as const }));

/** So many chairmen of wards sit in the district's council, too, that it has fifteen members. */
export const councilOfFifteen: typeof hongBangWorld = {
  ...hongBangWorld,
  councils: councils.map((council) =>
    council.members.length < largest
      ? council
      : { ...council, members: [...council.members, ...wardChairmen] },
  ),
};
