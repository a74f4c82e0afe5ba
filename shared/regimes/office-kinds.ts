import { z } from 'zod';
import { levels, organisationFunctions, organisationKinds } from '../domain/directory.ts';
import { civilDateSchema } from '../domain/time.ts';

/** How an office of a kind is called on its area: `{area}` is `phường Sở Dầu`. */
const officeKindSchema = z.object({
  code: z.string(),
  /** As people choose it. */
  title: z.object({ vi: z.string(), en: z.string() }),
  kind: z.enum(organisationKinds),
  level: z.enum(levels),
  functions: z.array(z.enum(organisationFunctions)),
  name: z.string(),
  shortName: z.string(),
  headTitle: z.string(),
  numberSuffix: z.string(),
  validFrom: civilDateSchema,
  validTo: civilDateSchema.optional(),
});
export type OfficeKind = z.infer<typeof officeKindSchema>;

/** Two levels of government since that day: NQ 202/2025/QH15, NĐ 129/2025/NĐ-CP. District offices ended before it. */
const since = { validFrom: '2025-07-01' };

/** Offices that stand on ways of cases and set themselves up here. */
export const officeKinds: readonly OfficeKind[] = z.array(officeKindSchema).parse([
  {
    ...since,
    code: 'ward-committee',
    title: { vi: 'Ủy ban nhân dân phường, xã, đặc khu', en: 'People’s Committee of a ward or commune' },
    kind: 'peoplesCommittee',
    level: 'commune',
    functions: [],
    name: 'Ủy ban nhân dân {area}',
    shortName: 'UBND {area}',
    headTitle: 'Chủ tịch UBND {area}',
    numberSuffix: 'UBND',
  },
  {
    ...since,
    code: 'ward-police',
    title: { vi: 'Công an phường, xã, đặc khu', en: 'Police of a ward or commune' },
    kind: 'police',
    level: 'commune',
    functions: [],
    name: 'Công an {area}',
    shortName: 'Công an {area}',
    headTitle: 'Trưởng Công an {area}',
    numberSuffix: 'CAP',
  },
  {
    ...since,
    code: 'city-committee',
    title: { vi: 'Ủy ban nhân dân tỉnh, thành phố', en: 'People’s Committee of a province or city' },
    kind: 'peoplesCommittee',
    level: 'province',
    functions: [],
    name: 'Ủy ban nhân dân {area}',
    shortName: 'UBND {area}',
    headTitle: 'Chủ tịch UBND {area}',
    numberSuffix: 'UBND',
  },
  {
    ...since,
    code: 'city-award-office',
    title: {
      vi: 'Sở Nội vụ (cơ quan thi đua, khen thưởng của tỉnh, thành phố)',
      en: 'Department of Home Affairs (award office of a province or city)',
    },
    kind: 'department',
    level: 'province',
    functions: ['awardOffice'],
    name: 'Sở Nội vụ {area}',
    shortName: 'Sở Nội vụ {area}',
    headTitle: 'Giám đốc Sở Nội vụ {area}',
    numberSuffix: 'SNV',
  },
  {
    ...since,
    code: 'city-police',
    title: {
      vi: 'Công an tỉnh, thành phố (Phòng Xây dựng phong trào, PV05)',
      en: 'Police of a province or city (movement building, PV05)',
    },
    kind: 'police',
    level: 'province',
    functions: ['movementBuilding'],
    name: 'Công an {area} – Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc (PV05)',
    shortName: 'Công an {area} (PV05)',
    headTitle: 'Giám đốc Công an {area}',
    numberSuffix: 'PV05',
  },
]);
