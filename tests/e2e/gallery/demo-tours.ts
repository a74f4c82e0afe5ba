import { nobody, seenBy, type Stop } from './stop.ts';

/** Of the season that the demo plays: what everybody sees in the middle of December. */
const sent = { as: 'sodau.canbo', go: '/cases', find: { to: '/cases/', says: /Đinh Thị Mỹ/ } };
const firstList = { go: '/lists', find: { to: '/lists/' } };
const sealed = /bảo mật/i;

export const demoTours: readonly Stop[] = [
  ...seenBy(
    nobody,
    { page: 'welcome', go: '/' },
    { page: 'sign-in', go: '/sign-in' },
    { page: 'follow', go: '/follow' },
    { page: 'followed', followed: sent },
    { page: 'follow-no-code', go: '/follow?code=', answers: 422 },
    { page: 'follow-unknown-code', go: '/follow/AAAA-AAAA-AAAA-A', answers: 404 },
    { page: 'nowhere', go: '/nowhere', answers: 404 },
  ),
  ...seenBy(
    'sodau.canbo',
    { page: 'home', go: '/' },
    { page: 'inbox', go: '/inbox' },
    { page: 'cases', go: '/cases' },
    { ...sent, page: 'case' },
    { page: 'case-sealed', go: '/cases', find: { to: '/cases/', says: sealed } },
    { page: 'new-case-1', go: '/cases/new' },
    { page: 'new-model', go: '/models/new' },
    { page: 'lists', go: '/lists' },
    { page: 'lists-start', open: true },
    { page: 'letter', ...firstList },
    { page: 'rounds', go: '/rounds' },
    { page: 'round', go: '/rounds', find: { to: '/rounds/' } },
    { page: 'ceremonies', go: '/ceremonies' },
    { page: 'notices', go: '/notices' },
    { page: 'mailbox', go: '/mailbox' },
  ),
  ...seenBy(
    'bcd.thuongtruc',
    { page: 'cases', go: '/cases' },
    { page: 'model', go: '/cases', find: { to: '/cases/' } },
  ),
  ...seenBy(
    'sodau.chutich',
    { page: 'home', go: '/' },
    { page: 'inbox', go: '/inbox' },
    { page: 'lists', go: '/lists' },
    { page: 'list', ...firstList },
  ),
  ...seenBy(
    'sodau.phochutich',
    { page: 'inbox', go: '/inbox' },
    { page: 'list-sealed', go: '/lists', find: { to: '/lists/', says: sealed } },
  ),
  ...seenBy(
    'congan.thamdinh',
    { page: 'home', go: '/' },
    { page: 'inbox', go: '/inbox' },
    { page: 'lists', go: '/lists' },
    { page: 'list', ...firstList },
  ),
  ...seenBy(
    'quan.thuky',
    { page: 'home', go: '/' },
    { page: 'inbox', go: '/inbox' },
    { page: 'lists', go: '/lists' },
    { page: 'session', go: '/lists?kind=session', find: { to: '/lists/' } },
  ),
  ...seenBy(
    'quan.chutich',
    { page: 'home', go: '/' },
    { page: 'inbox', go: '/inbox' },
    { page: 'decision', go: '/inbox', find: { to: '/lists/' } },
  ),
  ...seenBy(
    'quan.canbo',
    { page: 'home', go: '/' },
    { page: 'inbox', go: '/inbox' },
    { page: 'lists', go: '/lists' },
    { page: 'list', ...firstList },
    { page: 'rounds', go: '/rounds' },
    { page: 'round', go: '/rounds', find: { to: '/rounds/', says: /tổng kết/ } },
    { page: 'new-round', go: '/rounds/new' },
  ),
  ...seenBy(
    'quan.vanthu',
    { page: 'home', go: '/' },
    { page: 'inbox', go: '/inbox' },
    { page: 'lists', go: '/lists' },
  ),
  ...seenBy(
    'quan.tochuc',
    { page: 'home', go: '/' },
    { page: 'ceremonies', go: '/ceremonies' },
    { page: 'new-ceremony', go: '/ceremonies/new' },
  ),
];
