import { say } from '#shared/messages/say.ts';
import { t, type Visit } from '../visit.ts';
import { Details } from './parts.tsx';

interface Props {
  readonly visit: Visit;
  /** Of the field, unlike any other on the page. */
  readonly id: string;
  /** What is asked and by when, in words that name nobody. */
  readonly line: string;
  /** Path of the page that it is about. */
  readonly path: string;
  /** Of a case that may be followed. */
  readonly code?: string | undefined;
}

/** Zalo takes more, but nobody reads it. */
const longest = 300;

/** A short text to be sent by hand where people really talk: what is asked, by when, a link; never a name. */
function zaloText({ visit, line, path, code }: Omit<Props, 'id'>): string {
  const url = `${visit.publicUrl}${path}`;
  const said = say(visit.language, code === undefined ? 'zalo.notice' : 'zalo.case', { line, url, code });
  if (said.length <= longest) return said;
  const short = `${line.slice(0, Math.max(0, line.length - (said.length - longest) - 1))}…`;
  return say(visit.language, code === undefined ? 'zalo.notice' : 'zalo.case', { line: short, url, code });
}

/** Folded below what it is about; the button is there where a script can copy. */
export function ZaloText({ id, ...about }: Props) {
  const { visit } = about;
  return (
    <Details summary={t(visit, 'zalo.copyText')}>
      <label class="govuk-label" for={id}>
        {t(visit, 'zalo.label')}
      </label>
      <textarea class="govuk-textarea" id={id} rows={3} readonly>
        {zaloText(about)}
      </textarea>
      <button
        type="button"
        class="govuk-button govuk-button--secondary vd-needs-script"
        data-copy={`#${id}`}
        data-copied={t(visit, 'zalo.copied')}
      >
        {t(visit, 'zalo.copy')}
      </button>
    </Details>
  );
}
