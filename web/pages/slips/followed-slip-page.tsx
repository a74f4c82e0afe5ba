import type { FollowedSlip } from '#shared/use-cases/slips/slip-views.ts';
import { Layout } from '../../components/layout.tsx';
import { SummaryList, Tag } from '../../components/parts.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { t, type Visit } from '../../visit.ts';

const colours = { received: 'blue', taken: 'green', notTaken: 'grey' } as const;

/** How a slip stands, for whoever has its code: no name, nothing that was written. */
export function FollowedSlipPage({ visit, slip }: { visit: Visit; slip: FollowedSlip }) {
  const { standing, refusal, organisation, publicCode } = slip;
  const link = `${visit.publicUrl}/follow/${publicCode}`;
  const reason =
    refusal === undefined ? t(visit, 'slipFollow.roundOver') : t(visit, `slipRefusal.${refusal}`);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'slipFollow.title', { code: publicCode })}
      caption={organisation}
      back={{ href: '/follow', label: t(visit, 'follow.other') }}
    >
      <div class="vd-stand">
        <p class="govuk-body">
          <Tag colour={colours[standing]}>{t(visit, `slipFollow.${standing}`)}</Tag>{' '}
          {t(visit, `slipFollow.said.${standing}`, { organisation })}
        </p>
      </div>
      <div class="vd-slip">
        <QrCode text={link} label={t(visit, 'slipFollow.qr')} />
        <div>
          <SummaryList
            lines={[
              { key: t(visit, 'slipFollow.code'), value: <strong>{publicCode}</strong> },
              { key: t(visit, 'slipFollow.reason'), value: standing === 'notTaken' ? reason : '' },
              { key: t(visit, 'slipFollow.round'), value: slip.round },
              { key: t(visit, 'slipFollow.office'), value: organisation },
              { key: t(visit, 'slipFollow.receivedOn'), value: formatted(slip.receivedOn) },
            ]}
          />
          <p class="govuk-body">{t(visit, 'slipFollow.again')}</p>
          <p class="govuk-body vd-link">{link}</p>
        </div>
      </div>
    </Layout>
  );
}
