import { capacities, roles, type Organisation } from '#shared/domain/directory.ts';
import { limits } from '#shared/domain/case-command.ts';
import { dateParts, type Field } from '../../forms/field.ts';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type OwnVisit } from '../../visit.ts';

/** Two hundred rows of some hundred letters. */
const longestPaste = 60_000;

/** @param pasted what stood there before, where somebody goes back to it */
export function pasteFields(visit: OwnVisit, pasted?: Typed): Field[] {
  const [day, month, year] = dateParts.map((part) => pasted?.text(`from.${part}`) ?? '');
  return [
    {
      kind: 'text',
      name: 'rows',
      label: t(visit, 'paste.rows'),
      max: longestPaste,
      rows: 8,
      value: pasted?.text('rows') ?? '',
    },
    {
      kind: 'date',
      name: 'from',
      label: t(visit, 'paste.from'),
      value: pasted === undefined ? visit.today : [year, month, day].join('-'),
    },
    {
      kind: 'line',
      name: 'instrument',
      label: t(visit, 'paste.instrument'),
      hint: t(visit, 'paste.instrumentHint'),
      value: pasted?.text('instrument') ?? '',
    },
  ];
}

export const givePostFields = (visit: OwnVisit, offices: readonly Organisation[]): Field[] => [
  {
    kind: 'select',
    name: 'organisation',
    label: t(visit, 'person.organisation'),
    options: offices.map(({ id, shortName }) => ({ value: id, label: shortName })),
    value: offices[0]?.id ?? '',
  },
  {
    kind: 'select',
    name: 'role',
    label: t(visit, 'person.role'),
    blank: t(visit, 'form.choose'),
    options: roles.map((value) => ({ value, label: m(visit, 'role', value) })),
  },
  {
    kind: 'radios',
    name: 'capacity',
    label: t(visit, 'person.capacity'),
    hint: t(visit, 'person.capacityHint'),
    optional: true,
    options: capacities.map((value) => ({ value, label: m(visit, 'capacity', value) })),
  },
  { kind: 'line', name: 'title', label: t(visit, 'person.title') },
  { kind: 'date', name: 'from', label: t(visit, 'paste.from'), value: visit.today },
  { kind: 'line', name: 'instrument', label: t(visit, 'paste.instrument') },
  {
    kind: 'yesNo',
    name: 'sealed',
    label: t(visit, 'person.sealedHandling'),
    options: [
      { value: 'yes', label: t(visit, 'form.yes') },
      { value: 'no', label: t(visit, 'form.no') },
    ],
    value: 'no',
  },
];

export const endPostFields = (visit: OwnVisit): Field[] => [
  { kind: 'date', name: 'to', label: t(visit, 'person.endTo'), value: visit.today },
  { kind: 'text', name: 'reason', label: t(visit, 'acts.reason'), max: limits.reason },
];
