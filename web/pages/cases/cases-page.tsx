import { caseStatuses, standingOf, type Case, type CaseStatus } from '#shared/domain/case.ts';
import type { OrganisationId } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { law } from '#shared/regimes/shipped.ts';
import { Fields } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { LinkButton } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { nameText, StandingTag } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import { holdsRole, ownOffices } from '../../own-offices.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly organisation: OrganisationId | undefined;
  readonly status: CaseStatus | undefined;
  /** Discarded drafts are listed, too. */
  readonly discarded: boolean;
  readonly cases: readonly Case[];
  readonly cursor?: string;
}

/** Cases that the reader typed, or that one of the reader's organisations entered. */
export function CasesPage({ visit, organisation, status, discarded, cases, cursor }: Props) {
  // One's own are never sifted by status: the form must not say that they were.
  const shown = organisation === undefined ? undefined : status;
  return (
    <Layout visit={visit} title={t(visit, 'cases.title')}>
      {holdsRole(visit, officeRules.nominate.roles) && (
        <div class="govuk-button-group">
          <LinkButton href="/cases/new">{t(visit, 'home.nominate')}</LinkButton>
          <LinkButton href="/cases/import" secondary>
            {t(visit, 'imports.title')}
          </LinkButton>
          <LinkButton href="/cases/drafts" secondary>
            {t(visit, 'drafts.title')}
          </LinkButton>
          <LinkButton href="/models/new" secondary>
            {t(visit, 'home.proposeModel')}
          </LinkButton>
        </div>
      )}
      <form method="get" action="/cases">
        <Fields visit={visit} form="filter" fields={filterFields(visit, organisation, shown)} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {t(visit, 'form.filter')}
        </button>
      </form>
      {cases.length === 0 ? (
        <p class="govuk-body">{t(visit, 'cases.none')}</p>
      ) : (
        <CaseTable visit={visit} cases={cases} />
      )}
      {organisation === undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={hrefOf({ discarded: !discarded })}>
            {t(visit, discarded ? 'cases.withoutDiscarded' : 'cases.withDiscarded')}
          </a>
        </p>
      )}
      {cursor !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={hrefOf({ organisation, status, discarded, cursor })} rel="next">
            {t(visit, 'cases.more')}
          </a>
        </p>
      )}
    </Layout>
  );
}

export function CaseTable({ visit, cases }: { visit: OwnVisit; cases: readonly Case[] }) {
  return (
    <Table<Case>
      caption={t(visit, 'cases.caption')}
      hiddenCaption
      rows={cases}
      columns={[
        {
          head: t(visit, 'col.subject'),
          cell: (subject) => (
            <a class="govuk-link" href={`/cases/${subject.id}`}>
              {nameText(visit, { ...subject.label, sealedNumber: subject.sealed?.number })}
            </a>
          ),
        },
        { head: t(visit, 'col.unit'), cell: (subject) => subject.label.unit },
        { head: t(visit, 'col.form'), cell: (subject) => formText(visit, subject) },
        {
          head: t(visit, 'col.standing'),
          cell: (subject) => <StandingTag visit={visit} of={{ ...subject, standing: standingOf(subject) }} />,
        },
        { head: t(visit, 'col.submitted'), cell: (subject) => formatted(subject.submittedOn) },
      ]}
    />
  );
}

export function formText(visit: OwnVisit, subject: Case): string {
  if (subject.kind === 'modelProposal') return t(visit, 'kind.modelProposal');
  const form = law.formOn(subject.form ?? '', subject.submittedOn ?? visit.today);
  return form === undefined ? '' : inLanguage(visit, form.name);
}

function filterFields(
  visit: OwnVisit,
  organisation: string | undefined,
  status: string | undefined,
): Field[] {
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'cases.whose'),
      blank: t(visit, 'cases.mine'),
      options: ownOffices(visit).map((office) => ({ value: office.id, label: office.shortName })),
      value: organisation ?? '',
    },
    {
      kind: 'select',
      name: 'status',
      label: t(visit, 'cases.status'),
      hint: t(visit, 'cases.statusHint'),
      blank: t(visit, 'form.all'),
      options: caseStatuses.map((value) => ({ value, label: m(visit, 'status', value) })),
      value: status ?? '',
    },
  ];
}

function hrefOf({
  discarded,
  ...others
}: { readonly discarded: boolean } & Partial<
  Record<'organisation' | 'status' | 'cursor', string | undefined>
>): string {
  const query = new URLSearchParams();
  if (discarded) query.set('discarded', 'true');
  for (const [name, value] of Object.entries(others)) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text === '' ? '/cases' : `/cases?${text}`;
}
