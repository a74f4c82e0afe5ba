import { proposeSettingSchema, type ProposeSetting } from '#shared/domain/law/setting-command.ts';
import { readSettingText, writtenSetting } from '#shared/domain/law/setting-text.ts';
import type { Figure } from '#shared/domain/law/figure.ts';
import { limits } from '#shared/domain/case-command.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { law } from '#shared/regimes/shipped.ts';
import { parseCommand } from '../../forms/faults.ts';
import { readFields, type Field } from '../../forms/field.ts';
import type { Typed } from '../../forms/typed.ts';
import { ownOffices } from '../../own-offices.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { figureTopics, topicOf } from './figure-topics.ts';
import { figureTitle } from './figure-title.ts';
import { choiceText } from './provision-table.tsx';

/** @throws Refusal FigureUnknown */
export function figureOf(key: string): Figure {
  const figure = law.data.figures.find((one) => one.key === key);
  if (figure === undefined) throw new Refusal('FigureUnknown', { key });
  return figure;
}

export const figureField = (visit: OwnVisit): Field => ({
  kind: 'select',
  name: 'figure',
  label: t(visit, 'settings.figure'),
  blank: t(visit, 'settings.choose'),
  options: figureTopics.flatMap((topic) =>
    law.data.figures
      .filter(({ key }) => topicOf(key) === topic)
      .map(({ key }) => ({
        value: key,
        label: figureTitle(visit, key),
        group: t(visit, `law.topic.${topic}`),
      })),
  ),
});

/** The value as its kind is written, its days, and the text that sets it. */
export function settingFields(visit: OwnVisit, figure: Figure): Field[] {
  const offices = ownOffices(visit, officeRules.proposeSetting.roles);
  const year = figure.kind === 'restDays' ? figure.key.slice('restDays.'.length) : undefined;
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'settings.office'),
      options: offices.map(({ id, shortName }) => ({ value: id, label: shortName })),
      value: offices[0]?.id ?? '',
    },
    ...valueFields(visit, figure),
    {
      kind: 'date',
      name: 'validFrom',
      label: t(visit, 'settings.validFrom'),
      ...(year && { value: `${year}-01-01` }),
    },
    {
      kind: 'date',
      name: 'validTo',
      label: t(visit, 'settings.validTo'),
      optional: true,
      ...(year && { value: `${year}-12-31` }),
    },
    {
      kind: 'line',
      name: 'source',
      label: t(visit, 'settings.source'),
      hint: t(visit, 'settings.sourceHint'),
    },
  ];
}

function valueFields(visit: OwnVisit, { kind, choices, rows }: Figure): Field[] {
  const value = { name: 'value', label: t(visit, 'settings.value') };
  const long = { kind: 'text', max: limits.report, rows: 12 } as const;
  if (choices !== undefined) {
    const options = choices.map((one) => ({ value: one, label: choiceText(visit, one) }));
    return [{ kind: kind === 'texts' ? 'checkboxes' : 'select', ...value, options }];
  }
  if (kind === 'texts') return [{ ...long, ...value, hint: t(visit, 'settings.hint.texts') }];
  if (kind === 'monthDay') return [{ kind: 'line', ...value, hint: t(visit, 'settings.hint.monthDay') }];
  if (kind !== 'restDays') return [{ kind: 'line', ...value, hint: t(visit, 'settings.hint.number') }];
  const work = { name: 'work', label: t(visit, 'settings.work'), hint: t(visit, 'settings.hint.work') };
  // What is known of the year stands there already: the notice is compared with it, not typed from nothing.
  const known = writtenSetting({ kind }, rows.at(-1)?.value ?? '');
  return [
    { ...long, ...value, value: known.value, hint: t(visit, 'settings.hint.restDays') },
    { ...long, ...work, value: known.work, rows: 4, optional: true },
  ];
}

/** @throws Refusal FigureUnknown, SettingValueWrong, InputInvalid */
export function readSettingCommand(visit: OwnVisit, typed: Typed): ProposeSetting {
  const figure = figureOf(typed.text('figure'));
  const { work: _read, ...said } = readFields(settingFields(visit, figure), typed);
  const text = typed.all('value').join('\n');
  const value = readSettingText(figure, { value: text, work: typed.text('work') });
  if (text.trim() !== '' && value === undefined)
    throw new Refusal('SettingValueWrong', { key: figure.key, kind: figure.kind });
  return parseCommand(proposeSettingSchema, {
    ...said,
    key: figure.key,
    value: text.trim() === '' ? undefined : value,
  });
}

export const refuseFields = (visit: OwnVisit): Field[] => [
  { kind: 'text', name: 'reason', label: t(visit, 'settings.reason'), max: limits.reason },
];
