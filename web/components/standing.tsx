import { isDiscarded, type Case, type Standing } from '#shared/domain/case.ts';
import type { ListState } from '#shared/domain/list.ts';
import { m, t, type Visit } from '../visit.ts';
import { Tag, type TagColour } from './parts.tsx';

const standingColours: Record<Standing, TagColour> = {
  draft: 'grey',
  moving: 'blue',
  hold: 'purple',
  supplement: 'orange',
  inList: 'blue',
  free: 'yellow',
  ended: 'grey',
};

const endColours: Partial<Record<Case['status'], TagColour>> = {
  AWARDED: 'green',
  APPROVED: 'green',
  INELIGIBLE: 'red',
  NOT_AWARDED: 'red',
  NOT_APPROVED: 'red',
};

/** An end in its own words, every other standing as where the case is. */
export function StandingTag({
  visit,
  of,
}: {
  visit: Visit;
  of: {
    readonly standing: Standing;
    readonly status: Case['status'];
    readonly submittedOn?: string | undefined;
  };
}) {
  const { standing, status } = of;
  if (isDiscarded(of)) return <Tag colour="grey">{t(visit, 'stand.discarded')}</Tag>;
  if (standing === 'ended')
    return <Tag colour={endColours[status] ?? 'grey'}>{m(visit, 'status', status)}</Tag>;
  return <Tag colour={standingColours[standing]}>{m(visit, 'standing', standing)}</Tag>;
}

const stateColours: Record<ListState, TagColour> = {
  GATHERING: 'yellow',
  CLOSED: 'blue',
  SIGNED: 'purple',
  ISSUED: 'green',
};

export function StateTag({ visit, state, kind }: { visit: Visit; state: ListState; kind: string }) {
  const ended = kind === 'session' && state === 'SIGNED';
  return (
    <Tag colour={ended ? 'green' : stateColours[state]}>
      {ended ? t(visit, 'list.sessionEnded') : m(visit, 'listState', state)}
    </Tag>
  );
}

interface Named {
  readonly name: string;
  readonly namesake: boolean;
  readonly birthYear?: number | undefined;
  readonly residentialGroup?: string | undefined;
  readonly sealedNumber?: number | undefined;
}

/** A name on any list: of a sealed case its number, of namesakes what tells them apart. */
export function nameText(visit: Visit, named: Named): string {
  if (named.sealedNumber !== undefined) {
    return m(visit, 'sealed', 'label', { number: String(named.sealedNumber).padStart(2, '0') });
  }
  if (named.name === '') return t(visit, 'name.none');
  if (!named.namesake) return named.name;
  const born = named.birthYear === undefined ? '' : t(visit, 'name.born', { year: named.birthYear });
  const apart = [born, named.residentialGroup ?? ''].filter((part) => part !== '');
  return apart.length === 0 ? named.name : `${named.name} (${apart.join(', ')})`;
}
