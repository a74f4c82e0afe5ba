import { encodeTime } from 'ulid';
import {
  areaSchema,
  councilSchema,
  organisationSchema,
  personSchema,
  type Person,
} from '#shared/domain/directory.ts';
import { publicCodeFrom } from '#shared/domain/public-code.ts';
import type { Item, Write } from '#shared/ports.ts';
import {
  areaWrites,
  councilWrites,
  organisationWrites,
  personWrites,
} from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { areas, councils, organisations, people } from '#tests/support/small-directory.ts';
import type { z } from 'zod';
import { nameToken } from './season.ts';

/**
 * A season once played, copied under other ids: cases, lists, wards and districts of a whole city. The first copy is the
 * played one itself. Hashes of histories are copied as they are; nothing that is measured verifies one.
 */
export interface Layout {
  readonly copies: number;
  readonly copiesAWard: number;
  readonly wardsADistrict: number;
}

interface Replica {
  readonly copy: number;
  readonly ward: number;
  readonly district: number;
}

const city: Layout = { copies: 1, copiesAWard: 2, wardsADistrict: 14 };

/** As many copies as hold this number of cases, two a ward, fourteen wards a district. */
export const layoutFor = (cases: number, casesACopy: number): Layout => ({
  ...city,
  copies: Math.round(cases / casesACopy),
});

const wards = ({ copies, copiesAWard }: Layout): number => Math.ceil(copies / copiesAWard);
const districts = (layout: Layout): number => Math.ceil(wards(layout) / layout.wardsADistrict);

export const sizeOf = (layout: Layout): string => `${wards(layout)} wards, ${districts(layout)} districts`;

interface Token {
  readonly text: string;
  readonly of: (replica: Replica) => string;
}

/** Ends of the ULIDs that a played season draws. */
const drawnEnd = encodeTime(1, 16);

/** Readable ids of the small directory end in noughts, where a number has its place. */
const numbered = (id: string, number: number): string =>
  number === 0 ? id : `${id.slice(0, 20)}${encodeTime(number, 6)}`;

const inWard = [
  areas.ward.id,
  organisations.wardCommittee.id,
  councils.ward.id,
  ...idsOf((code) => code.startsWith('ward-')),
];
const inDistrict = [
  areas.district.id,
  organisations.districtPolice.id,
  organisations.districtCommittee.id,
  councils.district.id,
  ...idsOf((code) => code.startsWith('pol-') || code.startsWith('dis-')),
];

function peopleOf(belongs: (code: string) => boolean): Person[] {
  return Object.values(people).filter((person) => belongs(person.username));
}
function idsOf(belongs: (code: string) => boolean): string[] {
  return peopleOf(belongs).flatMap((person) => [person.id, ...person.posts.map((post) => post.id)]);
}

function letters(number: number): string {
  const letter = (digit: number): string => String.fromCharCode(97 + (digit % 26));
  return letter(Math.floor(number / 676)) + letter(Math.floor(number / 26)) + letter(number);
}

/** A code of its own for each case of each copy, whose check character is right. */
function codeOf(copy: number, index: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(copy, 0);
  bytes.writeUInt32BE(index, 4);
  return publicCodeFrom(bytes);
}

const directoryTokens: readonly Token[] = [
  ...inWard.map((text): Token => ({ text, of: ({ ward }) => numbered(text, ward) })),
  ...inDistrict.map((text): Token => ({ text, of: ({ district }) => numbered(text, district) })),
];

function tokensOf(items: readonly Item[]): readonly Token[] {
  const codes = items.filter((item) => item.pk.startsWith('CODE#')).map((item) => item.pk.slice(5));
  const names = [nameToken, nameToken.toLowerCase()].map((text): Token => ({
    text,
    of: ({ copy }) => (copy === 0 ? text : text.charAt(0) + letters(copy)),
  }));
  return [
    { text: drawnEnd, of: ({ copy }) => encodeTime(copy + 1, 16) },
    ...names,
    ...codes.map((text, index): Token => ({
      text,
      of: ({ copy }) => (copy === 0 ? text : codeOf(copy, index)),
    })),
    ...directoryTokens,
  ];
}

/** Cut once, pasted for each copy. Pieces at odd places are numbers of tokens. */
function cutter(tokens: readonly Token[]): (text: string) => readonly (string | Token)[] {
  const byText = new Map(tokens.map((token) => [token.text, token]));
  const pattern = new RegExp(`(${[...byText.keys()].join('|')})`);
  return (text) => text.split(pattern).map((piece) => byText.get(piece) ?? piece);
}

