import { twinsAbove, type NewPastRow, type PastAnswer } from '../../domain/past-command.ts';
import { likenessKey } from '../../domain/subject.ts';
import { Refusal, type FieldFault } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { likenessesOf, toLikeness, type Likeness } from '../cases/likeness.ts';

/** Who may be the same as the subject of a row: nobody is joined until a person has said so. */
export interface PastQuestion {
  /** From 1. */
  readonly line: number;
  /** Known subjects of equal folded name, birth year and kind; never a sealed one. */
  readonly known: readonly Likeness[];
  /** Rows above of the same, nearest first. */
  readonly twins: readonly number[];
}

type Asked = Pick<NewPastRow, 'name' | 'birthYear' | 'kind'>;

/** Questions of all rows, in their order; each name is looked for once. */
export async function questionsOf(ports: Ports, rows: readonly Asked[]): Promise<PastQuestion[]> {
  const wanted = new Map(rows.map((row) => [likenessKey(row), row]));
  const found = new Map(
    await Promise.all(
      [...wanted].map(async ([key, row]) => [key, (await likenessesOf(ports, row)).map(toLikeness)] as const),
    ),
  );
  return rows.flatMap((row, index) => {
    const line = index + 1;
    const known = found.get(likenessKey(row)) ?? [];
    const twins = twinsAbove(rows, line);
    return known.length + twins.length === 0 ? [] : [{ line, known, twins }];
  });
}

/**
 * @throws Refusal PastIdentityOpen naming the answer of each row that is still open, or that says something of somebody
 *   who isn't like it
 */
export function requireAnswers(
  rows: readonly Pick<NewPastRow, 'answer'>[],
  questions: readonly PastQuestion[],
): void {
  const faults = rows.flatMap(({ answer }, index): FieldFault[] => {
    const question = questions.find(({ line }) => line === index + 1);
    const open = question !== undefined && answer === undefined;
    const field = `rows.${String(index)}.answer`;
    if (open) return [{ field, code: 'likenessOfRow' }];
    return answer === undefined || isAbout(answer, question) ? [] : [{ field, code: 'unknown' }];
  });
  if (faults.length > 0) throw new Refusal('PastIdentityOpen', {}, faults);
}

function isAbout(answer: PastAnswer, question: PastQuestion | undefined): boolean {
  if (question === undefined) return answer.answer === 'namesake';
  if (answer.answer === 'namesake') return true;
  return 'subject' in answer
    ? question.known.some(({ id }) => id === answer.subject)
    : question.twins.includes(answer.line);
}
