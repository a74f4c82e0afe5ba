import type { Provision } from '#shared/domain/law/provision.ts';
import { figureTitle, settableKey } from './figure-title.ts';
import { writtenSetting } from '#shared/domain/law/setting-text.ts';
import { law } from '#shared/regimes/shipped.ts';
import { Tag } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { isTextKey } from '../../texts/text.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';

/** What stands for a code that a figure may choose: a form, a field, a kind of day or of commendation. */
export function choiceText(visit: Visit, code: string): string {
  const form = law.form(code);
  if (form !== undefined) return inLanguage(visit, form.name);
  const key = [`law.choice.${code}`, `content.${code}`, `past.type.${code}`].find(isTextKey);
  return key === undefined || !isTextKey(key) ? code : t(visit, key);
}

/** A figure's value with its unit, a text or day a line. */
export function figureText(visit: Visit, kind: string, value: Parameters<typeof writtenSetting>[1]): string {
  if (kind === 'choice' && typeof value === 'string') return choiceText(visit, value);
  if (Array.isArray(value)) return value.map((one) => choiceText(visit, one)).join('\n');
  const { value: said, work } = writtenSetting({ kind }, value);
  const unit = `law.unit.${kind}`;
  if (isTextKey(unit)) return t(visit, unit, { value: said });
  return work === '' ? said : [said, t(visit, 'law.madeUp'), work].join('\n');
}

const formNames = (visit: Visit, codes: readonly string[]): string =>
  codes.map((code) => inLanguage(visit, law.form(code)?.name ?? { vi: code, en: code })).join(', ');

/** What a row says, in lines. */
export function saidBy(visit: Visit, one: Provision): string {
  switch (one.part) {
    case 'regime':
    case 'era':
      return '';
    case 'form':
      return [
        t(visit, 'law.decidedBy', { authority: inLanguage(visit, one.value.authority) }),
        t(visit, 'law.forWhom', {
          kinds: one.value.subjectKinds.map((kind) => m(visit, 'subjectKind', kind)).join(', '),
        }),
      ].join('\n');
    case 'way':
      return [
        ...(one.value.forms.length === 0
          ? []
          : [t(visit, 'law.forForms', { forms: formNames(visit, one.value.forms) })]),
        ...(one.value.lane ? [t(visit, `lane.${one.value.lane}`)] : []),
        ...one.value.steps.map(({ title }, place) => `${String(place + 1)}. ${inLanguage(visit, title)}`),
      ].join('\n');
    case 'paper':
      return t(visit, 'law.forForms', { forms: formNames(visit, one.value.forms) });
    case 'figure':
      return figureText(visit, one.kind, one.value);
    case 'ground':
      return t(visit, `law.severity.${one.value.severity}`);
  }
}

export const titleOf = (visit: Visit, one: Provision): string =>
  one.part === 'figure'
    ? figureTitle(visit, one.code)
    : one.part === 'ground'
      ? `${one.code} – ${inLanguage(visit, one.title)}`
      : inLanguage(visit, one.title);

export function spanText(
  visit: Visit,
  { validFrom, validTo }: Pick<Provision, 'validFrom' | 'validTo'>,
): string {
  const from = formatted(validFrom);
  return validTo === undefined
    ? t(visit, 'law.span', { from })
    : t(visit, 'law.spanTo', { from, to: formatted(validTo) });
}

const linesOf = (text: string) => (text === '' ? '' : <span class="vd-lines">{text}</span>);

/** How sure a row is, and whether an office set it. */
export function ConfidenceTags({
  visit,
  of: { confidence, own },
}: {
  visit: Visit;
  of: Pick<Provision, 'confidence' | 'own'>;
}) {
  return (
    <>
      {own && <Tag colour="blue">{t(visit, 'law.own')}</Tag>}
      {confidence === 'confirmed' ? (
        <Tag colour="green">{t(visit, 'law.confidence.confirmed')}</Tag>
      ) : (
        <>
          <Tag colour="yellow">{t(visit, 'law.notConfirmed')}</Tag>{' '}
          <span class="govuk-body-s">{t(visit, `law.known.${confidence}`)}</span>
        </>
      )}
    </>
  );
}

function SetLink({ visit, of }: { visit: Visit; of: Provision }) {
  const key = settableKey(of);
  if (key === undefined) return null;
  return (
    <>
      <br />
      <a class="govuk-link govuk-body-s" href={`/law/settings/new?figure=${encodeURIComponent(key)}`}>
        {t(visit, 'settings.setOwn')}
      </a>
    </>
  );
}

export function ProvisionTable({
  visit,
  caption,
  hiddenCaption = false,
  settable = false,
  rows,
}: {
  visit: Visit;
  caption: string;
  hiddenCaption?: boolean;
  /** Leads to where an office sets its own. */
  settable?: boolean;
  rows: readonly Provision[];
}) {
  return (
    <Table<Provision>
      caption={caption}
      hiddenCaption={hiddenCaption}
      rows={rows}
      columns={[
        { head: t(visit, 'law.what'), cell: (one) => titleOf(visit, one) },
        { head: t(visit, 'law.says'), cell: (one) => linesOf(saidBy(visit, one)) },
        { head: t(visit, 'law.from'), cell: (one) => spanText(visit, one) },
        { head: t(visit, 'law.source'), cell: ({ citation }) => citation },
        {
          head: t(visit, 'law.sureness'),
          cell: (one) => (
            <>
              <ConfidenceTags visit={visit} of={one} />
              {settable && <SetLink visit={visit} of={one} />}
            </>
          ),
        },
      ]}
    />
  );
}
