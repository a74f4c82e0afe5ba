import type { ApiRoute } from '#shared/http/route.ts';

type Load = () => Promise<readonly ApiRoute[]>;

const caseGroup: Load = async () => {
  const [{ caseRoutes }, { fileRoutes }, { earlierAwardsRoute }] = await Promise.all([
    import('#shared/http/case-routes.ts'),
    import('#shared/http/file-routes.ts'),
    import('#shared/http/past-routes.ts'),
  ]);
  return [...caseRoutes, earlierAwardsRoute, ...fileRoutes];
};
const listGroup: Load = async () => {
  const [{ listRoutes }, { fileRoutes }] = await Promise.all([
    import('#shared/http/list-routes.ts'),
    import('#shared/http/file-routes.ts'),
  ]);
  return [...listRoutes, ...fileRoutes];
};
const fileGroup: Load = async () => (await import('#shared/http/file-routes.ts')).fileRoutes;
const ceremonyGroup: Load = async () => (await import('#shared/http/ceremony-routes.ts')).ceremonyRoutes;
const directoryGroup: Load = async () => (await import('#shared/http/directory-routes.ts')).directoryRoutes;
const setupGroup: Load = async () => (await import('#shared/http/setup-routes.ts')).setupRoutes;
/** Addresses that both begin. */
const organisationGroup: Load = async () => [...(await directoryGroup()), ...(await setupGroup())];
const followGroup: Load = async () => (await import('#shared/http/follow-routes.ts')).followRoutes;
const noticeGroup: Load = async () => (await import('#shared/http/notice-routes.ts')).noticeRoutes;
const peopleGroup: Load = async () => (await import('#shared/http/people-routes.ts')).peopleRoutes;
const rootGroup: Load = async () => (await import('#shared/http/daily-root-routes.ts')).dailyRootRoutes;
const timeGroup: Load = async () => (await import('#shared/http/time-routes.ts')).timeRoutes;
const figureGroup: Load = async () => (await import('#shared/http/figure-routes.ts')).figureRoutes;
const fundGroup: Load = async () => (await import('#shared/http/fund-routes.ts')).fundRoutes;
const slipGroup: Load = async () => (await import('#shared/http/slip-routes.ts')).slipRoutes;
const pastGroup: Load = async () => (await import('#shared/http/past-routes.ts')).pastRoutes;
const roundGroup: Load = async () => (await import('#shared/http/round-routes.ts')).roundRoutes;

/**
 * The rows of `allApiRoutes` under each first word behind /api, at least those; a test compares. What describes the whole
 * API is in no group: it needs them all.
 */
export const routeGroups: Readonly<Record<string, Load>> = {
  nominations: caseGroup,
  'model-proposals': caseGroup,
  cases: caseGroup,
  letters: listGroup,
  sessions: listGroup,
  decisions: listGroup,
  lists: listGroup,
  files: fileGroup,
  ceremonies: ceremonyGroup,
  me: directoryGroup,
  organisations: organisationGroup,
  office: setupGroup,
  'award-forms': directoryGroup,
  subjects: directoryGroup,
  follow: followGroup,
  inbox: noticeGroup,
  notices: noticeGroup,
  people: async () => [...(await peopleGroup()), ...(await setupGroup())],
  'daily-roots': rootGroup,
  'past-decisions': pastGroup,
  slips: slipGroup,
  rounds: roundGroup,
  funds: fundGroup,
  'at-risk': timeGroup,
  figures: figureGroup,
  law: async () => (await import('#shared/http/law-routes.ts')).lawRoutes,
};

/** For any other address: the description, and refusals that say which addresses there are. */
export const allRoutes: Load = async () => (await import('#shared/http/api-routes.ts')).allApiRoutes;
