import { z } from 'zod';

/** ULIDs (26 characters, Crockford base 32), branded by what they name. */
const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

export const caseIdSchema = ulid.brand('CaseId');
export const listIdSchema = ulid.brand('ListId');
export const ceremonyIdSchema = ulid.brand('CeremonyId');
export const roundIdSchema = ulid.brand('RoundId');
export const subjectIdSchema = ulid.brand('SubjectId');
export const organisationIdSchema = ulid.brand('OrganisationId');
export const areaIdSchema = ulid.brand('AreaId');
export const personIdSchema = ulid.brand('PersonId');
export const postIdSchema = ulid.brand('PostId');
export const councilIdSchema = ulid.brand('CouncilId');
export const pastDecisionIdSchema = ulid.brand('PastDecisionId');
export const fileIdSchema = ulid.brand('FileId');
export const settingIdSchema = ulid.brand('SettingId');
export const slipIdSchema = ulid.brand('SlipId');

export type CaseId = z.infer<typeof caseIdSchema>;
export type ListId = z.infer<typeof listIdSchema>;
export type CeremonyId = z.infer<typeof ceremonyIdSchema>;
export type RoundId = z.infer<typeof roundIdSchema>;
export type SubjectId = z.infer<typeof subjectIdSchema>;
export type OrganisationId = z.infer<typeof organisationIdSchema>;
export type AreaId = z.infer<typeof areaIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type PostId = z.infer<typeof postIdSchema>;
export type CouncilId = z.infer<typeof councilIdSchema>;
export type PastDecisionId = z.infer<typeof pastDecisionIdSchema>;
export type FileId = z.infer<typeof fileIdSchema>;
export type SettingId = z.infer<typeof settingIdSchema>;
export type SlipId = z.infer<typeof slipIdSchema>;
