import { nobody, seenBy, type Stop, type Typed } from '../stop.ts';
import { figuresAfterwards } from './figures.ts';
import { lawStops } from './law.ts';

/** When the season is over: its results, the same in English, and a new nomination from its first page to its sending. */
const inEnglish = (as: string, ...pages: readonly (readonly [string, string])[]): Stop[] =>
  pages.map(([page, go]) => ({ as, page, go, language: 'en' as const }));

const results: readonly Stop[] = [
  ...seenBy(
    'quan.tochuc',
    { page: 'ceremonies', go: '/ceremonies' },
    { page: 'ceremony-delivered', go: '/ceremonies/{hoi-nghi-2020}' },
  ),
  ...seenBy('quan.canbo', { page: 'decision-issued', go: '/lists/{qd-gk}' }),
  ...seenBy(
    'sodau.canbo',
    { page: 'case-awarded', go: '/cases/{sodau-my}' },
    { page: 'model-approved', go: '/cases/{mh-truong-hoc}' },
    { page: 'mail', go: '/mailbox', open: true },
    { page: 'notices', go: '/notices' },
    { page: 'mail-choices', go: '/notices/choices' },
    { page: 'cases-filtered', go: '/cases?status=AWARDED' },
  ),
  ...seenBy(nobody, { page: 'followed-awarded', followed: { as: 'sodau.canbo', go: '/cases/{sodau-my}' } }),
];

const english: readonly Stop[] = [
  ...inEnglish(nobody, ['welcome', '/'], ['follow', '/follow']),
  {
    as: nobody,
    page: 'followed-awarded',
    followed: { as: 'sodau.canbo', go: '/cases/{sodau-my}' },
    language: 'en',
  },
  ...inEnglish(
    'sodau.canbo',
    ['home', '/'],
    ['inbox', '/inbox'],
    ['cases', '/cases'],
    ['case', '/cases/{sodau-my}'],
    ['model', '/cases/{mh-truong-hoc}'],
    ['lists', '/lists'],
    ['session', '/lists/{hop-sodau}'],
    ['letter', '/lists/{ttr-sodau}'],
    ['new-case', '/cases/new'],
    ['notices', '/notices'],
    ['round', '/rounds/{dot-12-2020}'],
  ),
  ...inEnglish(
    'quan.canbo',
    ['decision', '/lists/{qd-gk}'],
    ['rounds', '/rounds'],
    ['new-round', '/rounds/new'],
  ),
  ...inEnglish(
    'quan.tochuc',
    ['ceremony', '/ceremonies/{hoi-nghi-2020}'],
    ['new-ceremony', '/ceremonies/new'],
  ),
];

/** Of the round before Tết, which is still open. */
const chosen = { choice: '{dot-xuat-2021}.GK_HUYEN', kind: 'individual' };
const choose = (more: Typed = {}) => ({
  go: '/cases/new',
  send: { form: '/cases/new', typed: { ...chosen, ...more } },
});
const lookUp = (name: string, birthYear: string) => ({
  send: { form: '/cases/new', typed: { name, birthYear } },
});

const rolled: readonly Stop[] = [
  { as: nobody, page: 'honours', go: '/honours?year=2020' },
  { as: nobody, page: 'honours-of-a-ward', find: { to: '/honours/2020/', says: /Sở Dầu/ } },
  { as: nobody, page: 'honours-none', go: '/honours?year=2015' },
];

