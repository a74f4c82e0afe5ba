import type { Case, CaseContent, Route } from '../case.ts';
import { caseContentSchema, openStep } from '../case.ts';
import type { CaseCommand, ContentPatch } from '../case-command.ts';
import { fieldsOf, pathsIn, type FieldsFor } from '../content-field.ts';
import { ruleContentShape } from '../rule-content.ts';
import { Refusal, type FieldFault } from '../refusal.ts';
import { isPassed } from '../route.ts';
import { ended, resumed, type ActSetting, type CaseChange } from './change.ts';

/** Acts of the organisation that entered the case. */

/** What lists, inboxes and notices show. Of a sealed case the record keeps no name at all. */
export function labelOf(content: CaseContent, sealed: boolean, namesake: boolean): Case['label'] {
  if (sealed) return { name: '', unit: '', namesake: false };
  const { birthYear, residentialGroup } = content;
  return {
    name: content.printedName,
    unit: content.unit,
    namesake,
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(residentialGroup === undefined ? {} : { residentialGroup }),
  };
}

/** What is left out stays as it was; null and blank take away. */
function merged(before: object, patch: object): Record<string, unknown> {
  const said = Object.entries(patch).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...before, ...Object.fromEntries(said) });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== ''));
}

const nothingWritten = { printedName: '', unit: '', citation: '', report: '', publicationBasis: '' };

export function patched(content: CaseContent, patch: ContentPatch): CaseContent {
  const { model, ...rest } = merged(content, {
    ...patch,
    model: patch.model && merged(content.model ?? {}, patch.model),
  });
  const hasModel = typeof model === 'object' && model !== null && Object.keys(model).length > 0;
  const next = caseContentSchema.parse({ ...nothingWritten, ...rest, ...(hasModel ? { model } : {}) });
  if (next.achievementFrom && next.achievementTo && next.achievementFrom > next.achievementTo) {
    throw new Refusal('DateOrderWrong', { from: next.achievementFrom, to: next.achievementTo });
  }
  return next;
}

/** What only rules read, and what only a model has. Of a household, say, a year of birth is written down all the same. */
const ofSomeCases = (name: string): boolean => name in ruleContentShape || name.startsWith('model.');

/**
 * What is said that such a case doesn't have would be kept and shown to nobody. What takes away is always allowed: a form may
 * have been changed since. @throws Refusal InputInvalid, `notOfThisCase` for each
 */
