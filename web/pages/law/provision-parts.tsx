import type { Provision, provisionParts } from '#shared/domain/law/provision.ts';
import { Details } from '../../components/parts.tsx';
import { t, type Visit } from '../../visit.ts';
import { figureTopics, topicOf } from './figure-topics.ts';
import { ProvisionTable } from './provision-table.tsx';

interface PartProps {
  readonly visit: Visit;
  readonly parts: readonly (typeof provisionParts)[number][];
  readonly rows: readonly Provision[];
  readonly caption: string;
  readonly hiddenCaption?: boolean;
  readonly settable?: boolean;
}

/** The rows of these parts, if there are any. */
export function PartTable({ visit, parts, rows, ...heading }: PartProps) {
  const own = rows.filter(({ part }) => parts.includes(part));
  return own.length === 0 ? null : <ProvisionTable visit={visit} {...heading} rows={own} />;
}

/** Figures under their headings. */
export function FigureTopics({
  visit,
  rows,
  folded = false,
  settable = false,
}: {
  visit: Visit;
  rows: readonly Provision[];
  /** Each heading opens on demand. */
  folded?: boolean;
  settable?: boolean;
}) {
  const byTopic = Map.groupBy(
    rows.filter(({ part }) => part === 'figure'),
    ({ code }) => topicOf(code),
  );
  return (
    <>
      {figureTopics.map((topic) => {
        const own = byTopic.get(topic) ?? [];
        if (own.length === 0) return null;
        const title = t(visit, `law.topic.${topic}`);
        const heading = { caption: title, hiddenCaption: folded, settable };
        const table = <ProvisionTable visit={visit} {...heading} rows={own} />;
        return folded ? <Details summary={`${title} (${String(own.length)})`}>{table}</Details> : table;
      })}
    </>
  );
}
