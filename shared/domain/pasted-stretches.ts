import { pastedDay } from './pasted-days.ts';
import type { CivilDate } from './time.ts';

/** What one line says, before its days are known to be days. */
interface WrittenTimes {
  readonly from?: string;
  readonly to?: string;
}

const goesOn = /^(?:nay|đến nay|hiện nay|now|)$/i;

/**
 * A time of service as an officer writes it on a line: `10/03/2006 – 30/06/2010; khó khăn`, or `01/07/2010 – nay`; a month or
 * a year means its first and its last day. What isn't a day is passed on for the schema to refuse.
 */
export function readStretch(line: string): WrittenTimes & { readonly hardship: boolean } {
  const { notes, ...times } = readTimes(line);
  return { ...times, hardship: notes.some((note) => /khó khăn|biên giới|hải đảo|hardship/i.test(note)) };
}

/** A gap in the achievement, likewise: `01/03/2020 – 31/08/2020; thai sản`. */
export function readGap(line: string): WrittenTimes & { readonly maternity: boolean } {
  const { notes, ...times } = readTimes(line);
  return { ...times, maternity: notes.some((note) => /thai sản|maternity/i.test(note)) };
}

function readTimes(line: string): WrittenTimes & { readonly notes: readonly string[] } {
  const [times = '', ...notes] = line.split(';');
  const [start = '', end = ''] = times.split(/\s*(?:–|—|đến|\s-\s|-\s*$)\s*/i).map((part) => part.trim());
  const from = pastedDay(start.replace(/^từ\s+/i, ''), 'first');
  const to = goesOn.test(end) ? undefined : pastedDay(end, 'last');
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    notes,
  };
}

const written = (day: CivilDate): string => day.split('-').reverse().join('/');

/** The line that says it. */
export function stretchLine({
  from,
  to,
  hardship,
}: {
  readonly from: CivilDate;
  readonly to?: CivilDate | undefined;
  readonly hardship: boolean;
}): string {
  return `${written(from)} – ${to === undefined ? 'nay' : written(to)}${hardship ? '; khó khăn' : ''}`;
}

export const gapLine = ({
  from,
  to,
  maternity,
}: {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly maternity: boolean;
}): string => `${written(from)} – ${written(to)}${maternity ? '; thai sản' : ''}`;
