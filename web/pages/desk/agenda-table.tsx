import type { Agenda } from '#shared/use-cases/views/agendas.ts';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { t, type Visit } from '../../visit.ts';

/** Sessions that a member of the council is invited to, with the agenda to read beforehand. */
export function AgendaTable({ visit, agendas }: { visit: Visit; agendas: readonly Agenda[] }) {
  return (
    <Table<Agenda>
      caption={t(visit, 'home.ahead')}
      hiddenCaption
      rows={agendas}
      columns={[
        {
          head: t(visit, 'start.title.session'),
          cell: (agenda) => (
            <a class="govuk-link" href={`/lists/${agenda.id}`}>
              {agenda.title}
            </a>
          ),
        },
        { head: t(visit, 'start.council'), cell: (agenda) => agenda.council },
        { head: t(visit, 'start.heldOn'), cell: (agenda) => formatted(agenda.heldOn) },
        { head: t(visit, 'col.rows'), cell: (agenda) => agenda.rows },
      ]}
    />
  );
}
