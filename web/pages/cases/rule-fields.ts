import type { CaseContent } from '#shared/domain/case.ts';
import { isMedal } from '#shared/domain/content-field.ts';
import { commendationTypes } from '#shared/domain/past-decision.ts';
import { basisLine, readBasis } from '#shared/domain/pasted-basis.ts';
import { gapLine, readGap, readStretch, stretchLine } from '#shared/domain/pasted-stretches.ts';
import { folded } from '#shared/domain/text.ts';
import { serviceTracks } from '#shared/domain/rule-content.ts';
import type { SubjectKind } from '#shared/domain/round.ts';
import type { Field } from '../../forms/field.ts';
import { t, type Visit } from '../../visit.ts';

interface Asked {
  readonly form?: string | undefined;
  readonly subjectKind?: SubjectKind | undefined;
  readonly content: Partial<CaseContent>;
}

type YesNo = 'headOfTaxpayer' | 'quietArea' | 'medalBarred';

/** What the rules ask beyond the paper form; each may be left open, and then the checklist says what isn't known. */
export function ruleFields(visit: Visit, asked: Asked): Field[] {
  const { form, subjectKind, content } = asked;
  return [
    ...(isMedal(form) ? medalFields(visit, content) : workFields(visit, content)),
    ...(subjectKind === 'individual' || subjectKind === 'collective'
      ? [yesNo(visit, 'headOfTaxpayer', content, t(visit, 'content.headOfTaxpayerHint'))]
      : []),
    ...(subjectKind === 'collective' ? [womenField(visit, content)] : []),
  ];
}

const typeField = (visit: Visit, { commendationType }: Partial<CaseContent>): Field => ({
  kind: 'select',
  name: 'content.commendationType',
  label: t(visit, 'content.commendationType'),
  blank: t(visit, 'content.commendationTypeUnsaid'),
  options: commendationTypes.map((value) => ({ value, label: t(visit, `past.type.${value}`) })),
  ...(commendationType === undefined ? {} : { value: commendationType }),
});

const workFields = (visit: Visit, content: Partial<CaseContent>): Field[] => [
  typeField(visit, content),
  lines(visit, 'basis', content.basis?.map(basisLine), readBasis),
  lines(visit, 'initiatives', content.initiatives),
  lines(visit, 'gaps', content.gaps?.map(gapLine), readGap),
];

type Listed = 'basis' | 'initiatives' | 'gaps' | 'serviceStretches' | 'stateMedals';

const lines = (
  visit: Visit,
  name: Listed,
  said: readonly string[] | undefined,
  read?: (line: string) => unknown,
): Extract<Field, { kind: 'lines' }> => ({
  kind: 'lines',
  name: `content.${name}`,
  label: t(visit, `content.${name}`),
  hint: t(visit, `content.${name}Hint`),
  optional: true,
  ...(read && { read }),
  ...(said === undefined ? {} : { value: said.join('\n') }),
});

const womenField = (visit: Visit, { womenShare }: Partial<CaseContent>): Field => ({
  kind: 'whole',
  name: 'content.womenShare',
  label: t(visit, 'content.womenShare'),
  optional: true,
  ...(womenShare === undefined ? {} : { value: String(womenShare) }),
});

/** `Không`, `Không có`, `None`, however it is written. */
const saysNone = (line: string): boolean =>
  ['khong', 'khong co', 'none'].includes(folded(line.replace(/\.$/, '')));

function medalFields(visit: Visit, content: Partial<CaseContent>): Field[] {
  const { serviceTrack, serviceStretches, stateMedals } = content;
  return [
    {
      kind: 'radios',
      name: 'content.serviceTrack',
      label: t(visit, 'content.serviceTrack'),
      optional: true,
      options: serviceTracks.map((value) => ({ value, label: t(visit, `content.serviceTrack.${value}`) })),
      ...(serviceTrack === undefined ? {} : { value: serviceTrack }),
    },
    lines(visit, 'serviceStretches', serviceStretches?.map(stretchLine), readStretch),
    yesNo(visit, 'quietArea', content, t(visit, 'content.quietAreaHint')),
    yesNo(visit, 'medalBarred', content, t(visit, 'content.medalBarredHint')),
    {
      ...lines(visit, 'stateMedals', stateMedals?.length === 0 ? [t(visit, 'content.none')] : stateMedals),
      none: saysNone,
    },
  ];
}

function yesNo(visit: Visit, name: YesNo, { [name]: said }: Partial<CaseContent>, hint: string): Field {
  return {
    kind: 'yesNo',
    name: `content.${name}`,
    label: t(visit, `content.${name}`),
    hint,
    optional: true,
    options: [
      { value: 'yes', label: t(visit, 'form.yes') },
      { value: 'no', label: t(visit, 'form.no') },
    ],
    ...(said === undefined ? {} : { value: said ? 'yes' : 'no' }),
  };
}
