import { z } from 'zod';
import { levels } from '../../domain/directory.ts';
import { awardFilterSchema, standingFilterSchema } from '../../domain/figures.ts';
import { organisationIdSchema, roundIdSchema } from '../../domain/id.ts';
import { rowsAPage, type RowsAsked } from './figure-rows.ts';
import type { FiguresQuery } from './figures-view.ts';

/** What a query of figures says, as text. Field messages: `notAYear`, `notAWholeNumber`. */
export const figuresQuerySchema = z.object({
  office: organisationIdSchema.optional(),
  round: roundIdSchema.optional(),
  year: z
    .string()
    .regex(/^20\d\d$/, { error: 'notAYear' })
    .optional(),
});
type Said = z.infer<typeof figuresQuerySchema>;

const page = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, { error: 'notAWholeNumber' })
  .optional();

export const standingRowsSchema = figuresQuerySchema.extend({
  ...standingFilterSchema.shape,
  round: roundIdSchema,
  level: z.enum(levels).optional(),
  page,
});
export const awardRowsSchema = figuresQuerySchema.extend({ ...awardFilterSchema.shape, page });
export const paceRowsSchema = figuresQuerySchema.extend({ step: z.string().max(60), page });

export const askedFigures = ({ office, round, year }: Said): FiguresQuery => ({
  office,
  round,
  year: year === undefined ? undefined : Number(year),
});

export const askedRows = ({ page: asked }: { readonly page?: string | undefined }): RowsAsked => ({
  page: Number(asked ?? '1'),
  size: rowsAPage,
});
