import { formatDay, civilDateSchema } from '../time.ts';
import type { Figure, FigureRow } from './figure.ts';
import type { Setting } from './setting.ts';

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `09/02/2027` as `2027-02-09`; what is no day stays as it is, for the figure to refuse. */
const dayIn = (text: string): string =>
  text.replace(
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );

function namedDays(text: string) {
  return lines(text).flatMap((line) => {
    const [first = '', ...name] = line.split(/\s+/);
    const day = civilDateSchema.safeParse(dayIn(first));
    return day.success && name.length > 0 ? [{ day: day.data, name: name.join(' ') }] : [undefined];
  });
}

/**
 * What a clerk has written, as the figure's kind has it: `66,66`, `30/05`, a text a line, a day a line with its name.
 * @returns undefined for what the kind can't be read from
 */
export function readSettingText(
  { kind }: Pick<Figure, 'kind'>,
  { value, work }: { readonly value: string; readonly work: string },
): Setting['value'] | undefined {
  const text = value.trim();
  switch (kind) {
    case 'choice':
      return text;
    case 'texts':
      return lines(value);
    case 'monthDay': {
      const [, day = '', month = ''] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
      return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }
    case 'restDays': {
      const [rest, madeUp] = [namedDays(value), namedDays(work)];
      if ([...rest, ...madeUp].includes(undefined)) return undefined;
      const known = (days: typeof rest) => days.filter((day) => day !== undefined);
      return { rest: known(rest), work: known(madeUp) };
    }
    default: {
      const number = Number(text.replace(',', '.'));
      return text === '' || Number.isNaN(number) ? undefined : number;
    }
  }
}

/** The same the other way round, a text or a day a line; `work` are days made up for. */
export function writtenSetting(
  { kind }: { readonly kind: string },
  value: FigureRow['value'] | Setting['value'],
): { readonly value: string; readonly work: string } {
  if (typeof value === 'number') return { value: String(value).replace('.', ','), work: '' };
  if (typeof value === 'string')
    return { value: kind === 'monthDay' ? value.split('-').reverse().join('/') : value, work: '' };
  if (!('rest' in value)) return { value: value.join('\n'), work: '' };
  const written = (days: typeof value.rest): string =>
    days.map(({ day, name }) => `${formatDay(day)} ${name}`).join('\n');
  return { value: written(value.rest), work: written(value.work) };
}
