import { z } from 'zod';
import { officeRules } from '#shared/domain/permission.ts';
import { subjectKinds, type SubjectKind } from '#shared/domain/round.ts';
import { lanes } from '#shared/domain/route-template.ts';
import { yearOf } from '#shared/domain/time.ts';
import type { OpenForm } from '#shared/use-cases/rounds/rounds.ts';
import { readFields, type Field } from '../../forms/field.ts';
import type { Typed } from '../../forms/typed.ts';
import { ownOffices } from '../../own-offices.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';

/** A round: its owner, year and lane, and for each award form its closing day, council day and quotas. */
export function roundFields(visit: OwnVisit, forms: readonly OpenForm[]): Field[] {
  const offices = ownOffices(visit, officeRules.openRound.roles).map(({ id, shortName }) => ({
    value: id,
    label: shortName,
  }));
  return [
    {
      kind: 'select',
      name: 'owner',
      label: t(visit, 'round.owner'),
      options: offices,
      value: offices[0]?.value ?? '',
    },
    { kind: 'line', name: 'name', label: t(visit, 'round.name') },
    { kind: 'whole', name: 'year', label: t(visit, 'round.year'), value: String(yearOf(visit.today)) },
    {
      kind: 'radios',
      name: 'lane',
      label: t(visit, 'round.lane'),
      options: lanes.map((value) => ({ value, label: t(visit, `lane.${value}`) })),
      value: lanes[0],
    },
    {
      kind: 'text',
      name: 'themes',
      label: t(visit, 'round.themes'),
      optional: true,
      hint: t(visit, 'round.themesHint'),
      max: 2_000,
    },
    { kind: 'date', name: 'opensOn', label: t(visit, 'round.opensOn'), value: visit.today },
    {
      kind: 'date',
      name: 'conferenceOn',
      label: t(visit, 'round.conferenceOn'),
      hint: t(visit, 'round.conferenceHint'),
      optional: true,
    },
    ...forms.flatMap((form) =>
      awardFields(visit, form.code, inLanguage(visit, form.name), form.subjectKinds),
    ),
  ];
}

function awardFields(visit: OwnVisit, code: string, name: string, kinds: readonly SubjectKind[]): Field[] {
  return [
    {
      kind: 'date',
      name: `form.${code}.closingDay`,
      label: t(visit, 'round.closingDay', { form: name }),
      hint: t(visit, 'round.closingHint'),
    },
    { kind: 'date', name: `form.${code}.councilDay`, label: t(visit, 'round.councilDay', { form: name }) },
    ...kinds.map((kind): Field => ({
      kind: 'whole',
      name: `form.${code}.${kind}`,
      label: t(visit, 'round.quota', { form: name, kind: m(visit, 'subjectKind', kind) }),
      optional: true,
    })),
  ];
}

const saidFormsSchema = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number()])));

/** A form is open in the round once its closing day is given. */
export function readRoundCommand(visit: OwnVisit, typed: Typed, open: readonly OpenForm[]) {
  const { form, themes, ...said } = readFields(roundFields(visit, open), typed);
  const forms = Object.entries(saidFormsSchema.catch({}).parse(form)).map(([code, days]) => ({
    form: code,
    closingDay: days['closingDay'],
    councilDay: days['councilDay'],
    quotas: subjectKinds
      .filter((kind) => days[kind] !== undefined)
      .map((kind) => ({ kind, count: days[kind] })),
  }));
  const lines = typeof themes === 'string' ? themes.split('\n').filter((line) => line.trim() !== '') : [];
  return { ...said, themes: lines, forms };
}

/**
 * Faults of `forms.0.closingDay` are said of the input that asked for it; of a form itself, of its inputs; that no form is
 * open, of the first closing day.
 */
export function inputIn(
  open: readonly OpenForm[],
  said: { readonly forms: readonly { readonly form: string }[] },
) {
  return (field: string): string => {
    const [list, index, ...rest] = field.split('.');
    if (list !== 'forms') return field;
    const [first] = open;
    if (index === undefined) return `form.${first?.code ?? ''}.closingDay`;
    const inputs = rest.filter((part) => part !== 'form');
    return ['form', said.forms[Number(index)]?.form ?? '', ...inputs].join('.');
  };
}
