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
      return {
        chair: typed.text('chair'),
        absent: typed.all('absent').map((person) => ({ person, reason: typed.text(`why.${person}`) })),
      };
    case 'result': {
      const row = view.rows.find((one) => one.case === typed.text('case'));
      if (row === undefined) throw new Refusal('CaseNotOfThisList');
      return readFields(listFields(visit, act, view, row), typed);
    }
    case 'sign':
    case 'issueSignedOutside':
      // The hash that was seen, not the one that stands now.
      return { ...readFields(listFields(visit, act, view), typed), hash: typed.text('hash') };
    case 'ungather':
    case 'close':
    case 'reopen':
    case 'strike':
    case 'conclude':
    case 'issue':
      return readFields(listFields(visit, act, view), typed);
  }
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
