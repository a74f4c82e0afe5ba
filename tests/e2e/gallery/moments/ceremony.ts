import type { Moment } from '../moment.ts';
import { seenBy } from '../stop.ts';

/** The conference of 29/12/2020, from its planning to the last award that had to be brought to somebody. */
const ceremony = '/ceremonies/{hoi-nghi-2020}';

export const ceremonyMoments: readonly Moment[] = [
  {
    before: { do: 'holdCeremony', of: 'hoi-nghi-2020' },
    stops: seenBy('quan.tochuc', {
      page: 'new-ceremony-refused',
      go: '/ceremonies/new',
      send: { form: '/ceremonies/new', typed: { title: 'Hội nghị' } },
      answers: 422,
    }),
  },
  {
    before: { do: 'draw', of: 'hoi-nghi-2020' },
    stops: seenBy(
      'quan.tochuc',
      { page: 'ceremony-empty', go: ceremony, open: true },
      { page: 'draw-refused', send: { form: '/act/draw', typed: { address: 'qd-knc' } }, answers: 422 },
    ),
  },
  {
    before: { do: 'arrange', of: 'hoi-nghi-2020' },
    stops: seenBy(
      'quan.tochuc',
      { page: 'ceremony-drawn', go: ceremony },
      { page: 'ceremony-arrange', open: true },
      {
        page: 'arrange-refused',
        go: ceremony,
        send: { form: '/act/arrange', typed: { 'group.0': 'một', 'presenters.0': 'Nguyễn Đức Thiện' } },
        answers: 422,
      },
    ),
  },
  {
    before: { do: 'gather', of: 'qd-bk' },
    stops: [
      ...seenBy(
        'quan.tochuc',
        { page: 'ceremony-frozen', go: ceremony },
        { page: 'ceremony-printed', printed: true },
      ),
      ...seenBy('sodau.canbo', { page: 'ceremony-frozen', go: ceremony }),
    ],
  },
  {
    before: { do: 'handOver', of: 'sodau-my' },
    stops: seenBy(
      'quan.tochuc',
      { page: 'ceremony-on-its-day', go: ceremony, open: true },
      {
        page: 'hand-over-refused',
        go: ceremony,
        send: { form: '/act/handOver', of: 'sodau-my', typed: { state: 'DELIVERED' } },
        answers: 422,
      },
    ),
  },
  {
    before: { do: 'handOver', of: 'quantoan-co-khi', on: '2020-12-30' },
    stops: seenBy('quan.tochuc', { page: 'ceremony-to-deliver', go: ceremony }, { page: 'home', go: '/' }),
  },
];
