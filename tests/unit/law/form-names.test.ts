import { expect, it } from 'vitest';
import { civilDateSchema } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';

it.each([
  ['GK_XA', '2020-11-10', 'Giấy khen của Chủ tịch UBND xã, phường, thị trấn'],
  ['GK_XA', '2025-06-30', 'Giấy khen của Chủ tịch UBND xã, phường, thị trấn'],
  ['GK_XA', '2025-07-01', 'Giấy khen của Chủ tịch UBND xã, phường, đặc khu'],
  ['XP_TB', '2024-05-05', 'Xã, phường, thị trấn tiêu biểu'],
  ['GK_HUYEN', '2020-11-10', law.form('GK_HUYEN')?.name.vi],
])('%s is called on %s: %s', (code, day, name) => {
  expect(law.formOn(code, civilDateSchema.parse(day))?.name.vi).toBe(name);
});
