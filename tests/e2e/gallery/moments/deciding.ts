import { demoTours } from '../demo-tours.ts';
import type { Moment } from '../moment.ts';
import { seenBy } from '../stop.ts';
import { figuresMeanwhile } from './figures.ts';

/** The district's council, its decisions, and the middle of December in which the demo begins. */
export const decidingMoments: readonly Moment[] = [
  {
    before: { do: 'sign', of: 'qd-mh' },
    stops: seenBy('quan.chutich', { page: 'approval-to-sign', go: '/lists/{qd-mh}' }),
  },
  {
    before: { do: 'refuse', of: 'mh-camera' },
    stops: seenBy('quan.chutich', { page: 'model-to-decide', go: '/cases/{mh-camera}', open: true }),
  },
  {
    before: { do: 'close', of: 'hop-quan' },
    stops: seenBy('quan.thuky', { page: 'agenda-gathered', go: '/lists/{hop-quan}', open: true }),
  },
  {
    before: { do: 'presence', of: 'hop-quan' },
    stops: [
      ...seenBy('quan.uyvien1', { page: 'home', go: '/' }, { page: 'agenda', go: '/lists/{hop-quan}' }),
      ...seenBy('quan.thuky', { page: 'session-presence', go: '/lists/{hop-quan}', open: true }),
    ],
  },
  {
    before: { do: 'result', of: 'hop-quan' },
    stops: seenBy('quan.thuky', { page: 'session-no-results', go: '/lists/{hop-quan}' }),
  },
  {
    before: { do: 'conclude', of: 'hop-quan' },
    stops: [
      ...seenBy('quan.thuky', { page: 'session-to-conclude', go: '/lists/{hop-quan}' }),
      ...seenBy('quan.chutich', { page: 'session-to-conclude', go: '/lists/{hop-quan}' }),
    ],
  },
  {
    before: { do: 'refuse', of: 'traichuoi-nam' },
    stops: seenBy('quan.chutich', { page: 'case-to-refuse', go: '/cases/{traichuoi-nam}', open: true }),
  },
  {
    before: { do: 'gather', of: 'qd-gk' },
    stops: seenBy('quan.canbo', { page: 'decision-empty', go: '/lists/{qd-gk}?all=1' }),
  },
  {
    before: { do: 'order', of: 'qd-gk' },
    stops: seenBy('quan.canbo', { page: 'decision-to-order', go: '/lists/{qd-gk}', open: true }),
  },
  // What the demo shows; the clock has moved on by two days.
  {
    before: { do: 'recommend', of: 'hungvuong-nhan-dan', on: '2020-12-16' },
    stops: [
      ...demoTours,
      ...figuresMeanwhile,
      ...seenBy(
        'quan.chutich',
        { page: 'decision-sealed', go: '/lists/{qd-gk-bm}' },
        { page: 'case-sealed', go: '/cases/{sodau-bao-mat}' },
      ),
      ...seenBy('pv05.thamdinh', { page: 'home', go: '/' }),
      ...seenBy('quan.kiemtra', { page: 'home', go: '/' }, { page: 'cases', go: '/cases' }),
      ...seenBy('quan.quantri', { page: 'home', go: '/' }),
      ...seenBy(
        'sodau.congan',
        { page: 'home', go: '/' },
        { page: 'refused', go: '/cases/new', answers: 403 },
      ),
    ],
  },
  {
    before: { do: 'sign', of: 'qd-gk' },
    stops: seenBy('quan.chutich', { page: 'decision-to-sign', go: '/lists/{qd-gk}', open: true }),
  },
  {
    before: { do: 'issue', of: 'qd-gk' },
    stops: [
      ...seenBy('quan.vanthu', { page: 'decision-to-number', go: '/lists/{qd-gk}', open: true }),
      ...seenBy('quan.canbo', { page: 'decision-printed', go: '/lists/{qd-gk}', printed: true }),
    ],
  },
];