export function requireOwnFields(about: FieldsFor, patch: ContentPatch): void {
  const own: readonly string[] = fieldsOf(about);
  const taken = (value: unknown): boolean => value === undefined || value === null || value === '';
  const said = [
    ...Object.entries(patch),
    ...Object.entries(patch.model ?? {}).map(([name, value]) => [`model.${name}`, value] as const),
  ];
  const faults = said
    .filter(([name, value]) => ofSomeCases(name) && !taken(value) && !own.includes(name))
    .map(([name]) => ({ field: `content.${name}`, code: 'notOfThisCase' }));
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

export function edit(subject: Case, content: CaseContent, command: CaseCommand<'edit'>): CaseChange {
  requireOwnFields(subject, command.content);
  const next = patched(content, command.content);
  return {
    subject: { ...subject, label: labelOf(next, subject.sealed !== undefined, subject.label.namesake) },
    content: next,
    entry: {
      act: 'Edited',
      facts: { fields: pathsIn(command.content) },
      payload: { content: command.content },
    },
  };
}

/** Fields without which a case can't be appraised; a sealed placeholder may lack them all. */
export function missingFields(
  subject: Pick<Case, 'kind' | 'subjectKind'>,
  content: CaseContent,
): FieldFault[] {
  const needed: [string, unknown][] = [
    ['printedName', content.printedName],
    ['unit', content.unit],
    ['report', content.report],
  ];
  if (subject.kind === 'nomination') {
    needed.push(['achievementFrom', content.achievementFrom], ['achievementTo', content.achievementTo]);
    needed.push(['citation', content.citation]);
    if (subject.subjectKind === 'individual') needed.push(['birthYear', content.birthYear]);
    else needed.push(['representative', content.representative]);
    // Nobody is made public by a tick alone: with consent, or by an article.
    if (content.publication === 'public') needed.push(['publicationBasis', content.publicationBasis]);
  } else {
    const { place, sites, teams } = content.model ?? {};
    needed.push(['model.place', place], ['model.sites', sites], ['model.teams', teams]);
  }
  return needed
    .filter(([, value]) => value === undefined || value === '')
    .map(([field]) => ({ field: `content.${field}`, code: 'empty' }));
}

export function submit(
  subject: Case,
  content: CaseContent,
  command: CaseCommand<'submit'>,
  route: Route,
  setting: ActSetting,
): CaseChange {
  const placeholder = subject.sealed !== undefined && content.printedName === '';
  const faults = placeholder ? [] : missingFields(subject, content);
  if (faults.length > 0) throw new Refusal('NominationIncomplete', {}, faults);
  return {
    subject: {
      ...subject,
      status: 'AT_STEP',
      submittedOn: setting.today,
      otherAchievement: command.otherAchievement !== undefined,
      ...(command.noSecrets === undefined ? {} : { noSecrets: command.noSecrets }),
      route,
      turn: subject.turn + 1,
    },
    entry: {
      act: 'Submitted',
      facts: { template: route.template, otherAchievement: command.otherAchievement !== undefined },
      payload: {
        content,
        ...(command.otherAchievement === undefined ? {} : { reason: command.otherAchievement }),
      },
    },
  };
}

export function answerSupplement(
  subject: Case,
  content: CaseContent,
  command: CaseCommand<'answerSupplement'>,
  setting: ActSetting,
): CaseChange {
  const asked = subject.supplement;
  if (asked === undefined) throw new Refusal('CaseMovedOn', { standing: 'noSupplement' });
  const fields = pathsIn(command.content);
  const faults = fields
    .filter((field) => !asked.fields.includes(field))
    .map((field) => ({ field: `content.${field}`, code: 'notAsked' }));
  if (faults.length > 0) throw new Refusal('SupplementFieldNotAsked', { asked: asked.fields }, faults);
  const next = patched(content, command.content);
  refuseEmptied(subject, { content, next, fields });
  const { supplement, ...rest } = subject;
  const standing: Case = {
    ...rest,
    label: labelOf(next, subject.sealed !== undefined, subject.label.namesake),
  };
  return {
    subject:
      subject.hold === undefined
        ? resumed(standing, asked.daysLeft, setting)
        : { ...standing, turn: subject.turn + 1 },
    content: next,
    entry: {
      act: 'SupplementAnswered',
      facts: { fields },
      payload: { content: command.content, note: command.note ?? '' },
    },
  };
}

/** What the case can't be appraised without is mended by an answer, never taken away. */
function refuseEmptied(
  subject: Case,
  { content, next, fields }: { content: CaseContent; next: CaseContent; fields: readonly string[] },
): void {
  const lacked = missingFields(subject, content).map(({ field }) => field);
  const faults = missingFields(subject, next).filter(
    ({ field }) => fields.some((name) => field === `content.${name}`) && !lacked.includes(field),
  );
  if (faults.length > 0) throw new Refusal('NominationIncomplete', {}, faults);
}

/** Its first letter has gone out: what was asked for with a signature isn't taken back without one. */
export const letterPassed = (subject: Case): boolean =>
  subject.route?.steps.some((step) => step.kind === 'letter' && isPassed(step)) ?? false;

/** Until the first letter that carries the case is signed; later withdrawals need the signer's own letter. */
export function withdraw(
  subject: Case,
  command: CaseCommand<'withdraw'>,
  letterSigned: boolean,
  setting: ActSetting,
): CaseChange {
  if (letterPassed(subject) || letterSigned) throw new Refusal('WithdrawalTooLate');
  return {
    subject: ended(subject, setting.today, 'WITHDRAWN'),
    entry: {
      act: 'Withdrawn',
      facts: { step: openStep(subject)?.code ?? '' },
      payload: { reason: command.reason },
    },
  };
}
