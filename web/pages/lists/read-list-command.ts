import { Refusal } from '#shared/domain/refusal.ts';
import type { ListCommandName } from '#shared/domain/list-command.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { readFields } from '../../forms/field.ts';
import { parseIdList } from '../../forms/id-list.ts';
import type { Typed } from '../../forms/typed.ts';
import type { Visit } from '../../visit.ts';
import { listFields } from './list-fields.ts';

/** What a form of a list says, as its command wants it. */
export function readListCommand(
  visit: Visit,
  act: ListCommandName,
  view: ListView,
  typed: Typed,
): Record<string, unknown> {
  switch (act) {
    case 'gather':
      return { cases: parseIdList(typed.all('cases')).map((id) => gathered(id, typed)) };
    case 'order':
      return { cases: ordered(view, typed) };
    case 'presence':
      return presence(typed);
    case 'result': {
      const row = view.rows.find((one) => one.case === typed.text('case'));
      if (row === undefined) throw new Refusal('CaseNotOfThisList');
      return readFields(listFields(visit, act, view, row), typed);
    }
    case 'sign':
    case 'issueSignedOutside':
      // The hash that was seen, not the one that stands now.
      return { ...readFields(listFields(visit, act, view), typed), hash: typed.text('hash') };
    case 'answer':
      return answered(visit, view, typed);
    case 'close':
      return closing(visit, view, typed);
    case 'correctAnswer':
    case 'goOn':
    case 'ungather':
    case 'reopen':
    case 'strike':
    case 'conclude':
    case 'issue':
      return readFields(listFields(visit, act, view), typed);
  }
}

/** Each absence with its reason: one that is missing is said of that person's own field. */
function presence(typed: Typed) {
  const wrote = typed.all('wrote');
  const absent = typed
    .all('absent')
    .map((person) => ({ person, reason: typed.text(`why.${person}`), wrote: wrote.includes(person) }));
  if (wrote.some((person) => !typed.all('absent').includes(person)))
    throw new Refusal('InputInvalid', {}, [{ field: 'wrote', code: 'notAbsent' }]);
  const unexplained = absent.filter(({ reason }) => reason.trim() === '');
  if (unexplained.length > 0) {
    const faults = unexplained.map(({ person }) => ({ field: `why.${person}`, code: 'empty' }));
    throw new Refusal('InputInvalid', {}, faults);
  }
  return { chair: typed.text('chair'), absent };
}

/** Rows that were left blank are answered another time. */
function answered(visit: Visit, view: ListView, typed: Typed) {
  const answers = view.rows
    .map((row) => ({
      case: row.case,
      opinion: typed.text(`opinion.${row.case}`),
      reason: typed.text(`reason.${row.case}`),
    }))
    .filter(({ opinion }) => opinion !== '');
  const bare = answers.filter(({ opinion, reason }) => opinion !== 'agrees' && reason.trim() === '');
  if (bare.length > 0) {
    const faults = bare.map((answer) => ({ field: `reason.${answer.case}`, code: 'empty' }));
    throw new Refusal('InputInvalid', {}, faults);
  }
  return { ...readFields(listFields(visit, 'answer', view), typed), answers };
}

/** The signer is named wherever the form asks for one. */
function closing(visit: Visit, view: ListView, typed: Typed) {
  const fields = listFields(visit, 'close', view);
  if (fields.some(({ name }) => name === 'signer') && typed.text('signer') === '') {
    throw new Refusal('InputInvalid', {}, [{ field: 'signer', code: 'empty' }]);
  }
  return readFields(fields, typed);
}

function gathered(id: string, typed: Typed) {
  return {
    case: id,
    recommended: typed.text(`recommended.${id}`) !== 'no',
    remark: typed.text(`remark.${id}`),
  };
}

/** By the numbers typed; rows of one number stay as they stood. */
function ordered(view: ListView, typed: Typed): string[] {
  const placed = view.rows.map((row) => ({ id: row.case, place: typed.text(`position.${row.case}`).trim() }));
  if (placed.some(({ place }) => !/^\d{1,5}$/.test(place))) {
    throw new Refusal('InputInvalid', {}, [{ field: 'cases', code: 'notAWholeNumber' }]);
  }
  return placed.sort((one, other) => Number(one.place) - Number(other.place)).map(({ id }) => id);
}
