import type { FiguresView } from '#shared/use-cases/figures/figures-view.ts';
import { Fields } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section } from '../../components/parts.tsx';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { hrefOf, type Cell, type Figure } from './figure.ts';
import { Picture, type Bar } from './picture.tsx';
import { roundFigures } from './round-figures.ts';
import { awardFigures, paceFigure, riskFigure } from './year-figures.ts';

/** What an office may count, drawn and in tables. */
export function FiguresPage({ visit, view }: { visit: OwnVisit; view: FiguresView }) {
  const { office, round, year } = view;
  return (
    <Layout visit={visit} title={t(visit, 'figures.title')} caption={office.shortName}>
      <p class="govuk-body">{t(visit, 'figures.hint', { office: office.shortName })}</p>
      <form method="get" action="/figures" class="vd-figures__asked">
        <Fields visit={visit} form="figures" fields={askedFields(visit, view)} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {t(visit, 'figures.show')}
        </button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={fileOf(view)}>
          {t(visit, 'figures.fileOfAll')}
        </a>
      </p>
      {round === undefined ? (
        <p class="govuk-body">{t(visit, 'figures.none')}</p>
      ) : (
        <Section title={t(visit, 'figures.ofRoundTitle', { round: round.name })}>
          <Figures visit={visit} view={view} figures={roundFigures(visit, view)} />
          {view.nominations.places.length === 0 && <p class="govuk-body">{t(visit, 'figures.allDone')}</p>}
        </Section>
      )}
      <Section title={t(visit, 'figures.timeTitle')}>
        <Figures visit={visit} view={view} figures={[riskFigure(visit, view), paceFigure(visit, view)]} />
      </Section>
      <Section title={t(visit, 'figures.awardTitle', { year })}>
        {view.awards.total === 0 ? (
          <p class="govuk-body">{t(visit, 'figures.awardNone', { year })}</p>
        ) : (
          <Figures visit={visit} view={view} figures={awardFigures(visit, view)} />
        )}
      </Section>
    </Layout>
  );
}

const fileOf = ({ office, round, year }: FiguresView, figure?: string): string =>
  hrefOf('/figures/tables.xlsx', { office: office.id, round: round?.id, year, figure });

function askedFields(visit: Visit, { office, offices, round, rounds, year }: FiguresView): Field[] {
  const officeField: Field =
    offices.length < 2
      ? { kind: 'hidden', name: 'office', value: office.id }
      : {
          kind: 'select',
          name: 'office',
          label: t(visit, 'figures.office'),
          options: offices.map(({ id, shortName }) => ({ value: id, label: shortName })),
          value: office.id,
        };
  const years = Array.from({ length: 10 }, (_, back) => String(Number(visit.today.slice(0, 4)) - back));
  return [
    officeField,
    ...(round === undefined
      ? []
      : [
          {
            kind: 'select',
            name: 'round',
            label: t(visit, 'figures.round'),
            options: rounds.map(({ id, name, year: of }) => ({
              value: id,
              label: `${name} (${String(of)})`,
            })),
            value: round.id,
          } satisfies Field,
        ]),
    {
      kind: 'select',
      name: 'year',
      label: t(visit, 'figures.year'),
      options: [...new Set([...years, String(year)])].map((value) => ({ value, label: value })),
      value: String(year),
    },
  ];
}

const Figures = ({ figures, ...page }: { visit: Visit; view: FiguresView; figures: readonly Figure[] }) => (
  <>
    {figures.map((figure) => (
      <FigurePart {...page} figure={figure} />
    ))}
  </>
);

/** So many columns have room beside a picture, and on a phone. */
const narrowTable = 3;
/** A longer table opens on demand; a picture shows no more than the largest. */
const [shortTable, mostBars] = [12, 12];

interface PartProps {
  readonly visit: Visit;
  readonly figure: Figure;
  readonly view: FiguresView;
}

function FigurePart({ visit, figure, view }: PartProps) {
  const { id, title, hint, columns, rows, bars, series, none } = figure;
  const shown = bars.length > mostBars ? largest(bars) : bars;
  const table = <FigureTable figure={figure} />;
  return (
    <section class="vd-figure" id={id}>
      <h3 class="govuk-heading-s">{title}</h3>
      {hint !== undefined && <p class="govuk-hint">{hint}</p>}
      {rows.length === 0 ? (
        <p class="govuk-body">{none ?? t(visit, 'figures.empty')}</p>
      ) : (
        <div class={columns.length > narrowTable ? undefined : 'vd-figure__parts'}>
          <div>
            <Picture
              id={`picture-${id}`}
              title={title}
              bars={shown}
              series={series}
              told={toldOf(visit, shown, series)}
            />
            {shown.length < bars.length && (
              <p class="govuk-hint">
                {t(visit, 'figures.firstBars', { shown: shown.length, all: bars.length })}
              </p>
            )}
          </div>
          <div>
            {rows.length > shortTable ? (
              <Details summary={t(visit, 'figures.table', { count: rows.length })}>{table}</Details>
            ) : (
              table
            )}
            <p class="govuk-body">
              <a class="govuk-link" href={fileOf(view, id)}>
                {t(visit, 'figures.file')}
                <span class="govuk-visually-hidden">: {title}</span>
              </a>
            </p>
          </div>
        </div>
      )}
    </section>
  );
}

const largest = (bars: readonly Bar[]): readonly Bar[] =>
  bars.toSorted((one, other) => other.value - one.value).slice(0, mostBars);

function toldOf(
  visit: Visit,
  bars: readonly Bar[],
  [full, outlined]: readonly [string, string] = ['', ''],
): string {
  return bars
    .map(({ label, value, beside }) =>
      beside === undefined
        ? t(visit, 'figures.told', { label, value })
        : t(visit, 'figures.toldBeside', { label, value, beside, full, outlined }),
    )
    .join('; ');
}

function FigureTable({ figure: { title, columns, rows } }: { figure: Figure }) {
  return (
    <Table<readonly Cell[]>
      caption={title}
      hiddenCaption
      cards={columns.length > narrowTable}
      rows={rows}
      columns={columns.map(({ head, numeric = false }, place) => ({
        head,
        numeric,
        cell: (row) => <CellOf cell={row[place]} />,
      }))}
    />
  );
}

const CellOf = ({ cell }: { cell: Cell | undefined }) =>
  cell?.href === undefined ? (
    <>{cell?.text ?? ''}</>
  ) : (
    <a class="govuk-link" href={cell.href}>
      {cell.text}
    </a>
  );
