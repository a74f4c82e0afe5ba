import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Layout } from '../../components/layout.tsx';
import { Section, SummaryList } from '../../components/parts.tsx';
import { Proof } from '../../components/proof.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { inLanguage, t, type OwnVisit } from '../../visit.ts';
import { RouteList } from './route-list.tsx';

/** Anybody who has its code may ask where it stands: once it was sent, and never of a sealed one. */
export const mayFollow = ({ submittedOn, sealedNumber }: CaseView): boolean =>
  submittedOn !== undefined && sealedNumber === undefined;

/** What whoever proposed takes home: the code to follow the case by, what happens next, and by when. Made to be printed. */
export function ReceiptPage({ visit, view }: { visit: OwnVisit; view: CaseView }) {
  const follow = `${visit.publicUrl}/follow/${view.publicCode}`;
  const received = view.routeFrozenOn;
  return (
    <Layout
      visit={visit}
      title={t(visit, received === undefined ? 'receipt.sent' : 'receipt.received')}
      caption={view.enteredBy.name}
      back={{ href: `/cases/${view.id}`, label: t(visit, 'case.back') }}
    >
      <div class="vd-slip">
        <QrCode text={follow} label={t(visit, 'receipt.qr')} />
        <div>
          <SummaryList
            lines={[
              { key: t(visit, 'fact.code'), value: <strong>{view.publicCode}</strong> },
              { key: t(visit, 'col.subject'), value: nameText(visit, view.label) },
              {
                key: t(visit, 'fact.form'),
                value: view.form === undefined ? '' : inLanguage(visit, view.form.name),
              },
              { key: t(visit, 'fact.submittedOn'), value: formatted(view.submittedOn) },
              { key: t(visit, 'receipt.receivedOn'), value: formatted(received) },
              { key: t(visit, 'receipt.resultBy'), value: formatted(view.time.clock?.dueOn) },
            ]}
          />
          <p class="govuk-body">{t(visit, 'receipt.how')}</p>
          <p class="govuk-body vd-link">{follow}</p>
        </div>
      </div>
      <Section title={t(visit, 'receipt.next')}>
        <RouteList visit={visit} steps={view.route} standing={view.standing} unasked={view.unasked} />
      </Section>
      <Proof visit={visit} proof={view.proof} name={view.publicCode} />
    </Layout>
  );
}
