import { limits } from '#shared/domain/case-command.ts';
import { slipRefusals } from '#shared/domain/slip.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { SlipView } from '#shared/use-cases/slips/slip-views.ts';
import type { Field, Option } from '../../forms/field.ts';
import { inLanguage, t, type Visit } from '../../visit.ts';
import { formatted } from '../../components/refusal-text.ts';
import { questionFields } from '../cases/identity-page.tsx';

/** How a draft is made of a slip: for which form, in whose name, and who of the look-alikes it is about. */
export function acceptFields(visit: Visit, { forms, content, likenesses }: SlipView): Field[] {
  const options = forms.flatMap((code): Option[] => {
    const form = law.formOn(code, visit.today);
    return form === undefined ? [] : [{ value: code, label: inLanguage(visit, form.name) }];
  });
  const [only, ...others] = options;
  return [
    {
      kind: 'radios',
      name: 'form',
      label: t(visit, 'slip.form'),
      options,
      ...(only !== undefined && others.length === 0 ? { value: only.value } : {}),
    },
    {
      kind: 'line',
      name: 'proposer',
      label: t(visit, 'slip.proposerAs'),
      hint: t(visit, 'slip.proposerAsHint'),
      value: content.proposer ?? content.unit,
    },
    ...questionFields(
      visit,
      likenesses.map(({ subject }) => subject),
    ),
  ];
}

/** Drafts of the office and slips that wait, of like name. */
export function mergeOptions(visit: Visit, { slip, nominations, likeSlips }: SlipView): Option[] {
  const drafts = nominations.filter(
    ({ status, enteredBy }) => status === 'DRAFT' && enteredBy === slip.organisation,
  );
  return [
    ...drafts.map(({ id, publicCode, label }) => ({
      value: `case:${id}`,
      label: t(visit, 'slip.intoCase', { name: label.name, code: publicCode }),
    })),
    ...likeSlips.map((other) => ({
      value: `slip:${other.slip.id}`,
      label: t(visit, 'slip.intoSlip', {
        name: other.content.name,
        day: formatted(other.slip.receivedOn),
      }),
    })),
  ];
}

export const mergeFields = (visit: Visit, view: SlipView): Field[] => [
  { kind: 'radios', name: 'into', label: t(visit, 'slip.into'), options: mergeOptions(visit, view) },
];

/** `case:01J…` as the command says it. */
export function readInto(value: string): Record<string, string> {
  const [kind = '', id = ''] = value.split(':', 2);
  return { [kind]: id };
}

export const refuseFields = (visit: Visit): Field[] => [
  {
    kind: 'radios',
    name: 'reason',
    label: t(visit, 'slip.reason'),
    options: slipRefusals.map((reason) => ({ value: reason, label: t(visit, `slipRefusal.${reason}`) })),
  },
  { kind: 'text', name: 'note', label: t(visit, 'slip.note'), max: limits.reason, rows: 3, optional: true },
];
