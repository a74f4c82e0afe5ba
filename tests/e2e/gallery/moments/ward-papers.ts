import type { Moment } from '../moment.ts';
import { nobody, seenBy } from '../stop.ts';

/** The ward's council and its letters, from the first row to number and date. */
export const wardMoments: readonly Moment[] = [
  {
    before: { do: 'gather', of: 'hop-sodau' },
    stops: seenBy('sodau.canbo', { page: 'session-empty', go: '/lists/{hop-sodau}' }),
  },
  {
    before: { do: 'close', of: 'hop-sodau' },
    stops: seenBy('sodau.canbo', { page: 'session-gathered', go: '/lists/{hop-sodau}', open: true }),
  },
  {
    before: { do: 'presence', of: 'hop-sodau' },
    stops: [
      ...seenBy(
        'sodau.mattran',
        { page: 'home-of-member', go: '/' },
        { page: 'agenda', go: '/lists/{hop-sodau}' },
      ),
      ...seenBy(
        'sodau.canbo',
        { page: 'session-closed', go: '/lists/{hop-sodau}' },
        {
          page: 'presence-refused',
          send: { form: '/act/presence', typed: { absent: '{sodau.phunu}' } },
          answers: 422,
        },
      ),
    ],
  },
  {
    before: { do: 'result', of: 'hop-sodau' },
    stops: seenBy(
      'sodau.canbo',
      { page: 'results-none', go: '/lists/{hop-sodau}', open: true },
      {
        page: 'result-refused',
        send: { form: '/act/result', of: 'sodau-my', typed: { outcome: 'agreed', agreed: '2' } },
        answers: 422,
      },
      {
        page: 'result-entered',
        go: '/lists/{hop-sodau}',
        send: { form: '/act/result', of: 'sodau-my', typed: { outcome: 'agreed', agreed: '7' } },
      },
      { page: 'results-rest', send: { form: '/results' } },
    ),
  },
  {
    before: { do: 'attachToList', of: 'hop-sodau' },
    stops: seenBy(
      'sodau.canbo',
      { page: 'conclude-refused', go: '/lists/{hop-sodau}', send: { form: '/act/conclude' }, answers: 409 },
      {
        page: 'minutes-upload',
        go: '/lists/{hop-sodau}',
        send: { form: '/files', typed: { kind: 'minutes', name: 'Biên bản họp Hội đồng ngày 30-9-2020' } },
      },
      { page: 'minutes-to-check', send: { form: 'upload*', typed: { file: 'bien-ban.pdf' } } },
      { page: 'minutes-kept', send: { form: '/check' } },
    ),
  },
  {
    before: { do: 'conclude', of: 'hop-sodau' },
    stops: seenBy('sodau.canbo', { page: 'session-with-minutes', go: '/lists/{hop-sodau}', open: true }),
  },
  {
    before: { do: 'conclude', of: 'hop-sodau-bm' },
    stops: [
      ...seenBy('sodau.canbo', { page: 'session-concluded', go: '/lists/{hop-sodau}' }),
      ...seenBy('sodau.canbo', { page: 'session-sealed', go: '/lists/{hop-sodau-bm}' }),
      ...seenBy('sodau.mattran', { page: 'agenda-of-sealed', go: '/lists/{hop-sodau-bm}', answers: 404 }),
    ],
  },
  {
    before: { do: 'gather', of: 'ttr-sodau' },
    stops: seenBy(
      'sodau.canbo',
      { page: 'inbox', go: '/inbox' },
      { page: 'letter-empty', go: '/lists/{ttr-sodau}' },
      { page: 'letter-empty-refused', send: { form: '/act/close' }, answers: 422 },
    ),
  },
  {
    before: { do: 'close', of: 'ttr-sodau' },
    stops: seenBy('sodau.canbo', { page: 'letter-gathered', go: '/lists/{ttr-sodau}', open: true }),
  },
  {
    before: { do: 'sign', of: 'ttr-sodau' },
    stops: [
      ...seenBy(
        'sodau.chutich',
        { page: 'home', go: '/' },
        { page: 'letter-to-sign', go: '/lists/{ttr-sodau}', open: true },
        { page: 'letter-sealed-to-sign', go: '/lists/{ttr-sodau-bm}' },
      ),
      ...seenBy('sodau.canbo', { page: 'letter-closed', go: '/lists/{ttr-sodau}', open: true }),
    ],
  },
  {
    before: { do: 'issue', of: 'ttr-sodau' },
    stops: [
      ...seenBy('sodau.canbo', { page: 'letter-signed', go: '/lists/{ttr-sodau}' }),
      ...seenBy(
        'sodau.vanthu',
        { page: 'letter-to-number', go: '/lists/{ttr-sodau}', open: true },
        {
          page: 'letter-number-refused',
          send: {
            form: '/act/issue',
            typed: { number: '71-TTr', 'date.day': '8', 'date.month': '10', 'date.year': '2020' },
          },
          answers: 422,
        },
      ),
    ],
  },
  {
    before: { do: 'ungather', of: 'thuongly-hanh' },
    stops: seenBy('thuongly.canbo', {
      page: 'letter-signer-barred',
      go: '/lists/{ttr-thuongly}',
      send: {
        form: '/act/close',
        typed: { signer: 'Vũ Đức Hạnh – Chủ tịch UBND phường Thượng Lý' },
      },
      answers: 409,
    }),
  },
  {
    before: { do: 'sign', of: 'ttr-thuongly-kt' },
    stops: seenBy('thuongly.phochutich', { page: 'letter-of-the-deputy', go: '/lists/{ttr-thuongly-kt}' }),
  },
  {
    before: { do: 'strike', of: 'ttr-minhkhai' },
    stops: seenBy('minhkhai.chutich', {
      page: 'letter-before-strike',
      go: '/lists/{ttr-minhkhai}',
      open: true,
    }),
  },
  {
    before: { do: 'sign', of: 'ttr-minhkhai' },
    stops: [
      ...seenBy('minhkhai.chutich', { page: 'letter-struck-row', go: '/lists/{ttr-minhkhai}' }),
      ...seenBy(
        'minhkhai.canbo',
        { page: 'home-with-struck', go: '/' },
        { page: 'case-struck', go: '/cases/{minhkhai-loan}' },
      ),
    ],
  },
  {
    before: { do: 'issue', of: 'ttr-pbchau', on: '2020-11-16' },
    stops: [
      ...seenBy('pbchau.canbo', {
        page: 'letter-too-late',
        go: '/lists/{ttr-pbchau}',
        send: {
          form: '/act/issue',
          typed: { number: '53/TTr-UBND', 'date.day': '16', 'date.month': '11', 'date.year': '2020' },
        },
        answers: 409,
      }),
      ...seenBy('quan.canbo', { page: 'round-to-admit', go: '/rounds/{dot-12-2020}', open: true }),
    ],
  },
  {
    before: { do: 'issue', of: 'ttr-pbchau', on: '2020-11-17' },
    stops: [
      ...seenBy('quan.canbo', { page: 'round-with-admission', go: '/rounds/{dot-12-2020}' }),
      ...seenBy('pbchau.canbo', { page: 'case-of-a-late-letter', go: '/cases/{pbchau-son}' }),
      ...seenBy(nobody, {
        page: 'followed-not-awarded',
        followed: { as: 'pbchau.canbo', go: '/cases/{pbchau-lan}' },
      }),
    ],
  },
];
