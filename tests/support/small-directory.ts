import {
  areaSchema,
  councilSchema,
  organisationSchema,
  personSchema,
  type Area,
  type Council,
  type Organisation,
  type Person,
  type Post,
} from '#shared/domain/directory.ts';
import { roundSchema, type Round } from '#shared/domain/round.ts';
import { civilDateSchema } from '#shared/domain/time.ts';

/**
 * The smallest directory in which a nomination goes its whole way in 2020: a city, a district, two wards, the
 * offices that hold steps, and one person for each role. All people are invented.
 */

/** A readable ULID: `WARD-OFFICER` becomes `01ZWARD0FF1CER000000000000`. Crockford has no I, L, O, U. */
export function idOf(name: string): string {
  const letters = name
    .toUpperCase()
    .replaceAll('-', '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')
    .replaceAll('U', 'V');
  return `01Z${letters}`.padEnd(26, '0').slice(0, 26);
}

const validFrom = '2010-01-01';

function area(code: string, kind: Area['kind'], name: string, parent?: Area): Area {
  return areaSchema.parse({
    id: idOf(`area-${code}`),
    kind,
    name,
    above: parent === undefined ? [] : [parent.id, ...parent.above],
    successors: [],
    validFrom,
  });
}

const city = area('city', 'province', 'Thành phố Hải Phòng');
const district = area('district', 'district', 'Quận Hồng Bàng', city);
const ward = area('ward', 'commune', 'Phường Sở Dầu', district);
const siblingWard = area('sibling', 'commune', 'Phường Thượng Lý', district);

export const areas = { city, district, ward, siblingWard };

type Office = Pick<Organisation, 'kind' | 'level' | 'name' | 'shortName' | 'numberSuffix' | 'headTitle'>;

function organisation(code: string, serves: Area, office: Office, superior?: Organisation): Organisation {
  return organisationSchema.parse({
    ...office,
    id: idOf(`org-${code}`),
    area: serves.id,
    superior: superior?.id,
    functions: [],
    successors: [],
    validFrom,
  });
}

function committee(level: Organisation['level'], place: string): Office {
  return {
    kind: 'peoplesCommittee',
    level,
    name: `Ủy ban nhân dân ${place}`,
    shortName: `UBND ${place}`,
    numberSuffix: 'UBND',
    headTitle: `Chủ tịch UBND ${place}`,
  };
}

const districtCommittee = organisation('district', district, committee('district', 'quận Hồng Bàng'));
const districtPolice = organisation('police', district, {
  kind: 'police',
  level: 'district',
  name: 'Công an quận Hồng Bàng',
  shortName: 'Công an quận Hồng Bàng',
  numberSuffix: 'CAQ',
  headTitle: 'Trưởng Công an quận Hồng Bàng',
});
const wardCommittee = organisation('ward', ward, committee('commune', 'phường Sở Dầu'), districtCommittee);
const siblingCommittee = organisation(
  'sibling',
  siblingWard,
  committee('commune', 'phường Thượng Lý'),
  districtCommittee,
);

export const organisations = { wardCommittee, siblingCommittee, districtPolice, districtCommittee };

type Duty = Pick<Post, 'role'> & Partial<Pick<Post, 'capacity' | 'sealed' | 'to'>> & { title: string };

const officer: Duty = { role: 'officer', title: 'Cán bộ làm công tác thi đua, khen thưởng' };
const secretary: Duty = { role: 'secretary', title: 'Thư ký Hội đồng thi đua, khen thưởng' };
const member: Duty = { role: 'member', title: 'Ủy viên Hội đồng thi đua, khen thưởng' };
const clerk: Duty = { role: 'clerk', title: 'Văn thư' };
const head = (title: string): Duty => ({ role: 'leader', capacity: 'head', title });
const deputy = (title: string): Duty => ({ role: 'leader', capacity: 'deputy', title });
/** Named for sealed cases. */
const named = (duty: Duty): Duty => ({ ...duty, sealed: true });

function person(code: string, name: string, at: Organisation, duty: Duty): Person {
  const id = idOf(`person-${code}`);
  const post = {
    sealed: false,
    ...duty,
    id: idOf(`post-${code}`),
    person: id,
    organisation: at.id,
    from: '2016-07-01',
    instrument: 'Quyết định phân công năm 2016',
  };
  return personSchema.parse({
    id,
    username: code,
    name,
    email: `${code}@haiphong.example`,
    language: 'vi',
    posts: [post],
  });
}

