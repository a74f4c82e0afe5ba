import type { NominateDeed, SeasonEvent } from '#local/demo/season-event.ts';
import { individual, letter, session, submitted } from '#local/demo/seasons/paper.ts';
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

/** Nine letters with twelve people each have come to the district police, which has read none of them yet. */
export const nineLetters: readonly SeasonEvent[] = [...rounds, ...wards.flatMap(ofWard)];
