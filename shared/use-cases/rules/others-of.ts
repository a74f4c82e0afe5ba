import { isDiscarded, keepsAchievement, type Case, type CaseContent } from '../../domain/case.ts';
import type { CaseId, SubjectId } from '../../domain/id.ts';
import type { OtherRecord } from '../../domain/rules/case-facts.ts';
import { comparedWith, fingerprintOf } from '../../domain/rules/fingerprint.ts';
import { likenessKey, subjectSchema, type Subject } from '../../domain/subject.ts';
import type { Store } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { decode } from '../../records/item.ts';
import { indexes, keys } from '../../records/keys.ts';
import { comparedAt, readMarks, readOfficeMarks } from '../../records/marks-record.ts';
import { getAll } from '../../records/query.ts';
import { readNamings, readSubjects, type Naming } from '../../records/subject-record.ts';

/** Look-alikes of one name that are looked at, and cases of one subject and its look-alikes: the newest. */
const mostLookAlikes = 20;
const mostCases = 40;
/** Reports of the round that share most with this one are read to be compared. */
const mostReports = 5;
/** So many of them are read, since what ended without an award is compared with nothing. */
const reportsRead = 20;

type Wanted = Pick<Case, 'id' | 'round' | 'subjectKind' | 'sealed' | 'enteredBy' | 'route'>;

/**
 * Other cases of what may be the same achievement, across wards, levels, lanes and years: those of the same subject, of
 * everybody of its folded name and year of birth about whom nobody has said that they are two, and those of the round,
 * or of the office that entered it, then of the one that received it, whose report shares a stretch with this one. Never a sealed one, and of a sealed case none.
 */
export async function readOthers(
  store: Store,
  subject: Wanted,
  content: CaseContent,
  own: Subject | undefined,
): Promise<OtherRecord[]> {
  if (subject.sealed !== undefined || subject.subjectKind === undefined) return [];
  const same = own === undefined ? [] : [own.id, ...own.sameAs];
  const [named, alike, reports] = await Promise.all([
    readNamings(store, same),
    readAlike(store, subject, content),
    readLikeReports(store, subject, content),
  ]);
  const others = alike.filter((id) => !same.includes(id));
  const [maybe, known] = await Promise.all([
    readNamings(store, others),
    readSubjects(store, [...others, ...same.slice(1)]),
  ]);
  const told = known.map(({ value }) => value);
  const selves = [...(own === undefined ? [] : [own]), ...told.filter(({ id }) => same.includes(id))];
  const apart = told.filter((other) => isToldApart(selves, other)).map(({ id }) => id);
  const alikeCases = [...newest(named), ...newest(maybe.filter((one) => !apart.includes(one.subject)))];
  const found = await readCases(
    store,
    [...new Set([...alikeCases, ...reports])].filter((id) => id !== subject.id),
  );
  const standing = found.filter((other) => keepsAchievement(other.subject.status));
  const likeliest = standing.filter((other) => reports.includes(other.subject.id)).slice(0, mostReports);
  const compared = found.filter(
    (other) => alikeCases.includes(other.subject.id) || likeliest.includes(other),
  );
  return compared.map((other) => ({ ...other, sameSubject: isSame(other.subject.subject, { same, apart }) }));
}

const newest = (namings: readonly Naming[]): CaseId[] =>
  [...new Set(namings.map((naming) => naming.case))].sort().slice(-mostCases);

/** Undefined while nobody has answered. */
function isSame(
  id: SubjectId | undefined,
  { same, apart }: { readonly same: readonly SubjectId[]; readonly apart: readonly SubjectId[] },
): boolean | undefined {
  if (id === undefined) return undefined;
  if (same.includes(id)) return true;
  return apart.includes(id) ? false : undefined;
}

/** The index may lag: it says only whom to look at. */
async function readAlike(
  store: Store,
  { subjectKind: kind }: Wanted,
  { printedName: name, birthYear }: CaseContent,
): Promise<SubjectId[]> {
  if (kind === undefined || name === '') return [];
  const wanted = [...new Set([birthYear, undefined])].map((year) =>
    likenessKey({ kind, name, birthYear: year }),
  );
  const pages = await Promise.all(
    wanted.map((key) =>
      store.query({ index: 'g1', pk: indexes.likeness(key).pk, descending: true, limit: mostLookAlikes }),
    ),
  );
  return pages.flatMap(({ items }) => items.map((item) => decode(subjectSchema, item).id));
}

/** Somebody has said, from either side, that the two are namesakes. */
function isToldApart(selves: readonly Subject[], other: Subject): boolean {
  const ids = selves.map(({ id }) => id);
  const about = (one: Subject, whom: readonly string[]): boolean =>
    one.answers.some(({ subject }) => whom.includes(subject));
  return (
    !ids.includes(other.id) &&
    [...selves.map((self) => about(self, [other.id, ...other.sameAs])), about(other, ids)].includes(true)
  );
}

async function readLikeReports(store: Store, subject: Wanted, { report }: CaseContent): Promise<CaseId[]> {
  const { id, round } = subject;
  if (round === undefined || report.trim() === '') return [];
  const sharedWith = comparedWith(fingerprintOf(report));
  const read = await Promise.all([readMarks(store, round), readOfficeMarks(store, comparedAt(subject))]);
  const marks = new Map(read.flat().map((other) => [other.case, other]));
  const shared = [...marks.values()]
    .filter((other) => other.case !== id)
    .map((other) => ({ case: other.case, count: sharedWith(other.marks) }));
  return shared
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, reportsRead)
    .map((other) => other.case);
}

/** What others only drafted is no nomination, and nobody's to see. */
async function readCases(store: Store, ids: readonly CaseId[]): Promise<Omit<OtherRecord, 'sameSubject'>[]> {
  const items = await getAll(
    store,
    ids.flatMap((id) => [keys.caseMeta(id), keys.caseContent(id)]),
  );
  return ids.flatMap((_, place) => {
    const subject = loadCase(items[2 * place])?.value;
    const content = loadContent(items[2 * place + 1])?.value;
    if (subject === undefined || content === undefined) return [];
    const hidden = subject.sealed !== undefined || subject.status === 'DRAFT' || isDiscarded(subject);
    return hidden ? [] : [{ subject, content }];
  });
}
