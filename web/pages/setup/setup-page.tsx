import type { DirectoryView } from '#shared/use-cases/directory/directory-view.ts';
import type { Round } from '#shared/domain/round.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import { holdsOn, type Role } from '#shared/domain/directory.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/parts.tsx';
import { TaskList, type Task } from '../../components/task-list.tsx';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';

interface SetupProps {
  readonly visit: OwnVisit;
  readonly view: DirectoryView;
  readonly rounds: readonly Round[];
  /** Other offices whose directory the reader keeps. */
  readonly others: readonly OrganisationName[];
}

/** What is to be done before the first case, and how far it is. */
export function SetupPage({ visit, view, rounds, others }: SetupProps) {
  const { organisation } = view;
  return (
    <Layout visit={visit} title={t(visit, 'setup.title')} caption={organisation.shortName}>
      <p class="govuk-body">{t(visit, 'setup.explained')}</p>
      <TaskList visit={visit} tasks={tasksOf(visit, view, rounds)} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/setup/${organisation.id}/register`}>
          {t(visit, 'setup.register')}
        </a>
      </p>
      {others.length > 0 && (
        <Section title={t(visit, 'setup.otherOffice')}>
          <ul class="govuk-list govuk-list--bullet">
            {others.map(({ id, shortName }) => (
              <li>
                <a class="govuk-link" href={`/setup/${id}`}>
                  {shortName}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  );
}

function tasksOf(visit: Visit, view: DirectoryView, rounds: readonly Round[]): Task[] {
  const { organisation, kept, councils, people } = view;
  const at = `/setup/${organisation.id}`;
  const [council] = councils;
  const own = rounds.filter(({ owner }) => owner === organisation.id);
  return [
    {
      href: `${at}/organisations`,
      title: t(visit, 'setup.task.organisation'),
      said: t(visit, 'setup.said.organisation', { name: organisation.shortName, count: kept.length }),
      state: 'done',
    },
    peopleTask(visit, view, at),
    {
      href: `${at}/council`,
      title: t(visit, 'setup.task.council'),
      said:
        council?.name ??
        t(visit, holdsAny(visit, people, 'secretary') ? 'setup.said.noCouncil' : 'setup.said.noSecretary'),
      state: council === undefined ? 'toDo' : 'done',
    },
    {
      href: own.length === 0 ? '/rounds/new' : '/rounds',
      title: t(visit, 'setup.task.round'),
      said: own[0]?.name ?? t(visit, 'setup.said.noRound'),
      state: own.length === 0 ? 'toDo' : 'done',
    },
  ];
}

const holdsAny = (visit: Visit, people: DirectoryView['people'], role: Role): boolean =>
  people.some(({ posts }) => posts.some((post) => post.role === role && holdsOn(post, visit.today)));

/** Without these no case goes from entering to a number on its paper. */
const needed: readonly Role[] = ['officer', 'secretary', 'leader', 'clerk'];

function peopleTask(visit: Visit, { people }: DirectoryView, at: string): Task {
  const missing = needed.filter((role) => !holdsAny(visit, people, role));
  const waiting = people.filter(({ account }) => account !== undefined && account !== 'active').length;
  const elsewhere = people.every(({ account }) => account === undefined);
  const counted = t(visit, elsewhere ? 'setup.said.peopleElsewhere' : 'setup.said.people', {
    count: people.length,
    waiting,
  });
  const roles = missing.map((role) => m(visit, 'role', role)).join(', ');
  const lacking = missing.length === 0 ? [] : [t(visit, 'setup.said.missing', { roles })];
  return {
    href: `${at}/people`,
    title: t(visit, 'setup.task.people'),
    said: [counted, ...lacking].join('; '),
    state: missing.length === needed.length ? 'toDo' : missing.length + waiting > 0 ? 'partly' : 'done',
  };
}
