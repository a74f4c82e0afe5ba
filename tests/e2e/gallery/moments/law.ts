import { seenBy, type Stop } from '../stop.ts';

/** What applies on a day, what an office sets of it by four eyes, and what was awarded before the system. */
const dated = (name: string, day: number, month: number, year: number) => ({
  [`${name}.day`]: String(day),
  [`${name}.month`]: String(month),
  [`${name}.year`]: String(year),
});

const setting = {
  value: '01/01/2022 Tết Dương lịch\n31/01/2022 Tết Nguyên đán',
  work: '',
  ...dated('validFrom', 1, 1, 2022),
  source: 'Thông báo số 4/TB-UBND',
};

const decision = {
  authority: 'Chủ tịch Ủy ban nhân dân quận Hồng Bàng',
  level: 'district',
  number: '1520/QĐ-UBND',
  ...dated('date', 20, 12, 2019),
  form: 'GK_HUYEN',
  rows: [
    'STT\tHọ và tên\tNăm sinh\tĐơn vị\tTừ ngày\tĐến ngày',
    '1\tNguyễn Thị Sáu\t1958\tTổ dân phố số 5\t1/12/2018\t30/9/2019',
    '2\tĐinh Thị Mỹ\t\tPhường Sở Dầu\t12/2018\t9/2019',
  ].join('\n'),
};

const settings: readonly Stop[] = [
  ...seenBy(
    'quan.quantri',
    { page: 'law', go: '/law' },
    { page: 'law-compared', go: '/law?day=2026-10-02&beside=2020-11-10' },
    { page: 'law-unconfirmed', go: '/law/unconfirmed' },
    { page: 'setting-figure', go: '/law/settings/new' },
    { page: 'setting-new', go: '/law/settings/new?figure=restDays.2022' },
    {
      page: 'setting-refused',
      send: { form: '/law/settings/preview', typed: { value: 'Tết' } },
      answers: 422,
    },
    {
      page: 'setting-preview',
      go: '/law/settings/new?figure=restDays.2022',
      send: { form: '/law/settings/preview', typed: setting },
    },
    { page: 'setting-proposed', send: { form: '/law/settings/new' } },
  ),
  ...seenBy(
    'quan.chutich',
    { page: 'inbox-with-setting', go: '/inbox' },
    { page: 'setting-to-confirm', go: '/law/settings', find: { to: '/law/settings/' } },
  ),
];

const earlier: readonly Stop[] = [
  ...seenBy(
    'sodau.canbo',
    { page: 'case-rules', go: '/cases/{sodau-my}/rules', open: true },
    { page: 'at-risk', go: '/at-risk' },
    { page: 'search', go: '/search?q=My' },
    { page: 'search-none', go: '/search?q=Xyz+Qwert' },
    { page: 'past-none', go: '/past-decisions' },
    { page: 'past-new', find: { to: '/past-decisions/', says: /Nhập/ } },
    { page: 'past-refused', send: { form: '/check', typed: { rows: 'x' } }, answers: 422 },
    { page: 'past-preview', send: { form: '/check', typed: decision } },
  ),
  ...seenBy('quan.quantri', { page: 'funds', go: '/funds' }),
];

export const lawStops: readonly Stop[] = [...settings, ...earlier];