const newCases: readonly Stop[] = seenBy(
  'sodau.canbo',
  { page: 'new-1', go: '/cases/new' },
  { page: 'new-1-refused', send: { form: '/cases/new' }, answers: 422 },
  { page: 'new-2', ...choose() },
  { page: 'new-2-refused', ...lookUp('', ''), answers: 422 },
  { page: 'new-3-look-alikes', ...lookUp('Nguyễn Văn Hùng', '1966') },
  {
    page: 'new-3-refused',
    send: { form: '/cases/new', typed: { 'content.birthYear': '66' } },
    answers: 422,
  },
  { page: 'new-3-sealed', ...choose({ sealed: 'named' }) },
  { page: 'new-3-placeholder', ...choose({ sealed: 'placeholder' }) },
  { page: 'new-3-collective-2', ...choose({ kind: 'collective' }) },
  { page: 'new-3-collective', send: { form: '/cases/new', typed: { name: 'Tổ bảo vệ dân phố số 2' } } },
  { page: 'new-2-again', ...choose() },
  { page: 'new-3-nobody', ...lookUp('Trần Thị Hoa Ban', '1971') },
  {
    page: 'new-4-drafted',
    send: {
      form: '/cases/new',
      typed: { 'content.unit': 'Phường Sở Dầu', 'proposer.name': 'Hội LHPN phường Sở Dầu' },
    },
  },
  { page: 'new-4-check', find: { to: '/cases/', says: /Kiểm tra trước khi gửi/ } },
  { page: 'new-4-incomplete', send: { form: '/check', typed: { noSecrets: 'yes' } }, answers: 422 },
  { page: 'new-5-parts', find: { to: '/cases/', says: /Sửa hồ sơ/ } },
  { page: 'new-5-achievement', find: { to: '/cases/', says: /Thành tích/ } },
  {
    page: 'new-5-mended',
    send: {
      form: '/achievement',
      typed: {
        'content.achievementFrom.day': '1',
        'content.achievementFrom.month': '1',
        'content.achievementFrom.year': '2020',
        'content.achievementTo.day': '15',
        'content.achievementTo.month': '12',
        'content.achievementTo.year': '2020',
        'content.citation': 'Đã có thành tích bảo đảm an ninh trật tự dịp Tết Nguyên đán Tân Sửu 2021',
        'content.report': 'Vận động 40 hộ kinh doanh quanh chợ ký cam kết không đốt pháo.',
      },
      to: '?then=list',
    },
  },
  { page: 'new-6-check', find: { to: '/cases/', says: /Kiểm tra trước khi gửi/ } },
  { page: 'new-6-sent', send: { form: '/check', typed: { noSecrets: 'yes' } } },
  { page: 'new-7-receipt', find: { to: '/cases/', says: /Phiếu theo dõi/ } },
  { page: 'components', go: '/components', open: true },
);

const listRows = [
  'ỦY BAN NHÂN DÂN PHƯỜNG SỞ DẦU\t\t\t\t\t',
  'STT\tHọ và tên\tNăm sinh\t\tĐơn vị công tác\tNội dung khen\tGhi chú',
  '\t\tNam\tNữ\t\t\t',
  'I\tCÁ NHÂN\t\t\t\t\t',
  '1\tBà Phạm Thị Lụa\t\t1962\tTổ dân phố số 3\tĐã có thành tích xuất sắc\tđợt 2',
  '2\tÔng Nguyễn Văn Hùng\t1966\t\tTổ dân phố số 4\tĐã có thành tích xuất sắc\t',
  '3\tÔng Trịnh Văn Ba\tsáu mươi\t\t\tĐã có thành tích xuất sắc\t',
  'II\tHỘ GIA ĐÌNH\t\t\t\t\t',
  '4\tHộ gia đình ông Đặng Văn Tư\t\t\tTổ dân phố số 5\tĐã có thành tích xuất sắc\t',
].join('\n');

const broughtIn: readonly Stop[] = seenBy(
  'sodau.canbo',
  { page: 'import', go: '/cases/import', open: true },
  { page: 'import-refused', send: { form: '/import/check' }, answers: 422 },
  {
    page: 'import-preview',
    send: { form: '/import/check', typed: { ...chosen, proposer: 'UBND phường Sở Dầu', rows: listRows } },
  },
  { page: 'import-done', send: { form: '/cases/import' } },
  { page: 'drafts', go: '/cases/drafts' },
  { page: 'import-earlier', go: '/cases/import/earlier' },
  { page: 'import-earlier-rows', find: { to: '/cases/import/earlier/' } },
);

const refusedForms: readonly Stop[] = [
  ...seenBy(
    'sodau.canbo',
    { page: 'new-model-refused', go: '/models/new', send: { form: '/models/new' }, answers: 422 },
    { page: 'start-letter-refused', go: '/lists', send: { form: '/lists/start/letter' }, answers: 422 },
    { page: 'start-session-refused', go: '/lists', send: { form: '/lists/start/session' }, answers: 422 },
  ),
  ...seenBy('quan.canbo', {
    page: 'new-round-refused',
    go: '/rounds/new',
    send: { form: '/rounds/new', typed: { 'opensOn.day': '31', 'opensOn.month': '2' } },
    answers: 422,
  }),
];

const signIn: readonly Stop[] = [
  { as: nobody, page: 'sign-in-unfolded', go: '/sign-in', open: true },
  {
    as: nobody,
    page: 'sign-in-wrong',
    send: { form: 'interaction/*', typed: { username: 'sodau.canbo', password: 'không nhớ' } },
    answers: 422,
  },
];

export const afterwards: readonly Stop[] = [
  ...results,
  ...lawStops,
  ...figuresAfterwards,
  ...english,
  ...rolled,
  ...newCases,
  ...broughtIn,
  ...refusedForms,
  ...signIn,
];
