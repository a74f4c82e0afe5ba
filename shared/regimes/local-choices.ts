import type { Dated } from '../domain/law/dated.ts';
import type { Figure } from '../domain/law/figure.ts';
import { paperAsked, paperKey } from '../domain/law/paper.ts';
import { severities, severityKey } from '../domain/law/rule-ground.ts';
import { mayBeLeftOut, stepKey, stepTaken, wayKey, wayUsed } from '../domain/law/way-choice.ts';
import type { RouteTemplate } from '../domain/route-template.ts';
import { catalogue } from './catalogue.ts';
import { grounds } from './grounds.ts';
import { papers } from './papers.ts';

/**
 * How grave a rule is, whether a paper is asked for, and whether a route or a step of it is used, where no text that was read settles it: a province's own custom may
 * say something else, so that an office can set it like any figure.
 */

const unsettled = (rows: readonly Dated[]): boolean =>
  rows.some(({ confidence }) => confidence !== 'confirmed');

const ofRules = grounds
  .filter(({ rows }) => unsettled(rows))
  .map(({ code, rows }): Figure => ({
    key: severityKey(code),
    kind: 'choice',
    title: { vi: `Mức độ áp dụng quy tắc ${code}`, en: `How grave rule ${code} is` },
    choices: [...severities],
    rows: rows.map(({ severity, ...dated }) => ({ ...dated, value: severity })),
  }));

const formName = (code: string): { vi: string; en: string } =>
  catalogue.find((form) => form.code === code)?.name ?? { vi: code, en: code };

const ofPapers = papers
  .filter(({ rows }) => unsettled(rows))
  .map(({ code, title, forms, rows }): Figure => {
    const [vi, en] = [forms.map((form) => formName(form).vi), forms.map((form) => formName(form).en)];
    return {
      key: paperKey(code),
      kind: 'choice',
      title: { vi: `${title.vi} (${vi.join(', ')})`, en: `${title.en} (${en.join(', ')})` },
      choices: [...paperAsked],
      rows: rows.map((dated) => ({ ...dated, value: 'asked' })),
    };
  });

/** The route itself, and each of its steps that it can do without. */
const ofWay = ({ code, title, steps, ...dated }: RouteTemplate): Figure[] => [
  {
    key: wayKey(code),
    kind: 'choice',
    title: { vi: `Tuyến trình: ${title.vi}`, en: `Route: ${title.en}` },
    choices: [...wayUsed],
    rows: [{ ...datesOf(dated), value: 'used' }],
  },
  ...steps.filter(mayBeLeftOut).map((step): Figure => ({
    key: stepKey(code, step.code),
    kind: 'choice',
    title: {
      vi: `Bước “${step.title.vi}” trong tuyến trình: ${title.vi}`,
      en: `Step “${step.title.en}” of the route: ${title.en}`,
    },
    choices: [...stepTaken],
    rows: [{ ...datesOf(dated), value: 'taken' }],
  })),
];

const datesOf = ({ validFrom, validTo, sources, confidence }: Dated): Dated => ({
  ...{ validFrom, sources, confidence },
  ...(validTo && { validTo }),
});

export const localChoices = (templates: readonly RouteTemplate[]): readonly Figure[] => [
  ...ofRules,
  ...ofPapers,
  ...templates.filter((template) => unsettled([template])).flatMap(ofWay),
];
