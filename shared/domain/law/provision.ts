import type { CivilDate } from '../time.ts';
import { namedOn } from './award-form.ts';
import { appliesOn, type Dated } from './dated.ts';
import { isLocalChoice, type FigureRow } from './figure.ts';
import type { Law, LawData } from './law.ts';

interface Text {
  readonly vi: string;
  readonly en: string;
}

export const provisionParts = ['regime', 'era', 'form', 'way', 'paper', 'figure', 'ground'] as const;

/** What a provision says, by its part. */
type Said =
  | { readonly part: 'regime' | 'era'; readonly value: null }
  | { readonly part: 'form'; readonly value: Pick<FormTermsOf, 'authority' | 'subjectKinds'> }
  | { readonly part: 'way'; readonly value: Pick<LawData['templates'][number], 'forms' | 'lane' | 'steps'> }
  | { readonly part: 'paper'; readonly value: Pick<LawData['papers'][number], 'forms' | 'stage'> }
  | { readonly part: 'figure'; readonly kind: string; readonly value: FigureRow['value'] }
  | { readonly part: 'ground'; readonly value: Pick<LawData['grounds'][number]['rows'][number], 'severity'> };
type FormTermsOf = LawData['forms'][number]['terms'][number];

/** One row of the law, of whatever part: what it says, from when to when, where it stands and how sure that is. */
export type Provision = Said &
  Dated & {
    /** `GK_XA`, `limit.appraise`, `R07`; with its part it names what the row is a row of. */
    readonly code: string;
    readonly title: Text;
    /** As a letter cites it. */
    readonly citation: string;
    /** Set by an office of this home. */
    readonly own: boolean;
  };

type Row = Said & Pick<Provision, 'code' | 'title'> & { readonly row: Dated };

/** Rows of everything that there is, in the order of the law: first the regimes, then forms, ways, papers, figures, rules. */
export function provisions(law: Law, titleOfRule: (rule: string) => Text): Provision[] {
  const titles = new Map(law.data.figures.map(({ key, kind, title }) => [key, { kind, title }]));
  const own = law.ownRows.flatMap((row): Row[] => {
    const figure = titles.get(row.key);
    const value = law.figureOn(row.key, row.validFrom)?.value;
    return figure === undefined || value === undefined
      ? []
      : [{ part: 'figure', code: row.key, ...figure, value, row }];
  });
  const ours = rowsOf(law.data, titleOfRule).map((one) => provisionOf(law, one, false));
  return [...ours, ...own.map((one) => provisionOf(law, one, true))];
}

function provisionOf(law: Law, { row, ...said }: Row, own: boolean): Provision {
  const { validFrom, validTo, sources, confidence } = row;
  const dated = { validFrom, ...(validTo && { validTo }), sources, confidence };
  return { ...said, ...dated, citation: law.cited(row), own };
}

function rowsOf(data: LawData, titleOfRule: (rule: string) => Text): Row[] {
  return [
    ...data.regimes.map((row): Row => ({ part: 'regime', ...named(row), value: null, row })),
    ...data.eras.map((row): Row => ({ part: 'era', ...named(row), value: null, row })),
    ...data.forms.flatMap((form) =>
      form.terms.map((row): Row => {
        const { code } = form;
        const { authority, subjectKinds } = row;
        const title = namedOn(form, row.validFrom).name;
        return { part: 'form', code, title, value: { authority, subjectKinds }, row };
      }),
    ),
    ...data.templates.map((row): Row => {
      const { code, title, forms, lane, steps } = row;
      return { part: 'way', code, title, value: { forms, steps, ...(lane && { lane }) }, row };
    }),
    ...data.papers.flatMap(({ code, title, forms, stage, rows }) =>
      rows.map((row): Row => ({ part: 'paper', code, title, value: { forms, stage }, row })),
    ),
    // How grave a rule is, and what papers there are, stands with rules and papers.
    ...data.figures
      .filter((figure) => !isLocalChoice(figure))
      .flatMap(({ key, kind, title, rows }) =>
        rows.map((row): Row => ({ part: 'figure', code: key, kind, title, value: row.value, row })),
      ),
    ...data.grounds.flatMap(({ code, rows }) =>
      rows.map((row): Row => {
        const { severity } = row;
        return { part: 'ground', code, title: titleOfRule(code), value: { severity }, row };
      }),
    ),
  ];
}

const named = ({ code, name }: LawData['regimes'][number]) => ({ code, title: name });

/** What applies on the day: an office's own row in place of the law's, each cited as on that day. Rest days are those of its year. */
export function provisionsOn(law: Law, all: readonly Provision[], day: CivilDate): Provision[] {
  const there = all.filter((one) => appliesOn(one, day));
  const own = new Set(there.flatMap(({ own: set, code }) => (set ? [code] : [])));
  return there
    .filter((one) => one.own || one.part !== 'figure' || !own.has(one.code))
    .map((one) => ({ ...one, citation: law.cited(one, day) }));
}

/** Whatever nobody has confirmed by the text itself. */
export const unconfirmed = (all: readonly Provision[]): Provision[] =>
  all.filter(({ confidence }) => confidence !== 'confirmed');

export interface ProvisionChange {
  /** Absent: there was none. */
  readonly was?: Provision;
  /** Absent: there is none any more. */
  readonly becomes?: Provision;
}

/** What is another on one of two days: another row, or none. */
export function changesBetween(before: readonly Provision[], after: readonly Provision[]): ProvisionChange[] {
  const nameOf = ({ part, code }: Provision): string => `${part} ${code}`;
  const then = new Map(before.map((one) => [nameOf(one), one]));
  const now = new Map(after.map((one) => [nameOf(one), one]));
  const same = (one: Provision, other: Provision): boolean =>
    JSON.stringify([one.value, one.sources]) === JSON.stringify([other.value, other.sources]);
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((name) => {
    const [was, becomes] = [then.get(name), now.get(name)];
    if (was !== undefined && becomes !== undefined && same(was, becomes)) return [];
    return [{ ...(was && { was }), ...(becomes && { becomes }) }];
  });
}
