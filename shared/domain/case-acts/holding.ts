import { addWorkingDays } from '../calendar.ts';
import type { Case, RouteStep } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import { fieldsOf } from '../content-field.ts';
import type { Post } from '../directory.ts';
import { Refusal } from '../refusal.ts';
import {
  daysLeft,
  ended,
  requireOpenStep,
  resumed,
  settled,
  type ActSetting,
  type CaseChange,
} from './change.ts';

/** Acts of the organisation whose step is open. */

/** @param appraisalLimit working days that the law of today gives the appraisal: kept where the step freezes the law */
export function receive(subject: Case, setting: ActSetting, appraisalLimit: number): CaseChange {
  const step = requireOpenStep(subject);
  const received = settled(subject, setting.today, 'recommended');
  const { route } = received;
  const freezes = step.freezes && route !== undefined && subject.route?.frozenOn === undefined;
  return {
    subject: freezes ? { ...received, route: { ...route, appraisalLimit } } : received,
    entry: { act: 'Received', facts: { step: step.code, frozen: step.freezes } },
  };
}

const appraisedBy = (subject: Case, { post }: ActSetting): Case => ({
  ...subject,
  appraisers: [...new Set([...subject.appraisers, post.person])],
});

export function recommend(subject: Case, command: CaseCommand<'recommend'>, setting: ActSetting): CaseChange {
  const step = requireOpenStep(subject);
  return {
    subject: settled(appraisedBy(subject, setting), setting.today, 'recommended'),
    entry: { act: 'Recommended', facts: { step: step.code }, payload: { remark: command.remark ?? '' } },
  };
}

export function notRecommend(
  subject: Case,
  command: CaseCommand<'notRecommend'>,
  setting: ActSetting,
): CaseChange {
  const step = requireOpenStep(subject);
  return {
    subject: settled(appraisedBy(subject, setting), setting.today, 'notRecommended'),
    entry: { act: 'NotRecommended', facts: { step: step.code }, payload: { reason: command.reason } },
  };
}

/** The supplement has a due day of its own: its holder is reminded, and escalated, of that one. */
function untold(subject: Case, step: RouteStep): Case {
  const { remindedOn: _told, escalatedOn: _raised, ...rest } = step;
  const { route } = subject;
  if (route === undefined) return subject;
  return {
    ...subject,
    route: { ...route, steps: route.steps.map((other) => (other === step ? rest : other)) },
  };
}

