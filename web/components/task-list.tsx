import { t, type Visit } from '../visit.ts';
import { Tag, type TagColour } from './parts.tsx';

const colours = {
  done: 'green',
  partly: 'yellow',
  toDo: 'grey',
  optional: 'grey',
  ready: 'blue',
  notYet: 'grey',
} as const satisfies Record<string, TagColour>;

export interface Task {
  readonly href: string;
  readonly title: string;
  /** What it is about, or how far it is. */
  readonly said: string;
  /** Absent where the reader may not know. */
  readonly state?: keyof typeof colours | undefined;
}

/** What is to be done, in order, each on a page of its own; left at any time and taken up again. */
export function TaskList({ visit, tasks }: { visit: Visit; tasks: readonly Task[] }) {
  return (
    <ol class="govuk-list vd-tasks">
      {tasks.map(({ href, title, said, state }, index) => (
        <li class="vd-tasks__task">
          <div>
            <a class="govuk-link" href={href}>
              {`${index + 1}. ${title}`}
            </a>
            <span class="govuk-hint vd-tasks__said">{said}</span>
          </div>
          {state !== undefined && <Tag colour={colours[state]}>{t(visit, `task.${state}`)}</Tag>}
        </li>
      ))}
    </ol>
  );
}
