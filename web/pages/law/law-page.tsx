import { officeRules } from '#shared/domain/permission.ts';
import type { CivilDate } from '#shared/domain/time.ts';
import type { LawOnDay } from '#shared/use-cases/law/law-views.ts';
import { Layout } from '../../components/layout.tsx';
import { Section, Warning } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { holdsRole } from '../../own-offices.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { AwardSheets } from './award-sheets.tsx';
import { ChangesTable } from './changes-table.tsx';
import { FigureTopics, PartTable } from './provision-parts.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly view: LawOnDay;
  readonly asked: Readonly<Record<'day' | 'beside', DayAsked>>;
}

/** What applies on a day: each award form with all that goes with it, then what is the same for all of them. */
export function LawPage({ visit, view, asked }: Props) {
  const { day, beside, changes, provisions, awards, restDaysWanted } = view;
  return (
    <Layout visit={visit} title={t(visit, 'law.title')}>
      <p class="govuk-body">{t(visit, 'law.explained', { day: formatted(day) })}</p>
      {restDaysWanted.map((year) => (
        <Warning visit={visit}>
          {t(visit, 'law.restDaysWanted', { year })}
          {holdsRole(visit, officeRules.proposeSetting.roles) && (
            <>
              {' '}
              <a class="govuk-link" href={`/law/settings/new?figure=restDays.${year}`}>
                {t(visit, 'law.enterRestDays')}
              </a>
            </>
          )}
        </Warning>
      ))}
      <DayPicker visit={visit} asked={asked} />
      <p class="govuk-body">
        <a class="govuk-link" href="/law/unconfirmed">
          {t(visit, 'law.unconfirmed')}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href="/law/settings">
          {t(visit, 'settings.title')}
        </a>
      </p>
      {beside !== undefined && changes !== undefined && (
        <ChangesTable visit={visit} changes={changes} days={{ was: beside, becomes: day }} />
      )}
      <Section title={t(visit, 'law.part.regime')}>
        <PartTable
          visit={visit}
          parts={['regime', 'era']}
          rows={provisions}
          caption={t(visit, 'law.regimes')}
          hiddenCaption
        />
      </Section>
      <AwardSheets visit={visit} sheets={awards} day={day} />
      <Section title={t(visit, 'law.part.figure')}>
        <FigureTopics visit={visit} rows={provisions} folded />
      </Section>
      <Section title={t(visit, 'law.part.ground')}>
        <PartTable
          visit={visit}
          parts={['ground']}
          rows={provisions}
          caption={t(visit, 'law.part.ground')}
          hiddenCaption
        />
      </Section>
    </Layout>
  );
}

/** As it was asked for: what is no day stands there again, marked. */
export interface DayAsked {
  readonly text: string;
  readonly day: CivilDate | undefined;
}

function DayPicker({ visit, asked }: { visit: Visit; asked: Props['asked'] }) {
  return (
    <form method="get" action="/law">
      {(['day', 'beside'] as const).map((name) => (
        <DayInput visit={visit} name={name} asked={asked[name]} />
      ))}
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t(visit, 'law.show')}
      </button>
    </form>
  );
}

function DayInput({ visit, name, asked }: { visit: Visit; name: 'day' | 'beside'; asked: DayAsked }) {
  const wrong = asked.text !== '' && asked.day === undefined;
  return (
    <div class={`govuk-form-group ${wrong ? 'govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={`law-${name}`}>
        {t(visit, `law.${name}`)}
      </label>
      <div id={`law-${name}-hint`} class="govuk-hint">
        {t(visit, 'law.dayHint')}
      </div>
      {wrong && (
        <p id={`law-${name}-error`} class="govuk-error-message">
          {t(visit, 'law.notADay')}
        </p>
      )}
      <input
        class={`govuk-input govuk-input--width-10 ${wrong ? 'govuk-input--error' : ''}`}
        id={`law-${name}`}
        name={name}
        value={asked.day === undefined ? asked.text : formatted(asked.day)}
        inputmode="numeric"
        aria-describedby={`law-${name}-hint${wrong ? ` law-${name}-error` : ''}`}
      />
    </div>
  );
}
