import { casePages } from './pages/cases/routes.tsx';
import { newCasePages } from './pages/cases/new-routes.tsx';
import { ceremonyPages } from './pages/ceremonies/routes.tsx';
import { dailyRootPages } from './pages/daily-roots/routes.tsx';
import { demoPages } from './pages/demo-routes.tsx';
import { deskPages } from './pages/desk/routes.tsx';
import { honourPages } from './pages/honours/routes.tsx';
import { importPages } from './pages/imports/routes.tsx';
import { figurePages } from './pages/figures/routes.tsx';
import { lawPages } from './pages/law/routes.tsx';
import { listPages } from './pages/lists/routes.tsx';
import { mailChoicePages } from './pages/mails/routes.tsx';
import { moneyPages } from './pages/money/routes.tsx';
import { officePages } from './pages/offices/routes.tsx';
import { openPages } from './pages/open-routes.tsx';
import { searchPages } from './pages/search/routes.tsx';
import { tablePages } from './pages/table/routes.tsx';
import { proposePages } from './pages/slips/propose-routes.tsx';
import { slipPages } from './pages/slips/routes.tsx';
import { timePages } from './pages/time/routes.tsx';
import { pastPages } from './pages/past/routes.tsx';
import { typingPages } from './pages/typing-routes.ts';
import { peoplePages } from './pages/setup/people-routes.tsx';
import { setupPages } from './pages/setup/routes.tsx';
import type { PageGroup } from './visit.ts';

/** Every page there is; what comes first is asked first. */
export const allPages: readonly PageGroup[] = [
  openPages,
  honourPages,
  proposePages,
  deskPages,
  mailChoicePages,
  typingPages,
  timePages,
  figurePages,
  searchPages,
  newCasePages,
  importPages,
  casePages,
  listPages,
  tablePages,
  officePages,
  moneyPages,
  ceremonyPages,
  pastPages,
  slipPages,
  setupPages,
  peoplePages,
  dailyRootPages,
  lawPages,
  demoPages,
];
