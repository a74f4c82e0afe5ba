import type { Calendar } from '../domain/calendar.ts';
import { Refusal } from '../domain/refusal.ts';
import type { AwardForm } from '../domain/round.ts';
import {
  chooseTemplate,
  loadRouteTemplate,
  type RouteQuestion,
  type RouteTemplate,
} from '../domain/route-template.ts';
import { awardForms } from './award-forms.ts';
import { holidays, makeUpDays } from './holidays.ts';
import { routeTemplates } from './route-templates.ts';

/** The law as dated data, checked when it is loaded. */
const templates: readonly RouteTemplate[] = routeTemplates.map(loadRouteTemplate);

export const calendar: Calendar = {
  holidays: new Set(holidays.map(({ day }) => day)),
  makeUpDays: new Set(makeUpDays.map(({ day }) => day)),
};

export function templateFor(question: RouteQuestion): RouteTemplate {
  return chooseTemplate(templates, question);
}

export function templateByCode(code: string): RouteTemplate | undefined {
  return templates.find((template) => template.code === code);
}

/** @throws Refusal InputInvalid for a code that is no award form, said of the field that named it */
export function awardForm(code: string, field = 'form'): AwardForm {
  const form = awardForms.find((candidate) => candidate.code === code);
  if (form === undefined) throw new Refusal('InputInvalid', {}, [{ field, code: 'unknownForm' }]);
  return form;
}

export const allTemplates = templates;
export const allAwardForms = awardForms;
