import type { PageGroup } from '#web/visit.ts';

type Load = () => Promise<readonly PageGroup[]>;

const caseGroup: Load = async () => {
  const [{ newCasePages }, { importPages }, { casePages }] = await Promise.all([
    import('#web/pages/cases/new-routes.tsx'),
    import('#web/pages/imports/routes.tsx'),
    import('#web/pages/cases/routes.tsx'),
  ]);
  return [newCasePages, importPages, casePages];
};
const openGroup: Load = async () => [(await import('#web/pages/open-routes.tsx')).openPages];
const honourGroup: Load = async () => [(await import('#web/pages/honours/routes.tsx')).honourPages];
const proposeGroup: Load = async () => [(await import('#web/pages/slips/propose-routes.tsx')).proposePages];
const slipGroup: Load = async () => [(await import('#web/pages/slips/routes.tsx')).slipPages];
const deskGroup: Load = async () => {
  const [{ deskPages }, { mailChoicePages }] = await Promise.all([
    import('#web/pages/desk/routes.tsx'),
    import('#web/pages/mails/routes.tsx'),
  ]);
  return [deskPages, mailChoicePages];
};
const typingGroup: Load = async () => [(await import('#web/pages/typing-routes.ts')).typingPages];
const timeGroup: Load = async () => [(await import('#web/pages/time/routes.tsx')).timePages];
const figureGroup: Load = async () => [(await import('#web/pages/figures/routes.tsx')).figurePages];
const searchGroup: Load = async () => [(await import('#web/pages/search/routes.tsx')).searchPages];
const listGroup: Load = async () => [(await import('#web/pages/lists/routes.tsx')).listPages];
const moneyGroup: Load = async () => [(await import('#web/pages/money/routes.tsx')).moneyPages];
const officeGroup: Load = async () => {
  const [{ tablePages }, { officePages }] = await Promise.all([
    import('#web/pages/table/routes.tsx'),
    import('#web/pages/offices/routes.tsx'),
  ]);
  return [tablePages, officePages];
};
const rootGroup: Load = async () => [(await import('#web/pages/daily-roots/routes.tsx')).dailyRootPages];
const lawGroup: Load = async () => [(await import('#web/pages/law/routes.tsx')).lawPages];
const ceremonyGroup: Load = async () => [(await import('#web/pages/ceremonies/routes.tsx')).ceremonyPages];
const pastGroup: Load = async () => [(await import('#web/pages/past/routes.tsx')).pastPages];
const setupGroup: Load = async () => {
  const [{ setupPages }, { peoplePages }] = await Promise.all([
    import('#web/pages/setup/routes.tsx'),
    import('#web/pages/setup/people-routes.tsx'),
  ]);
  return [setupPages, peoplePages];
};

/** Which of `allPages` answer under each first word of a path; a test compares. There is no demo on AWS. */
export const pageGroups: Readonly<Record<string, Load>> = {
  '': openGroup,
  follow: openGroup,
  honours: honourGroup,
  propose: proposeGroup,
  slips: slipGroup,
  inbox: deskGroup,
  notices: deskGroup,
  typing: typingGroup,
  'at-risk': timeGroup,
  figures: figureGroup,
  search: searchGroup,
  cases: caseGroup,
  models: caseGroup,
  files: caseGroup,
  lists: listGroup,
  rounds: officeGroup,
  funds: moneyGroup,
  ceremonies: ceremonyGroup,
  'past-decisions': pastGroup,
  setup: setupGroup,
  'daily-roots': rootGroup,
  law: lawGroup,
};
