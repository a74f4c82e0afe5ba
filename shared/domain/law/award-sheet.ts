import type { Organisation } from '../directory.ts';
import type { SubjectKind } from '../round.ts';
import type { CivilDate } from '../time.ts';
import type { AwardForm } from './award-form.ts';
import { explainedAmount } from './explained-money.ts';
import type { Explanation } from './explanation.ts';
import type { Law } from './law.ts';
import { awardAmount } from './money.ts';
import type { Provision } from './provision.ts';

type Of<Part extends Provision['part']> = Extract<Provision, { readonly part: Part }>;

/** Money that goes with a form on the day, if it were decided then. */
export interface AwardSum {
  readonly subjectKind: SubjectKind;
  /** Times the base salary. */
  readonly coefficient: number;
  readonly dong: number;
  readonly why: Explanation;
}

/** All that the law says of one award form on a day: who grants it to whom, with what money, on which papers, which way. */
export interface AwardSheet {
  readonly code: string;
  readonly group: AwardForm['group'];
  /** Of the office that decides; absent where it is none that this system knows. */
  readonly level?: Organisation['level'];
  readonly form: Of<'form'>;
  readonly sums: readonly AwardSum[];
  readonly papers: readonly Of<'paper'>[];
  /** None: it is only held already, or asked for outside this system. */
  readonly ways: readonly Of<'way'>[];
}

/** A sheet of each form that may be granted on the day, in the order of the catalogue. @param here provisionsOn(day) */
export function awardSheets(law: Law, here: readonly Provision[], day: CivilDate): AwardSheet[] {
  const of = <Part extends Provision['part']>(part: Part): Of<Part>[] =>
    here.filter((one): one is Of<Part> => one.part === part);
  const [ways, papers] = [of('way'), of('paper')];
  return of('form').flatMap((form) => {
    const known = law.form(form.code);
    if (known === undefined) return [];
    const level = law.termsOn(form.code, day)?.decidedAt?.level;
    return {
      code: form.code,
      group: known.group,
      ...(level === undefined ? {} : { level }),
      form,
      sums: sumsOf(law, form, day),
      papers: papers.filter(({ value }) => value.forms.includes(form.code)),
      ways: ways.filter(({ value }) => value.forms.includes(form.code)),
    };
  });
}

function sumsOf(law: Law, { code, value }: Of<'form'>, decidedOn: CivilDate): AwardSum[] {
  return value.subjectKinds.flatMap((subjectKind) => {
    const asked = { form: code, subjectKind };
    const amount = awardAmount(law, asked, decidedOn);
    if (amount === undefined) return [];
    const { coefficient, dong } = amount;
    return { subjectKind, coefficient, dong, why: explainedAmount(law, amount, { ...asked, decidedOn }) };
  });
}
