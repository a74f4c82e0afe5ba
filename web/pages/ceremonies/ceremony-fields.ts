import { limits } from '#shared/domain/case-command.ts';
import {
  ceremonyCommands,
  handovers,
  type CeremonyAward,
  type CeremonyCommand,
} from '#shared/domain/ceremony.ts';
import { officeRules } from '#shared/domain/permission.ts';
import type { List } from '#shared/domain/list.ts';
import { Refusal, type FieldFault } from '#shared/domain/refusal.ts';
import type { CeremonyView } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { formatted } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { namingFaults, parseCommand } from '../../forms/faults.ts';
import type { Field } from '../../forms/field.ts';
import type { Typed } from '../../forms/typed.ts';
import { ownOffices } from '../../own-offices.ts';
import { inLanguage, m, t, type OwnVisit, type Visit } from '../../visit.ts';

export function newCeremonyFields(visit: OwnVisit): Field[] {
  const offices = ownOffices(visit, officeRules.holdCeremony.roles).map(({ id, shortName }) => ({
    value: id,
    label: shortName,
  }));
  return [
    {
      kind: 'select',
      name: 'host',
      label: t(visit, 'ceremony.host'),
      options: offices,
      value: offices[0]?.value ?? '',
    },
    { kind: 'line', name: 'title', label: t(visit, 'ceremony.name') },
    { kind: 'date', name: 'day', label: t(visit, 'ceremony.day') },
    { kind: 'line', name: 'place', label: t(visit, 'ceremony.place') },
    {
      kind: 'date',
      name: 'freezeOn',
      label: t(visit, 'ceremony.freezeOn'),
      optional: true,
      hint: t(visit, 'ceremony.freezeHint'),
    },
  ];
}

/** Decisions of the reader's own offices to choose from; another's is named by its address. */
export function drawFields(visit: Visit, decisions: readonly List[]): Field[] {
  return [
    {
      kind: 'select',
      name: 'decision',
      label: t(visit, 'draw.decision'),
      blank: t(visit, 'form.choose'),
      options: decisions.map((list) => ({
        value: list.id,
        label: `${list.number ?? ''}, ${formatted(list.date)} – ${list.title}`,
      })),
    },
    { kind: 'line', name: 'address', label: t(visit, 'draw.address'), hint: t(visit, 'draw.addressHint') },
  ];
}

/** @throws Refusal InputInvalid where no decision is named, or by an address that is none */
export function readDraw(typed: Typed): { decision: string } {
  const chosen = typed.text('decision');
  if (chosen !== '') return { decision: chosen };
  const typedAddress = typed.text('address').trim();
  if (typedAddress === '') throw new Refusal('InputInvalid', {}, [{ field: 'decision', code: 'empty' }]);
  const decision = /[0-9A-HJKMNP-TV-Z]{26}/.exec(typedAddress)?.[0];
  if (decision === undefined) {
    throw new Refusal('InputInvalid', {}, [{ field: 'address', code: 'notAnAddress' }]);
  }
  return { decision };
}

/** Places of groups and recipients as numbers; presenters one a line, name before the first comma. */
export function arrangeFields(visit: Visit, { groups }: CeremonyView): Field[] {
  return groups.flatMap((group, index): Field[] => [
    {
      kind: 'whole',
      name: `group.${index}`,
      label: t(visit, 'arrange.group', {
        form: inLanguage(visit, group.form.name),
        authority: group.authority,
      }),
      value: String(index + 1),
    },
    {
      kind: 'text',
      name: `presenters.${index}`,
      label: t(visit, 'arrange.presenters'),
      optional: true,
      hint: t(visit, 'arrange.presentersHint'),
      max: limits.reason,
      value: group.presenters.map(({ name, title }) => `${name}, ${title}`).join('\n'),
    },
    ...group.awards.map((award, place): Field => ({
      kind: 'whole',
      name: `place.${award.case}`,
      label: t(visit, 'arrange.place', { name: nameText(visit, award) }),
      value: String(place + 1),
    })),
  ]);
}

/** @throws Refusal InputInvalid naming each place that is no number and each presenter without a title */
export function readArrangement({ groups }: CeremonyView, typed: Typed): CeremonyCommand<'arrange'> {
  const faults: FieldFault[] = [];
  const number = (field: string): number => {
    const place = typed.text(field).trim();
    if (!/^\d{1,5}$/.test(place)) faults.push({ field, code: 'notAWholeNumber' });
    return Number(place);
  };
  const arranged = groups.map((group, index) => {
    const place = number(`group.${index}`);
    const presenters = presentersOf(typed.text(`presenters.${index}`));
    if (presenters.some(({ name, title }) => name === '' || title === '')) {
      faults.push({ field: `presenters.${index}`, code: 'noTitle' });
    }
    const cases = group.awards
      .map((award) => ({ id: award.case, place: number(`place.${award.case}`) }))
      .sort((one, other) => one.place - other.place)
      .map(({ id }) => id);
    return { place, index, group: { presenters, cases } };
  });
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
  const sorted = arranged.sort((one, other) => one.place - other.place);
  const said = { groups: sorted.map(({ group }) => group) };
  return namingFaults(
    () => parseCommand(ceremonyCommands.arrange, said),
    (field) => {
      const [, place] = /^groups\.(\d+)\.presenters/.exec(field) ?? [];
      return place === undefined ? field : `presenters.${sorted[Number(place)]?.index ?? ''}`;
    },
  );
}

function presentersOf(text: string) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [name = '', ...title] = line.split(',');
    return { name: name.trim(), title: title.join(',').trim() };
  });
}

export function handOverFields(visit: Visit, award: CeremonyAward): Field[] {
  return [
    { kind: 'hidden', name: 'case', value: award.case },
    {
      kind: 'radios',
      name: 'state',
      label: t(visit, 'handOver.state'),
      options: handovers
        .filter((one) => one !== 'NONE')
        .map((value) => ({ value, label: m(visit, 'handover', value) })),
      value: award.handover === 'NONE' ? '' : award.handover,
    },
    {
      kind: 'line',
      name: 'receivedBy',
      label: t(visit, 'handOver.receivedBy'),
      hint: t(visit, 'handOver.receivedByHint'),
      value: award.receivedBy ?? '',
    },
  ];
}

export const cancelFields = (visit: Visit): Field[] => [
  { kind: 'text', name: 'reason', label: t(visit, 'acts.reason'), max: limits.reason },
];

/** Every award of the ceremony, to be ticked, with the group in which it stands. */
function awardField(visit: Visit, { groups }: CeremonyView, label: string): Field {
  return {
    kind: 'checkboxes',
    name: 'cases',
    label,
    options: groups.flatMap(({ awards }, index) =>
      awards.map((award) => ({
        value: award.case,
        label: t(visit, 'regroup.award', { number: index + 1, name: nameText(visit, award) }),
      })),
    ),
  };
}

export const takeOutFields = (visit: Visit, view: CeremonyView): Field[] => [
  awardField(visit, view, t(visit, 'takeOut.cases')),
];

/** A group is named by the first who stands in it. */
export const regroupFields = (visit: Visit, view: CeremonyView): Field[] => [
  awardField(visit, view, t(visit, 'regroup.cases')),
  {
    kind: 'select',
    name: 'with',
    label: t(visit, 'regroup.to'),
    blank: t(visit, 'regroup.new'),
    options: view.groups.map(({ form, authority, awards }, index) => ({
      value: awards[0]?.case ?? '',
      label: t(visit, 'regroup.group', { number: index + 1, form: inLanguage(visit, form.name), authority }),
    })),
  },
];