const paste = (pieces: readonly (string | Token)[], said: ReadonlyMap<Token, string>): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : (said.get(piece) ?? ''))).join('');

const isOfDirectory = ({ pk }: Item): boolean => /^(AREA|ORG|PERSON|USERNAME|ROUND)#/.test(pk);

/**
 * Texts of all items, each as `write` puts it, copy by copy.
 * @param write makes the text in which ids are replaced: JSON of the item, or of what an engine imports
 */
export function* copiesOf(
  items: readonly Item[],
  layout: Layout,
  write: (item: Item) => string,
): Generator<readonly string[]> {
  const tokens = tokensOf(items);
  const cut = cutter(tokens);
  yield [...items.filter(isOfDirectory), ...directoryItems(layout)].map(write);
  yield* quotasOfWards(items, layout, write);
  const played = items.filter((item) => !isOfDirectory(item)).map((item) => cut(write(onceEach(item))));
  for (let copy = 0; copy < layout.copies; copy += 1) {
    const ward = Math.floor(copy / layout.copiesAWard);
    const replica = { copy, ward, district: Math.floor(ward / layout.wardsADistrict) };
    const said = new Map(tokens.map((token) => [token, token.of(replica)]));
    yield played.map((pieces) => paste(pieces, said));
  }
}

/** Each ward has used as much of the round's quotas as the first one. */
function* quotasOfWards(
  items: readonly Item[],
  layout: Layout,
  write: (item: Item) => string,
): Generator<readonly string[]> {
  const { sk } = keys.quotaUsed('', organisations.wardCommittee.id);
  const used = items.filter((item) => item.sk === sk).map((item) => cutDirectory(write(item)));
  for (let ward = 1; ward < wards(layout); ward += 1) {
    const said = saidOf({ copy: 0, ward, district: Math.floor(ward / layout.wardsADistrict) });
    yield used.map((pieces) => paste(pieces, said));
  }
}

/** What two copies would write under one key is kept apart by the copy's own end of ids. */
function onceEach(item: Item): Item {
  if (!/^(NUMBER|NOTICES)#/.test(item.pk) || item.sk.includes(drawnEnd)) return item;
  return { ...item, sk: `${item.sk}#${drawnEnd}` };
}

/** Wards and districts beside the first ones. */
function directoryItems(layout: Layout): Item[] {
  const made: Write[] = [];
  for (let district = 1; district < districts(layout); district += 1)
    made.push(...districtWrites({ copy: 0, ward: 0, district }));
  for (let ward = 1; ward < wards(layout); ward += 1)
    made.push(...wardWrites({ copy: 0, ward, district: Math.floor(ward / layout.wardsADistrict) }));
  return made.flatMap((write) => ('put' in write ? [write.put] : []));
}

function districtWrites(replica: Replica): Write[] {
  const { districtPolice, districtCommittee } = organisations;
  return [
    ...areaWrites(copied(areaSchema, areas.district, replica)),
    ...[districtPolice, districtCommittee].flatMap((one) =>
      organisationWrites(copied(organisationSchema, one, replica)),
    ),
    ...councilWrites(copied(councilSchema, councils.district, replica)),
    ...peopleWrites((code) => code.startsWith('pol-') || code.startsWith('dis-'), replica),
  ];
}

function wardWrites(replica: Replica): Write[] {
  return [
    ...areaWrites(copied(areaSchema, areas.ward, replica)),
    ...organisationWrites(copied(organisationSchema, organisations.wardCommittee, replica)),
    ...councilWrites(copied(councilSchema, councils.ward, replica)),
    ...peopleWrites((code) => code.startsWith('ward-'), replica),
  ];
}

function peopleWrites(belongs: (code: string) => boolean, replica: Replica): Write[] {
  return peopleOf(belongs).flatMap((person) => {
    const copy = copied(personSchema, person, replica);
    const username = `${person.username}-${replica.ward}-${replica.district}`;
    return personWrites(undefined, { ...copy, username });
  });
}

const cutDirectory = cutter(directoryTokens);

const saidOf = (replica: Replica): ReadonlyMap<Token, string> =>
  new Map(directoryTokens.map((token) => [token, token.of(replica)]));

function copied<T>(schema: z.ZodType<T>, one: unknown, replica: Replica): T {
  return schema.parse(JSON.parse(paste(cutDirectory(JSON.stringify(one)), saidOf(replica))));
}
