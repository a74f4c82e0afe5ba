import { limits } from '#shared/domain/case-command.ts';
import type { ListCommandName } from '#shared/domain/list-command.ts';
import { itemOutcomes, type NumberedRow } from '#shared/domain/list.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { nameText } from '../../components/standing.tsx';
import type { Field, Option } from '../../forms/field.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';
import { reasonFields } from '../cases/rules-section.tsx';
import { answerFields, correctionFields, waitingRowsField } from './opinion-fields.ts';

/** Questions of each act on a list. Gathering and ordering draw their own tables; their one field names the first input. */
export function listFields(visit: Visit, act: ListCommandName, view: ListView, row?: NumberedRow): Field[] {
  const { list } = view;
  const reason: Field = { kind: 'text', name: 'reason', label: t(visit, 'acts.reason'), max: limits.reason };
  const hash: Field = { kind: 'hidden', name: 'hash', value: list.hash ?? '' };
  switch (act) {
    case 'gather':
      return [{ kind: 'checkboxes', name: 'cases', label: t(visit, 'gather.title'), options: [] }];
    case 'order':
      return [{ kind: 'line', name: 'cases', label: t(visit, 'order.position') }];
    case 'ungather':
      return [rowField(visit, view)];
    case 'close':
      return [...(needsSigner(view) ? [signerField(visit, view)] : []), ...reasonFields(visit, view)];
    case 'reopen':
      return [reason];
    case 'strike':
      return [rowField(visit, view), reason];
    case 'presence':
      return presenceFields(visit, view);
    case 'result':
      return row === undefined ? [] : resultFields(visit, view, row);
    case 'conclude':
      return concludeFields(visit, view);
    case 'answer':
      return answerFields(visit, view);
    case 'correctAnswer':
      return correctionFields(visit, view);
    case 'goOn':
      return [waitingRowsField(visit, view), reason];
    case 'sign':
      return [hash];
    case 'issue':
      return [...numberFields(visit, view)];
    case 'issueSignedOutside':
      return [...numberFields(visit, view), ...outsideSignerFields(visit, view), hash];
  }
}

const needsSigner = ({ list }: ListView): boolean => list.kind !== 'session' && list.origin === 'here';

function rowField(visit: Visit, { rows }: ListView): Field {
  return {
    kind: 'select',
    name: 'case',
    label: t(visit, 'list.row'),
    blank: t(visit, 'form.choose'),
    options: rows.map((row) => ({ value: row.case, label: `${row.ordinal}. ${nameText(visit, row)}` })),
  };
}

function signerField(visit: Visit, { signers }: ListView): Field {
  return {
    kind: 'select',
    name: 'signer',
    label: t(visit, 'close.signer'),
    hint: t(visit, 'close.signerHint'),
    blank: t(visit, 'form.choose'),
    options: signers.map((post) => ({
      value: post.id,
      label: `${post.capacity === 'deputy' ? 'KT. ' : ''}${post.name} – ${post.title}`,
    })),
  };
}

function memberOptions({ council }: ListView): Option[] {
  return (council?.members ?? []).map(({ person, name }) => ({ value: person, label: name }));
}

function presenceFields(visit: Visit, view: ListView): Field[] {
  const { presence } = view.list;
  const reasons = new Map(presence?.absent.map(({ person, reason }) => [person, reason]));
  const chair =
    presence?.chair ?? view.council?.members.find((member) => member.seat === 'chair')?.person ?? '';
  return [
    {
      kind: 'select',
      name: 'chair',
      label: t(visit, 'presence.chair'),
      options: memberOptions(view),
      value: chair,
    },
    {
      kind: 'checkboxes',
      name: 'absent',
      label: t(visit, 'presence.absent'),
      options: memberOptions(view),
      values: [...reasons.keys()],
    },
    {
      kind: 'checkboxes',
      name: 'wrote',
      label: t(visit, 'presence.wrote'),
      hint: t(visit, 'presence.wroteHint'),
      optional: true,
      options: memberOptions(view),
      values: (presence?.absent ?? []).filter(({ wrote }) => wrote).map(({ person }) => person),
    },
    ...(view.council?.members ?? []).map(({ person, name }): Field => ({
      kind: 'line',
      name: `why.${person}`,
      label: t(visit, 'presence.reason', { name }),
      value: reasons.get(person) ?? '',
    })),
  ];
}

