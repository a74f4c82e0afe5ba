import { importPastSchema, type ImportPast } from '#shared/domain/past-command.ts';
import { organisations } from './small-directory.ts';

/** A decision of the district, as the ward brings it in. */
export const pastDecision = (change: object = {}): ImportPast =>
  importPastSchema.parse({
    organisation: organisations.wardCommittee.id,
    authority: 'Chủ tịch Ủy ban nhân dân quận Hồng Bàng',
    level: 'district',
    number: '1520/QĐ-UBND',
    date: '2019-12-20',
    rows: [
      {
        name: 'Đào Thị Cũ',
        birthYear: 1949,
        kind: 'individual',
        unit: 'Tổ dân phố số 5',
        form: 'GK_HUYEN',
        achievementFrom: '2018-12-01',
        achievementTo: '2019-09-30',
      },
    ],
    ...change,
  });
