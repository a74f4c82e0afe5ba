import type { Moment } from '../moment.ts';
import { nobody, seenBy } from '../stop.ts';

/** Receiving and appraising: supplement, hold and release, a sealed case, one who isn't eligible. */
export const policeMoments: readonly Moment[] = [
  {
    before: { do: 'receive', of: 'sodau-my' },
    stops: [
      ...seenBy(
        'congan.thamdinh',
        { page: 'home', go: '/' },
        { page: 'lists-came', go: '/lists?direction=came' },
        { page: 'letter-came', go: '/lists/{ttr-sodau}' },
        { page: 'case-to-receive', go: '/cases/{sodau-my}' },
      ),
    ],
  },
  {
    before: { do: 'returnIneligible', of: 'sodau-toan' },
    stops: seenBy(
      'congan.thamdinh',
      { page: 'case-to-appraise', go: '/cases/{sodau-toan}', open: true },
      {
        page: 'case-acts-refused',
        send: { form: '/act/returnIneligible' },
        answers: 422,
      },
      { page: 'summary-table', go: '/rounds/{dot-12-2020}/table?all=1', open: true },
      { page: 'summary-table-refused', send: { form: '/table/act' }, answers: 422 },
      { page: 'summary-table-wording', go: '/rounds/{dot-12-2020}/table/wording' },
      { page: 'sealed-to-appraise', go: '/cases/{sodau-bao-mat}' },
      { page: 'reveal-refused', send: { form: '/reveal' }, answers: 422 },
      {
        page: 'revealed',
        go: '/cases/{sodau-bao-mat}',
        send: {
          form: '/reveal',
          typed: { reason: 'Thẩm định thành tích trước khi trình Trưởng Công an quận.' },
        },
      },
      { page: 'sealed-after-reveal', go: '/cases/{sodau-bao-mat}' },
    ),
  },
  {
    before: { do: 'askSupplement', of: 'hvthu-pho-di-bo' },
    stops: seenBy('congan.thamdinh', {
      page: 'supplement-ask-refused',
      go: '/cases/{hvthu-pho-di-bo}',
      send: { form: '/act/askSupplement', typed: { workingDays: 'năm' } },
      answers: 422,
    }),
  },
  {
    before: { do: 'attachToCase', of: 'hvthu-pho-di-bo' },
    stops: [
      ...seenBy(
        'hvthu.canbo',
        { page: 'home-with-supplement', go: '/' },
        { page: 'supplement-answer', go: '/cases/{hvthu-pho-di-bo}' },
      ),
      ...seenBy('congan.thamdinh', { page: 'case-in-supplement', go: '/cases/{hvthu-pho-di-bo}' }),
      ...seenBy(nobody, {
        page: 'followed-in-supplement',
        followed: { as: 'hvthu.canbo', go: '/cases/{hvthu-pho-di-bo}' },
      }),
    ],
  },
  {
    before: { do: 'recommend', of: 'hvthu-pho-di-bo' },
    stops: [
      ...seenBy('congan.thamdinh', { page: 'supplement-answered', go: '/cases/{hvthu-pho-di-bo}' }),
      ...seenBy('sodau.canbo', { page: 'case-returned', go: '/cases/{sodau-toan}' }),
    ],
  },
  {
    before: { do: 'close', of: 'ttr-ca-1' },
    stops: seenBy('congan.canbo', { page: 'letter-not-recommended', go: '/lists/{ttr-ca-1}', open: true }),
  },
  {
    before: { do: 'judgeIdentity', of: 'thuongly-lien' },
    stops: seenBy(
      'congan.thamdinh',
      { page: 'identity-of-namesakes', go: '/cases/{thuongly-lien}', open: true },
      { page: 'inbox', go: '/inbox' },
    ),
  },
  {
    before: { do: 'recommend', of: 'traichuoi-to-14' },
    stops: seenBy(
      'congan.thamdinh',
      { page: 'home-overdue', go: '/' },
      { page: 'inbox-overdue', go: '/inbox' },
    ),
  },
  {
    before: { do: 'release', of: 'quantoan-binh' },
    stops: [
      ...seenBy('congan.thamdinh', { page: 'case-held', go: '/cases/{quantoan-binh}', open: true }),
      ...seenBy('quantoan.canbo', { page: 'case-held', go: '/cases/{quantoan-binh}' }),
      ...seenBy(nobody, {
        page: 'followed-held',
        followed: { as: 'quantoan.canbo', go: '/cases/{quantoan-binh}' },
      }),
      ...seenBy('congan.truong', { page: 'home', go: '/' }, { page: 'notices', go: '/notices' }),
    ],
  },
  {
    before: { do: 'issueSignedOutside', of: 'qd-knc' },
    stops: seenBy(
      'pv05.vanthu',
      { page: 'outside-decision', go: '/lists/{qd-knc}', open: true },
      { page: 'outside-decision-refused', send: { form: '/act/issueSignedOutside' }, answers: 422 },
    ),
  },
];
