import type { CaseContent } from '#shared/domain/case.ts';
import { limits } from '#shared/domain/case-command.ts';
import type { SubjectKind } from '#shared/domain/round.ts';
import type { Field } from '../../forms/field.ts';
import { m, t, type Visit } from '../../visit.ts';
import { ruleFields } from './rule-fields.ts';

export interface ContentSetting {
  readonly kind: 'nomination' | 'modelProposal';
  readonly form?: string | undefined;
  readonly subjectKind?: SubjectKind | undefined;
  /** A sealed case says nothing of publication: it is sealed. */
  readonly sealed: boolean;
  readonly content?: Partial<CaseContent> | undefined;
}

const filled = (value: string | number | undefined): { value?: string } =>
  value === undefined || value === '' ? {} : { value: String(value) };

/** What is written about a case, one question a line, in the order of the paper form. */
export function contentFields(visit: Visit, setting: ContentSetting): Field[] {
  return setting.kind === 'modelProposal' ? modelFields(visit, setting) : nominationFields(visit, setting);
}

function nominationFields(
  visit: Visit,
  { form, subjectKind, sealed, content = {} }: ContentSetting,
): Field[] {
  const person = subjectKind === 'individual';
  return [
    {
      kind: 'line',
      name: 'content.printedName',
      label: t(visit, 'content.printedName'),
      hint: t(visit, 'content.printedNameHint'),
      ...filled(content.printedName),
    },
    ...(person ? personFields(visit, content) : groupFields(visit, subjectKind, content)),
    { kind: 'line', name: 'content.unit', label: t(visit, 'content.unit'), ...filled(content.unit) },
    {
      kind: 'line',
      name: 'content.residentialGroup',
      label: t(visit, 'content.residentialGroup'),
      optional: true,
      ...filled(content.residentialGroup),
    },
    {
      kind: 'date',
      name: 'content.achievementFrom',
      label: t(visit, 'content.achievementFrom'),
      ...filled(content.achievementFrom),
    },
    {
      kind: 'date',
      name: 'content.achievementTo',
      label: t(visit, 'content.achievementTo'),
      ...filled(content.achievementTo),
    },
    {
      kind: 'text',
      name: 'content.citation',
      label: t(visit, 'content.citation'),
      hint: t(visit, 'content.citationHint'),
      max: limits.citation,
      ...filled(content.citation),
    },
    {
      kind: 'text',
      name: 'content.report',
      label: t(visit, 'content.report'),
      max: limits.report,
      rows: 10,
      ...filled(content.report),
    },
    ...ruleFields(visit, { form, subjectKind, content }),
    ...(sealed ? [] : publicationFields(visit, content)),
  ];
}

function personFields(visit: Visit, content: Partial<CaseContent>): Field[] {
  return [
    {
      kind: 'whole',
      name: 'content.birthYear',
      label: t(visit, 'content.birthYear'),
      ...filled(content.birthYear),
    },
    {
      kind: 'radios',
      name: 'content.gender',
      label: t(visit, 'content.gender'),
      optional: true,
      options: [
        { value: 'female', label: t(visit, 'content.female') },
        { value: 'male', label: t(visit, 'content.male') },
      ],
      ...filled(content.gender),
    },
    {
      kind: 'line',
      name: 'content.title',
      label: t(visit, 'content.title'),
      optional: true,
      ...filled(content.title),
    },
  ];
}

function groupFields(visit: Visit, kind: SubjectKind | undefined, content: Partial<CaseContent>): Field[] {
  const { legalPerson } = content;
  const representative: Field = {
    kind: 'line',
    name: 'content.representative',
    label: t(visit, 'content.representative'),
    ...filled(content.representative),
  };
  if (kind === 'household') return [representative];
  return [
    representative,
    {
      kind: 'yesNo',
      name: 'content.legalPerson',
      label: t(visit, 'content.legalPerson'),
      optional: true,
      options: [
        { value: 'yes', label: t(visit, 'form.yes') },
        { value: 'no', label: t(visit, 'form.no') },
      ],
      ...(legalPerson === undefined ? {} : { value: legalPerson ? 'yes' : 'no' }),
    },
  ];
}

function publicationFields(visit: Visit, content: Partial<CaseContent>): Field[] {
  return [
    {
      kind: 'radios',
      name: 'content.publication',
      label: t(visit, 'content.publication'),
      options: (['public', 'internal'] as const).map((value) => ({
        value,
        label: m(visit, 'publication', value),
      })),
      value: content.publication ?? 'internal',
    },
    {
      kind: 'line',
      name: 'content.publicationBasis',
      label: t(visit, 'content.publicationBasis'),
      optional: true,
      hint: t(visit, 'content.publicationBasisHint'),
      ...filled(content.publicationBasis),
    },
  ];
}

function modelFields(visit: Visit, { content = {} }: ContentSetting): Field[] {
  const { model } = content;
  return [
    {
      kind: 'line',
      name: 'content.printedName',
      label: t(visit, 'model.name'),
      ...filled(content.printedName),
    },
    { kind: 'line', name: 'content.unit', label: t(visit, 'model.unit'), ...filled(content.unit) },
    { kind: 'line', name: 'content.model.place', label: t(visit, 'model.place'), ...filled(model?.place) },
    {
      kind: 'line',
      name: 'content.model.partners',
      label: t(visit, 'model.partners'),
      optional: true,
      ...filled(model?.partners),
    },
    { kind: 'whole', name: 'content.model.sites', label: t(visit, 'model.sites'), ...filled(model?.sites) },
    { kind: 'whole', name: 'content.model.teams', label: t(visit, 'model.teams'), ...filled(model?.teams) },
    {
      kind: 'date',
      name: 'content.model.plannedLaunch',
      label: t(visit, 'model.plannedLaunch'),
      optional: true,
      ...filled(model?.plannedLaunch),
    },
    {
      kind: 'text',
      name: 'content.report',
      label: t(visit, 'model.report'),
      max: limits.report,
      rows: 10,
      ...filled(content.report),
    },
  ];
}

/** The same words, for reading. */
/** @param changed fields that were written anew, each with the day */
export function contentLines(
  visit: Visit,
  setting: ContentSetting,
  changed: ReadonlyMap<string, string> = new Map(),
): { key: string; value: string }[] {
  return contentFields(visit, setting).flatMap((field) => {
    if (field.kind === 'hidden') return [];
    const day = changed.get(field.name);
    const key = day === undefined ? field.label : t(visit, 'content.changed', { label: field.label, day });
    return [{ key, value: readable(field) }];
  });
}

function readable(field: Exclude<Field, { kind: 'hidden' }>): string {
  const value = field.value ?? '';
  if (field.kind === 'date') return value.split('-').reverse().join('/');
  if ('options' in field) return field.options.find((option) => option.value === value)?.label ?? '';
  return value;
}