/** A model has no achievement, one person no representative: nobody could answer for them. */
function refuseOfOtherKind(subject: Case, fields: CaseCommand<'askSupplement'>['fields']): void {
  const own: readonly string[] = [...fieldsOf(subject), 'attachments'];
  const faults = fields.flatMap((name, index) =>
    own.includes(name) ? [] : [{ field: `fields.${index}`, code: 'notOfThisKind', limit: name }],
  );
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

/** This case only: its clock stops, the rest of its list goes on. */
export function askSupplement(
  subject: Case,
  command: CaseCommand<'askSupplement'>,
  setting: ActSetting,
): CaseChange {
  const step = requireOpenStep(subject);
  refuseOfOtherKind(subject, command.fields);
  const left = daysLeft(step, setting);
  const supplement = {
    by: setting.post.person,
    on: setting.today,
    fields: command.fields,
    dueOn: addWorkingDays(setting.calendar, setting.today, command.workingDays),
    ...(left === undefined ? {} : { daysLeft: left }),
  };
  return {
    subject: { ...untold(subject, step), supplement, turn: subject.turn + 1 },
    entry: {
      act: 'SupplementAsked',
      facts: { step: step.code, fields: command.fields, dueOn: supplement.dueOn },
      payload: { note: command.note },
    },
  };
}

export function returnIneligible(
  subject: Case,
  command: CaseCommand<'returnIneligible'>,
  setting: ActSetting,
): CaseChange {
  const step = requireOpenStep(subject);
  return {
    subject: ended(appraisedBy(subject, setting), setting.today, 'INELIGIBLE'),
    entry: {
      act: 'ReturnedIneligible',
      facts: { step: step.code, article: command.article },
      payload: { reason: command.reason },
    },
  };
}

/**
 * The route from here on is another; what was passed stays passed, and the day of RECEIVE stays. A step that the new
 * route lacks is left with everything that belonged to it.
 */
export function changeForm(
  subject: Case,
  command: CaseCommand<'changeForm'>,
  rerouted: Pick<Case, 'route' | 'position'>,
): CaseChange {
  const { position: _old, assignee, struckFrom, ...rest } = subject;
  const kept = {
    ...(assignee === undefined ? {} : { assignee }),
    ...(struckFrom === undefined ? {} : { struckFrom }),
  };
  const from = subject.form ?? '';
  if (command.form === from || rerouted.route === undefined) {
    throw new Refusal('InputInvalid', {}, [{ field: 'form', code: 'sameForm' }]);
  }
  return {
    subject: {
      ...rest,
      form: command.form,
      route: rerouted.route,
      ...(rerouted.position === undefined ? {} : { position: rerouted.position, ...kept }),
      turn: subject.turn + 1,
    },
    entry: {
      act: 'FormChanged',
      facts: { from, to: command.form, template: rerouted.route.template },
      payload: { reason: command.reason },
    },
  };
}

/** Not a judgement: the case waits where it is, its clock stopped, until a document releases it (NĐ 152/2025, Art. 4.4). */
export function hold(
  subject: Case,
  command: CaseCommand<'hold'>,
  keepsRow: boolean,
  setting: ActSetting,
): CaseChange {
  const step = requireOpenStep(subject);
  // While a supplement is out the clock already stands; what was left then is what is left now.
  const left = subject.supplement === undefined ? daysLeft(step, setting) : subject.supplement.daysLeft;
  const { list, ...rest } = subject;
  return {
    subject: {
      ...rest,
      ...(keepsRow && list !== undefined ? { list } : {}),
      hold: {
        by: setting.post.person,
        on: setting.today,
        document: command.document,
        ...(left === undefined ? {} : { daysLeft: left }),
      },
      ...(command.kind === undefined ? {} : { troubles: toldOf(subject, command.kind, command, setting) }),
      turn: subject.turn + 1,
    },
    entry: {
      act: 'Held',
      facts: { step: step.code, ...(list === undefined ? {} : { list, keepsRow }) },
      payload: {
        reason: command.reason,
        document: command.document,
        ...(command.kind === undefined ? {} : { kind: command.kind }),
      },
    },
  };
}

type Troubles = NonNullable<Case['troubles']>;

const toldOf = (
  { troubles = [] }: Case,
  kind: Troubles[number]['kind'],
  { document }: Pick<CaseCommand<'hold'>, 'document'>,
  { today }: ActSetting,
): Troubles => [...troubles, { kind, from: today, document }];

/** What was open is over with the release; who was disciplined is so until the day that was said. */
function afterRelease(
  troubles: Troubles,
  { finding, document }: CaseCommand<'release'>,
  { today }: ActSetting,
): Troubles {
  return troubles.map((trouble) => {
    if (trouble.endedOn !== undefined) return trouble;
    if (finding?.outcome === 'disciplined')
      return { ...trouble, kind: 'discipline', endedOn: finding.endsOn, document };
    return { ...trouble, endedOn: today, document, ...(finding === undefined ? {} : { cleared: true }) };
  });
}

export function release(subject: Case, command: CaseCommand<'release'>, setting: ActSetting): CaseChange {
  const step = requireOpenStep(subject);
  const { hold: held, troubles, ...others } = subject;
  const rest: Case =
    troubles === undefined ? others : { ...others, troubles: afterRelease(troubles, command, setting) };
  if (held === undefined) throw new Refusal('CaseMovedOn', { standing: 'notHeld' });
  const next: Case =
    subject.supplement === undefined
      ? resumed(rest, held.daysLeft, setting)
      : { ...rest, turn: subject.turn + 1 };
  return {
    subject: next,
    entry: {
      act: 'Released',
      facts: { step: step.code },
      payload: {
        reason: command.reason,
        document: command.document,
        ...(command.finding === undefined ? {} : { finding: command.finding }),
      },
    },
  };
}

export function reassign(subject: Case, command: CaseCommand<'reassign'>, to: Post | undefined): CaseChange {
  const step = requireOpenStep(subject);
  if (to !== undefined && to.organisation !== step.organisation)
    throw new Refusal('OrganisationForeign').at('post');
  const { assignee: _before, ...rest } = subject;
  return {
    subject: { ...rest, ...(to === undefined ? {} : { assignee: to.id }), turn: subject.turn + 1 },
    entry: {
      act: 'Reassigned',
      facts: { step: step.code, to: to?.id ?? '' },
      payload: { reason: command.reason },
    },
  };
}

const notAwarded = (subject: Case, { today }: ActSetting): Case =>
  ended(subject, today, subject.kind === 'nomination' ? 'NOT_AWARDED' : 'NOT_APPROVED');

export function refuse(subject: Case, command: CaseCommand<'refuse'>, setting: ActSetting): CaseChange {
  const step = requireOpenStep(subject);
  return {
    subject: notAwarded(subject, setting),
    entry: { act: 'Refused', facts: { step: step.code }, payload: { reason: command.reason } },
  };
}

/** Decided outside, and not in favour: nobody here judges, it is entered as it came. */
export function recordNotAwarded(
  subject: Case,
  command: CaseCommand<'recordNotAwarded'>,
  setting: ActSetting,
): CaseChange {
  const step = requireOpenStep(subject);
  const { reason, document } = command;
  if (document !== undefined && document.date > setting.today) {
    throw new Refusal('DateNotLawful', { date: document.date, today: setting.today }, [
      { field: 'document.date', code: 'inFuture' },
    ]);
  }
  return {
    subject: notAwarded(subject, setting),
    entry: { act: 'NotAwardedOutside', facts: { step: step.code, ...document }, payload: { reason } },
  };
}
