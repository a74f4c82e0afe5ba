import type { Moment } from '../moment.ts';
import { seenBy } from '../stop.ts';

/** Drafts, their check before they are sent, and what is asked about look-alikes. */
export const nominatingMoments: readonly Moment[] = [
  {
    before: { do: 'submit', of: 'mh-truong-hoc' },
    stops: seenBy(
      'sodau.canbo',
      { page: 'model-draft', go: '/cases/{mh-truong-hoc}' },
      { page: 'model-check', go: '/cases/{mh-truong-hoc}/check' },
      { page: 'model-parts', go: '/cases/{mh-truong-hoc}/edit' },
      { page: 'model-part', go: '/cases/{mh-truong-hoc}/edit/model' },
      { page: 'model-plan', go: '/cases/{mh-truong-hoc}/edit/plan', open: true },
    ),
  },
  {
    before: { do: 'submit', of: 'sodau-my' },
    stops: seenBy(
      'sodau.canbo',
      { page: 'draft', go: '/cases/{sodau-my}', open: true },
      { page: 'draft-check', go: '/cases/{sodau-my}/check' },
      { page: 'draft-parts', go: '/cases/{sodau-my}/edit' },
      { page: 'draft-grounds', go: '/cases/{sodau-my}/edit/grounds' },
      { page: 'draft-publication', go: '/cases/{sodau-my}/edit/publication' },
      { page: 'draft-subject', go: '/cases/{sodau-my}/edit/subject' },
      {
        page: 'draft-subject-refused',
        send: { form: '/subject', typed: { 'content.printedName': '', 'content.birthYear': '80' } },
        answers: 422,
      },
      { page: 'draft-achievement', go: '/cases/{sodau-my}/edit/achievement', open: true },
      {
        page: 'draft-achievement-refused',
        send: {
          form: '/achievement',
          typed: { 'content.achievementFrom.month': '13', 'content.achievementTo.year': '2018' },
        },
        answers: 422,
      },
      { page: 'case-at-the-council', go: '/cases/{sodau-cho-long-son}' },
    ),
  },
  {
    before: { do: 'submit', of: 'sodau-bao-mat' },
    stops: seenBy(
      'sodau.canbo',
      { page: 'sealed-draft-check', go: '/cases/{sodau-bao-mat}/check' },
      { page: 'sealed-draft-parts', go: '/cases/{sodau-bao-mat}/edit' },
      { page: 'sealed-draft-part', go: '/cases/{sodau-bao-mat}/edit/achievement' },
    ),
  },
  {
    before: { do: 'discard', of: 'sodau-thanh-lan-2' },
    stops: seenBy(
      'sodau.canbo',
      { page: 'same-subject-draft', go: '/cases/{sodau-thanh-lan-2}' },
      {
        page: 'same-achievement-refused',
        go: '/cases/{sodau-thanh-lan-2}/check',
        send: { form: '/check', typed: { noSecrets: 'yes' } },
        answers: 409,
      },
    ),
  },
  {
    before: { do: 'judgeIdentity', of: 'traichuoi-hung' },
    stops: seenBy(
      'traichuoi.canbo',
      {
        page: 'identity-question',
        go: '/cases/{traichuoi-hung}/check',
        send: { form: '/check', typed: { noSecrets: 'yes' } },
        answers: 409,
      },
      { page: 'identity-unanswered', send: { form: '/identity' }, answers: 409 },
    ),
  },
];
