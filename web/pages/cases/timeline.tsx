import { explanationsIn } from '#shared/domain/law/explanation.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { TimelineEntry } from '#shared/use-cases/views/timeline-entry.ts';
import { Explained } from '../../components/explanations.tsx';
import { formatInstant, formatted } from '../../components/refusal-text.ts';
import { inLanguage, t, type Visit } from '../../visit.ts';
import { actMessage } from './act-fields.ts';

/** What has happened, newest first: act, when, by whom, and what was said. */
export function Timeline({ visit, entries }: { visit: Visit; entries: readonly TimelineEntry[] }) {
  return (
    <ol class="govuk-list" reversed>
      {[...entries].reverse().map((entry) => (
        <li>
          <strong>{actMessage(visit, entry.act, entry.facts)}</strong>
          <br />
          <span class="govuk-hint">
            {[when(entry.at), who(visit, entry)].filter((part) => part !== '').join(' – ')}
          </span>
          {[
            ...wordsOf(entry),
            ...documentOf(visit, entry),
            ...wayOf(visit, entry),
            ...slipOf(visit, entry),
          ].map((said) => (
            <p class="govuk-body vd-lines">{said}</p>
          ))}
          {explanationsIn({ details: entry.words ?? {} }).map((explanation) => (
            <Explained visit={visit} explanation={explanation} />
          ))}
          {entry.erased === true && <p class="govuk-hint">{t(visit, 'timeline.erased')}</p>}
        </li>
      ))}
    </ol>
  );
}

function when(at: string): string {
  const instant = instantSchema.safeParse(at);
  return instant.success ? formatInstant(instant.data) : '';
}

function who(visit: Visit, { by }: TimelineEntry): string {
  if (by === undefined) return t(visit, 'timeline.system');
  return [by.name, by.post, by.organisation].filter((part) => part !== '').join(', ');
}

const spoken = [
  'authority',
  'reason',
  'remark',
  'note',
  'document',
  'name',
  'otherAchievement',
  'question',
  'answer',
] as const;

const byPaper = ['NotAwardedOutside', 'Erased'];

/** The paper by which an authority outside said it, or words were erased. */
function documentOf(visit: Visit, { act, facts: { number, date } }: TimelineEntry): string[] {
  if (!byPaper.includes(act) || typeof number !== 'string' || typeof date !== 'string') return [];
  return [t(visit, 'timeline.document', { number, day: formatted(date) })];
}

/** That a resident proposed it. */
const slipOf = (visit: Visit, { act, facts: { slip } }: TimelineEntry): string[] =>
  act === 'Drafted' && typeof slip === 'string' ? [t(visit, 'timeline.slip')] : [];

/** That it goes on by another way than it was told, and by which it went. */
function wayOf(visit: Visit, { facts: { reroutedFrom } }: TimelineEntry): string[] {
  if (typeof reroutedFrom !== 'string') return [];
  const way = law.template(reroutedFrom)?.title ?? { vi: reroutedFrom, en: reroutedFrom };
  return [t(visit, 'timeline.rerouted', { from: inLanguage(visit, way) })];
}

/** Reasons and remarks; what was written about the case stands in its summary. */
function wordsOf({ words = {}, facts }: TimelineEntry): string[] {
  const said = spoken.map((name) => words[name]);
  return [...said, facts['article']].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}
