import type { PrintedProof } from '#shared/use-cases/views/printed-proof.ts';
import { t, type Visit } from '../visit.ts';
import { Section, SummaryList } from './parts.tsx';
import { formatted } from './refusal-text.ts';

interface Props {
  readonly visit: Visit;
  readonly proof: Omit<PrintedProof, 'record'>;
  /** What the record is called on paper: its public code, else itself. */
  readonly name: string;
}

/** Codes to keep on paper: from them anybody can later have it checked that the history was not changed. */
export function Proof({ visit, proof, name }: Props) {
  const { entries, code, root } = proof;
  return (
    <div class="vd-proof">
      <Section title={t(visit, 'proof.title')}>
        <p class="govuk-body">{t(visit, 'proof.why')}</p>
        <SummaryList
          lines={[
            { key: t(visit, 'proof.record'), value: <code>{name}</code> },
            { key: t(visit, 'proof.head', { entries }), value: <code>{code}</code> },
            {
              key: root === undefined ? '' : t(visit, 'proof.root', { day: formatted(root.through) }),
              value: root === undefined ? '' : <code>{root.code}</code>,
            },
          ]}
        />
      </Section>
    </div>
  );
}
