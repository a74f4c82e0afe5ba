import { civilDateSchema } from '#shared/domain/time.ts';
import type { Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';

/** An award form as it was called at the end of the year. */
export const formInYear = (visit: Visit, form: string, year: number): string =>
  formName(visit, form, civilDateSchema.parse(`${String(year)}-12-31`));
