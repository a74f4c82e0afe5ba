import type { Person } from '../../domain/directory.ts';
import { explainedStepDue } from '../../domain/law/explained-step.ts';
import type { Explanation } from '../../domain/law/explanation.ts';
import type { Law } from '../../domain/law/law.ts';
import { civilDateSchema } from '../../domain/time.ts';
import type { Mail, Ports } from '../../ports.ts';
import type { Notice } from '../../records/notice-record.ts';
import { sayExplanation } from '../../messages/rules/explanation.ts';
import { ruleTitle } from '../../messages/rules/rules.ts';
import { say } from '../../messages/say.ts';

/** Plain text with a link; never a name of a case: a mailbox is no place for personal data. */
export async function noticeMail(ports: Ports, person: Person, notice: Notice): Promise<Mail> {
  const law = await ports.law.current();
  const why = noticeWhy(law, notice);
  const line = noticeText(person.language, notice);
  const url = `${ports.publicUrl}${noticePath(notice)}`;
  return {
    to: person.email,
    subject: line,
    language: person.language,
    text: say(person.language, 'mail.body', {
      name: person.name,
      line: [
        `${line}.`,
        ...whyLines(person.language, why),
        ...restLines(person.language, noticeRules(law, notice)),
      ].join('\n'),
      url,
    }),
    eventId: `${notice.person}/${notice.on}/${notice.event}`,
  };
}

/** The same explanation as on the page: what was computed from what, where that stands and how sure it is. */
function whyLines(language: Person['language'], why: Explanation | undefined): string[] {
  if (why === undefined) return [];
  const { says, citation, confidence } = sayExplanation(why, language);
  return [says, ...(citation === '' ? [] : [say(language, 'mail.source', { citation, confidence })])];
}

/** Why the day that it names is that day. */
export const noticeWhy = (law: Law, { step }: Notice): Explanation | undefined =>
  step && explainedStepDue(law, step, step);

/** A rule on which a return or a supplement rests: what it asks, and where that stands. */
export interface RestedOn {
  readonly rule: string;
  readonly citation: string;
}

/** By the law that was asked; what the rule found of the case stands with the case. */
export function noticeRules(law: Law, { facts: { rules, lawOf } }: Notice): RestedOn[] {
  const day = civilDateSchema.safeParse(lawOf).data;
  if (typeof rules !== 'string' || day === undefined) return [];
  return rules.split(',').map((rule) => {
    const ground = law.groundOn(rule, day);
    return { rule, citation: ground === undefined ? '' : law.cited(ground, day) };
  });
}

const restLines = (language: Person['language'], rules: readonly RestedOn[]): string[] =>
  rules.map(({ rule, citation }) =>
    say(language, 'mail.rule', { title: ruleTitle(rule)[language], citation }),
  );

export function noticeText(language: Person['language'], notice: Notice): string {
  return say(language, `notice.${notice.kind}`, {
    ...notice.facts,
    count: notice.count,
    day: notice.facts['dueOn'],
    on: notice.on,
  });
}

const aboutOwnCases: readonly Notice['kind'][] = [
  'Received',
  'Rerouted',
  'ResultsIssued',
  'SessionConcluded',
  'Escalated',
];

/** Where the notice leads: the record, or the inbox. */
export function noticePath(notice: Notice): string {
  const [kind, id] = (notice.record ?? '').split('#');
  if (kind === 'CASE') return `/cases/${id ?? ''}`;
  if (kind === 'LIST') return `/lists/${id ?? ''}`;
  if (kind === 'CEREMONY') return `/ceremonies/${id ?? ''}`;
  if (kind === 'ROOT') return '/daily-roots';
  if (kind === 'LAW') return `/law/settings/${String(notice.facts['setting'] ?? '')}`;
  return aboutOwnCases.includes(notice.kind) ? '/cases' : '/inbox';
}