export const people = {
  wardProposer: person('ward-proposer', 'Phạm Văn Tổ', wardCommittee, {
    role: 'proposer',
    title: 'Tổ trưởng tổ dân phố số 5',
  }),
  wardOfficer: person('ward-officer', 'Trần Thị Hà', wardCommittee, officer),
  wardSealedOfficer: person('ward-sealed', 'Đỗ Văn Kín', wardCommittee, named(officer)),
  wardSecretary: person('ward-secretary', 'Lê Thị Thư', wardCommittee, named(secretary)),
  wardMember: person('ward-member', 'Vũ Văn Hội', wardCommittee, member),
  wardLeader: person(
    'ward-leader',
    'Nguyễn Văn Chủ',
    wardCommittee,
    named(head('Chủ tịch UBND phường Sở Dầu')),
  ),
  wardDeputy: person('ward-deputy', 'Bùi Thị Phó', wardCommittee, deputy('Phó Chủ tịch UBND phường Sở Dầu')),
  wardClerk: person('ward-clerk', 'Hoàng Thị Văn', wardCommittee, named(clerk)),

  siblingOfficer: person('sib-officer', 'Ngô Văn Lý', siblingCommittee, officer),
  siblingSecretary: person('sib-secretary', 'Đinh Thị Biên', siblingCommittee, secretary),
  siblingLeader: person(
    'sib-leader',
    'Phan Văn Thượng',
    siblingCommittee,
    head('Chủ tịch UBND phường Thượng Lý'),
  ),
  siblingClerk: person('sib-clerk', 'Mai Thị Sổ', siblingCommittee, clerk),

  policeOfficer: person('pol-officer', 'Lương Văn Thẩm', districtPolice, officer),
  policeSealedOfficer: person('pol-sealed', 'Cao Văn Mật', districtPolice, named(officer)),
  policeLeader: person(
    'pol-leader',
    'Trịnh Văn Trưởng',
    districtPolice,
    named(head('Trưởng Công an quận Hồng Bàng')),
  ),
  policeDeputy: person(
    'pol-deputy',
    'Tạ Văn Phó',
    districtPolice,
    deputy('Phó Trưởng Công an quận Hồng Bàng'),
  ),
  policeClerk: person('pol-clerk', 'Chu Thị Lưu', districtPolice, named(clerk)),

  districtOfficer: person('dis-officer', 'Đặng Thị Quận', districtCommittee, officer),
  districtSealedOfficer: person('dis-sealed', 'Hồ Văn Bảo', districtCommittee, named(officer)),
  districtSecretary: person('dis-secretary', 'Dương Thị Ký', districtCommittee, named(secretary)),
  districtMember: person('dis-member', 'Lâm Văn Viên', districtCommittee, member),
  districtLeader: person(
    'dis-leader',
    'Vương Văn Tịch',
    districtCommittee,
    named(head('Chủ tịch UBND quận Hồng Bàng')),
  ),
  districtDeputy: person(
    'dis-deputy',
    'Kiều Thị Thay',
    districtCommittee,
    deputy('Phó Chủ tịch UBND quận Hồng Bàng'),
  ),
  districtClerk: person('dis-clerk', 'Thái Thị Dấu', districtCommittee, named(clerk)),
  organiser: person('organiser', 'Quách Văn Lễ', districtCommittee, {
    role: 'organiser',
    title: 'Người tổ chức',
  }),
  administrator: person('administrator', 'Tô Văn Trị', districtCommittee, {
    role: 'administrator',
    title: 'Quản trị hệ thống',
  }),
  auditor: person('auditor', 'Nghiêm Thị Soát', districtCommittee, { role: 'auditor', title: 'Thanh tra' }),
  /** Held an officer's post in the ward until the day before the world begins. */
  formerOfficer: person('former-officer', 'Thân Thị Cựu', wardCommittee, {
    ...officer,
    to: civilDateSchema.parse('2020-10-04'),
  }),
};

function council(
  code: string,
  at: Organisation,
  name: string,
  seats: readonly (readonly [Person, Council['members'][number]['seat']])[],
): Council {
  return councilSchema.parse({
    id: idOf(`council-${code}`),
    organisation: at.id,
    name,
    standing: false,
    members: seats.map(([who, seat]) => ({ person: who.id, seat, from: '2016-07-01' })),
    foundingDecision: 'Quyết định thành lập Hội đồng năm 2016',
  });
}

export const councils = {
  ward: council('ward', wardCommittee, 'Hội đồng thi đua, khen thưởng phường Sở Dầu', [
    [people.wardLeader, 'chair'],
    [people.wardDeputy, 'vice'],
    [people.wardMember, 'member'],
    [people.wardSecretary, 'secretary'],
  ]),
  sibling: council('sibling', siblingCommittee, 'Hội đồng thi đua, khen thưởng phường Thượng Lý', [
    [people.siblingLeader, 'chair'],
    [people.siblingSecretary, 'secretary'],
  ]),
  district: council('district', districtCommittee, 'Hội đồng thi đua, khen thưởng quận Hồng Bàng', [
    [people.districtLeader, 'chair'],
    [people.districtDeputy, 'vice'],
    [people.policeLeader, 'member'],
    [people.districtMember, 'member'],
    [people.districtSecretary, 'secretary'],
  ]),
};

export const december: Round = roundSchema.parse({
  id: idOf('round-december'),
  owner: districtCommittee.id,
  name: 'Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020',
  year: 2020,
  lane: 'peoplesCommittee',
  themes: ['Toàn dân bảo vệ an ninh Tổ quốc'],
  opensOn: '2020-10-01',
  forms: [{ form: 'GK_HUYEN', closingDay: '2020-11-20', councilDay: '2020-12-11', quotas: [] }],
});
