import { z } from 'zod';
import { civilDateSchema } from '../domain/time.ts';

const daySchema = z.array(z.object({ day: civilDateSchema, name: z.string() }));

const named = (name: string, ...days: string[]) => days.map((day) => ({ day, name }));

/**
 * Days on which offices rest (Bộ luật Lao động, Art. 112; the Government's yearly notice for Tết and days in lieu).
 * Years of the first seasons; an office edits its own.
 */
export const holidays = daySchema.parse([
  ...named('Tết Dương lịch', '2020-01-01', '2021-01-01', '2026-01-01', '2027-01-01'),
  ...named('Tết Nguyên đán Canh Tý', '2020-01-23', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29'),
  ...named('Tết Nguyên đán Tân Sửu', '2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16'),
  ...named('Tết Nguyên đán Bính Ngọ', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...named('Giỗ Tổ Hùng Vương', '2020-04-02', '2021-04-21', '2026-04-27'),
  ...named('Ngày Chiến thắng, Ngày Quốc tế lao động', '2020-04-30', '2020-05-01', '2021-04-30', '2021-05-03'),
  ...named('Ngày Chiến thắng, Ngày Quốc tế lao động', '2026-04-30', '2026-05-01'),
  ...named('Quốc khánh', '2020-09-02', '2021-09-02', '2021-09-03', '2026-09-01', '2026-09-02'),
]);

export const makeUpDays = daySchema.parse([...named('Làm bù nghỉ Quốc khánh', '2026-08-22')]);
