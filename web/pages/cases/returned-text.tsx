import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { ZaloText } from '../../components/zalo-text.tsx';
import type { Visit } from '../../visit.ts';
import { whereItStands } from './where-it-stands.ts';

/** A case that came back: what to tell whoever should mend it. Of a sealed one nobody is told. */
export function ReturnedText({ visit, view }: { visit: Visit; view: CaseView }) {
  const { standing, status, sealedNumber } = view;
  const returned = standing === 'supplement' || status === 'INELIGIBLE' || status === 'NOT_AWARDED';
  if (!returned || sealedNumber !== undefined) return null;
  const line = whereItStands(visit, view);
  return <ZaloText visit={visit} id="zalo" line={line} path={`/cases/${view.id}`} code={view.publicCode} />;
}
