import type { Organisation } from '../../domain/directory.ts';
import { subjectIdSchema, type PersonId, type SubjectId } from '../../domain/id.ts';
import type { NewPastRow } from '../../domain/past-command.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Ports, Write } from '../../ports.ts';
import { readSubjects, subjectWrite, type LoadedSubject } from '../../records/subject-record.ts';
import type { PastQuestion } from './alike-rows.ts';

interface Naming {
  readonly organisation: Pick<Organisation, 'id' | 'area'>;
  readonly by: PersonId;
  readonly rows: readonly NewPastRow[];
  readonly questions: readonly PastQuestion[];
  /** Subjects of rows that stand already, by line: of an import that was cut off. */
  readonly standing: ReadonlyMap<number, SubjectId>;
}

/** The subject of each row, by line, and what is to be written of it the first time that a row names it. */
export interface RowSubject {
  readonly subject: SubjectId;
  readonly writes: readonly Write[];
}

/** A subject of its own for each row that nobody has said to be somebody else's. */
export async function subjectsOf(ports: Ports, naming: Naming): Promise<ReadonlyMap<number, RowSubject>> {
  const chosen = naming.rows.flatMap(({ answer }) =>
    answer !== undefined && 'subject' in answer ? [answer.subject] : [],
  );
  const known = await readSubjects(ports.store, chosen);
  const found = new Map<number, RowSubject>();
  const written = new Set<SubjectId>();
  for (const [index, row] of naming.rows.entries()) {
    const line = index + 1;
    const subject = rowSubject(ports, naming, { line, row, found, known });
    found.set(line, written.has(subject.subject) ? { ...subject, writes: [] } : subject);
    written.add(subject.subject);
  }
  return found;
}

interface Row {
  readonly line: number;
  readonly row: NewPastRow;
  readonly found: ReadonlyMap<number, RowSubject>;
  readonly known: readonly LoadedSubject[];
}

function rowSubject(ports: Ports, naming: Naming, { line, row, found, known }: Row): RowSubject {
  const { answer } = row;
  const stands = naming.standing.get(line);
  if (stands !== undefined) return { subject: stands, writes: [] };
  if (answer !== undefined && 'line' in answer) {
    const above = found.get(answer.line);
    if (above !== undefined) return { subject: above.subject, writes: [] };
  }
  if (answer !== undefined && 'subject' in answer) {
    const before = known.find(({ value }) => value.id === answer.subject);
    // That it is named again keeps it among the suggestions when the case that it came with is given up.
    if (before !== undefined)
      return {
        subject: before.value.id,
        writes: before.value.namedAgain ? [] : [subjectWrite(before, { ...before.value, namedAgain: true })],
      };
  }
  const fresh = freshSubject(ports, naming, { line, row, found });
  return { subject: fresh.id, writes: [subjectWrite(undefined, fresh)] };
}

function freshSubject(
  ports: Ports,
  { organisation, by, questions }: Naming,
  { line, row, found }: Pick<Row, 'line' | 'row' | 'found'>,
): Subject {
  const { kind, name, unit, birthYear, residentialGroup } = row;
  const question = questions.find((one) => one.line === line);
  // Only what was answered is recorded: somebody may have come since.
  const alike =
    row.answer?.answer !== 'namesake'
      ? []
      : [
          ...(question?.known.map(({ id }) => id) ?? []),
          ...(question?.twins.flatMap((twin) => found.get(twin)?.subject ?? []) ?? []),
        ];
  return {
    id: subjectIdSchema.parse(ports.random.ulid()),
    kind,
    name,
    unit,
    area: organisation.area,
    enteredBy: organisation.id,
    sealed: false,
    accounts: [],
    answers: [...new Set(alike)].map((subject) => ({
      subject,
      answer: 'namesake' as const,
      by,
      on: ports.clock.today(),
    })),
    sameAs: [],
    // Whoever names it writes so, and can't pass a withdrawal of the import unseen.
    namedAgain: false,
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(residentialGroup === undefined ? {} : { residentialGroup }),
  };
}
