import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { LinkButton } from '../../components/parts.tsx';
import { ownOffices } from '../../own-offices.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { starterOf } from '../lists/start-fields.ts';
import { wayToAsk, wayToList } from '../lists/start-for.ts';
import { mayLink } from './link-routes.tsx';
import { mayFollow } from './receipt-page.tsx';

/** A free case goes on by a list: where whoever keeps such lists starts one for it. */
function ListLink({ visit, view }: { visit: OwnVisit; view: CaseView }) {
  const { now } = view;
  if (view.standing !== 'free' || now === undefined) return null;
  const waiting = {
    organisation: now.organisation.id,
    stepKind: now.kind,
    case: view.id,
    caseKind: view.kind,
    sealed: view.sealedNumber !== undefined,
  };
  const way = now.kind === 'appraise' ? asking(waiting) : wayToList(waiting);
  const offices = way === undefined ? [] : ownOffices(visit, [starterOf[way.kind]]);
  const mayStart = view.standIn === true || offices.some(({ id }) => id === now.organisation.id);
  if (way === undefined || !mayStart) return null;
  return (
    <LinkButton href={way.href} secondary>
      {t(visit, `onward.${way.kind}`)}
    </LinkButton>
  );
}

const asking = (waiting: Parameters<typeof wayToAsk>[0]) =>
  ({ kind: 'opinionRequest', href: wayToAsk(waiting) }) as const;

/** Acts that have a page of their own. */
export function NextPages({ visit, view }: { visit: OwnVisit; view: CaseView }) {
  return (
    <div class="govuk-button-group">
      {view.allowed.includes('submit') && (
        <LinkButton href={`/cases/${view.id}/check`}>{t(visit, 'caseAct.submit')}</LinkButton>
      )}
      {view.allowed.includes('edit') && (
        <LinkButton href={`/cases/${view.id}/edit`} secondary>
          {t(visit, 'caseAct.edit')}
        </LinkButton>
      )}
      <ListLink visit={visit} view={view} />
      {view.kind === 'nomination' && view.endedOn === undefined && (
        <LinkButton href={`/cases/${view.id}/rules`} secondary>
          {t(visit, 'rules.open')}
        </LinkButton>
      )}
      {mayFollow(view) && (
        <LinkButton href={`/cases/${view.id}/receipt`} secondary>
          {t(visit, 'receipt.open')}
        </LinkButton>
      )}
      {mayLink(visit, view) && (
        <LinkButton href={`/cases/${view.id}/link`} secondary>
          {t(visit, 'linked.title')}
        </LinkButton>
      )}
    </div>
  );
}