/** What the minutes say, and a reason where a rule warns. No form that is put to a council here asks for a ballot. */
function concludeFields(visit: Visit, view: ListView): Field[] {
  return [
    {
      kind: 'whole',
      name: 'minutes.present',
      label: t(visit, 'conclude.present'),
      hint: t(visit, 'conclude.minutesHint'),
      optional: true,
    },
    { kind: 'whole', name: 'minutes.total', label: t(visit, 'conclude.total'), optional: true },
    ...reasonFields(visit, view),
  ];
}

function resultFields(visit: Visit, view: ListView, row: NumberedRow): Field[] {
  const away = new Set(view.list.presence?.absent.map(({ person }) => person));
  const { result } = row;
  return [
    { kind: 'hidden', name: 'case', value: row.case },
    {
      kind: 'radios',
      name: 'outcome',
      label: t(visit, 'result.outcome'),
      options: itemOutcomes.map((value) => ({ value, label: m(visit, 'outcome', value) })),
      value: result?.outcome ?? '',
    },
    {
      kind: 'whole',
      name: 'agreed',
      label: t(visit, 'result.agreed'),
      hint: t(visit, 'result.agreedHint', { present: view.list.presence?.present ?? 0 }),
      value: result === undefined ? '' : String(result.agreed),
    },
    {
      kind: 'checkboxes',
      name: 'recused',
      label: t(visit, 'result.recused'),
      optional: true,
      hint: t(visit, 'result.recusedHint'),
      options: memberOptions(view).filter(({ value }) => ![...away].some((person) => person === value)),
      values: result?.recused ?? [],
    },
    {
      kind: 'select',
      name: 'otherForm',
      label: t(visit, 'result.otherForm'),
      blank: t(visit, 'result.noOtherForm'),
      options: law.routedForms.map((form) => ({ value: form.code, label: inLanguage(visit, form.name) })),
      value: result?.otherForm ?? '',
    },
    {
      kind: 'text',
      name: 'note',
      label: t(visit, 'result.note'),
      optional: true,
      max: 2_000,
      value: result?.note ?? '',
    },
  ];
}

const examples: Partial<Record<ListView['list']['kind'], string>> = {
  letter: '48/TTr-',
  opinionRequest: '312/',
};

function numberFields(visit: Visit, { list, numberSuffix }: ListView): Field[] {
  const suffix = list.origin === 'outside' ? 'UBND' : numberSuffix;
  const example = `${examples[list.kind] ?? '2920/QĐ-'}${suffix}`;
  return [
    {
      kind: 'line',
      name: 'number',
      label: t(visit, 'issue.number'),
      hint: t(visit, 'issue.numberHint', { example }),
      width: 'half',
    },
    { kind: 'date', name: 'date', label: t(visit, 'issue.date') },
  ];
}

function outsideSignerFields(visit: Visit, { list }: ListView): Field[] {
  const { signer } = list;
  return [
    ...(signer === undefined ? [] : [{ kind: 'hidden', name: 'signer.post', value: signer.post } as const]),
    { kind: 'line', name: 'signer.name', label: t(visit, 'issue.signer'), value: signer?.name ?? '' },
    {
      kind: 'radios',
      name: 'signer.capacity',
      label: t(visit, 'issue.capacity'),
      options: (['head', 'deputy'] as const).map((value) => ({ value, label: m(visit, 'capacity', value) })),
      value: signer?.capacity ?? 'head',
    },
    { kind: 'date', name: 'signedOn', label: t(visit, 'issue.signedOn') },
  ];
}
