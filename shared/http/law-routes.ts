import { z } from 'zod';
import { levels } from '#shared/domain/directory.ts';
import { settingIdSchema } from '#shared/domain/id.ts';
import { confidences } from '#shared/domain/law/dated.ts';
import { explanationSchema } from '#shared/domain/law/explanation.ts';
import { provisionParts } from '#shared/domain/law/provision.ts';
import { proposeSettingSchema, refuseSettingSchema } from '#shared/domain/law/setting-command.ts';
import { settingStates } from '#shared/domain/law/setting.ts';
import { subjectKinds } from '#shared/domain/round.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { ruleTitle } from '#shared/messages/rules/rules.ts';
import { readLawOn, readUnconfirmed } from '#shared/use-cases/law/law-views.ts';
import { previewSetting, readOwnSettings, readSetting } from '#shared/use-cases/law/setting-preview.ts';
import {
  confirmSetting,
  proposeSetting,
  refuseSetting,
  withdrawSetting,
} from '#shared/use-cases/law/settings.ts';
import { actAnswers, acted, made, madeAnswers, shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

/** The law as it is kept here, and what an office sets itself in its place. */

const tag = 'law';
const textSchema = z.object({ vi: z.string(), en: z.string() });

const provisionSchema = z.looseObject({
  part: z.enum(provisionParts),
  code: z.string(),
  title: textSchema,
  value: z.unknown().describe('As its part has it; of a figure, its value on the day.'),
  validFrom: civilDateSchema,
  validTo: civilDateSchema.optional(),
  citation: z.string(),
  confidence: z.enum(confidences),
  own: z.boolean().describe('Set by an office of this home, in place of the law’s own row.'),
});
const awardSheetSchema = z.looseObject({
  code: z.string(),
  level: z.enum(levels).optional().describe('Of the office that decides.'),
  form: provisionSchema,
  sums: z.array(
    z.looseObject({
      subjectKind: z.enum(subjectKinds),
      coefficient: z.number(),
      dong: z.int(),
      why: explanationSchema,
    }),
  ),
  papers: z.array(provisionSchema),
  ways: z.array(provisionSchema),
});
const changeSchema = z.object({ was: provisionSchema.optional(), becomes: provisionSchema.optional() });

const previewSchema = z.object({
  changes: z.array(changeSchema),
  begun: z.boolean(),
  looked: z.int().describe('Open cases that were looked at: 200 at most.'),
  more: z.boolean(),
  count: z.int().describe('Of them those with a due day that moves, or a sum that changes.'),
  cases: z.array(
    z.object({
      case: z.string(),
      publicCode: z.string(),
      name: z.string(),
      steps: z.array(
        z.object({
          step: z.string(),
          title: textSchema,
          was: civilDateSchema.optional(),
          becomes: civilDateSchema.optional(),
        }),
      ),
      money: z
        .object({ was: z.int().optional(), becomes: z.int().optional() })
        .optional()
        .describe('Đồng that go with its award, where that changes.'),
    }),
  ),
});

const settingSchema = z.looseObject({
  id: settingIdSchema,
  key: z.string(),
  value: z.unknown(),
  validFrom: civilDateSchema,
  validTo: civilDateSchema.optional(),
  source: z.string(),
  state: z.enum(settingStates),
  allowed: z.array(z.enum(['confirm', 'refuse', 'withdraw'])),
});

const read = {
  method: 'GET',
  tag,
  access: { kind: 'signedIn' },
  params: none,
  query: none,
  body: none,
} as const;
const act = { method: 'POST', tag, query: none, act: true } as const;
const ofSetting = { params: z.object({ id: settingIdSchema }), unknown: 'SettingNotFound' } as const;
const settles = { kind: 'officeAct', act: 'settleSetting' } as const;

const lawRoute = route(
  {
    ...read,
    path: '/api/law',
    summary: {
      vi: 'Quy định áp dụng vào một ngày',
      en: 'What applies on a day, and what differs from another day',
    },
    query: z.object({ day: civilDateSchema.optional(), beside: civilDateSchema.optional() }),
    answers: shown(
      '`provisions` of the day (today if left out); with `beside` also `changes` from that day to this.',
      z.object({
        day: civilDateSchema,
        provisions: z.array(provisionSchema),
        awards: z
          .array(awardSheetSchema)
          .describe('The same by award form: who decides, the money, the papers, the ways.'),
        restDaysWanted: z
          .array(z.int())
          .describe('Years whose rest days should be entered now, whatever day is asked for.'),
        beside: civilDateSchema.optional(),
        changes: z.array(changeSchema).optional(),
      }),
    ),
  },
  async ({ ports, person, query: { day = ports.clock.today(), beside } }) => ({
    status: 200,
    body: await readLawOn(ports, person, { day, beside, titleOfRule: ruleTitle }),
  }),
);

const unconfirmedRoute = route(
  {
    ...read,
    path: '/api/law/unconfirmed',
    summary: {
      vi: 'Thiết lập chưa xác nhận',
      en: 'Every row of the law that nobody has confirmed by its text',
    },
    answers: shown('`provisions`.', z.object({ provisions: z.array(provisionSchema) })),
  },
  async ({ ports, person }) => ({
    status: 200,
    body: { provisions: await readUnconfirmed(ports, person, ruleTitle) },
  }),
);

const settingsRoute = route(
  {
    ...read,
    path: '/api/law/settings',
    summary: { vi: 'Quy định riêng của cơ quan', en: 'What offices have set themselves, newest first' },
    answers: shown('`settings`.', z.object({ settings: z.array(settingSchema) })),
  },
  async ({ ports, person }) => ({
    status: 200,
    body: { settings: await readOwnSettings(ports, person) },
  }),
);

const settingRoute = route(
  {
    ...read,
    ...ofSetting,
    path: '/api/law/settings/:id',
    summary: {
      vi: 'Một quy định riêng, lịch sử, và dự kiến thay đổi khi còn chờ xác nhận',
      en: 'One own setting, its history, and while it is proposed what it would change',
    },
    answers: shown(
      'The setting, its history and preview.',
      z.object({
        setting: settingSchema,
        history: z.array(z.object({ at: z.string(), act: z.string(), by: z.string() })),
        preview: previewSchema.optional(),
      }),
    ),
  },
  async ({ ports, person, params }) => ({ status: 200, body: await readSetting(ports, person, params.id) }),
);

const proposeRoute = route(
  {
    ...act,
    path: '/api/law/settings',
    summary: { vi: 'Đề xuất quy định riêng', en: 'Propose a value of one’s own from a day on' },
    access: { kind: 'officeAct', act: 'proposeSetting' },
    params: none,
    body: proposeSettingSchema,
    answers: madeAnswers,
  },
  async ({ ports, request, body }) => made(await proposeSetting(ports, request, body), '/api/law/settings'),
);

const previewRoute = route(
  {
    method: 'POST',
    tag,
    path: '/api/law/settings/preview',
    summary: { vi: 'Xem trước thay đổi; chưa lưu gì', en: 'What a value would change; nothing is kept' },
    access: settles,
    params: none,
    query: none,
    body: proposeSettingSchema,
    answers: shown('What would change.', previewSchema),
  },
  async ({ ports, person, body }) => ({ status: 200, body: await previewSetting(ports, person, body) }),
);

const confirmRoute = route(
  {
    ...act,
    ...ofSetting,
    path: '/api/law/settings/:id/confirm',
    summary: { vi: 'Xác nhận quy định riêng', en: 'Confirm: by another person than the proposer' },
    access: settles,
    body: none,
    answers: actAnswers,
  },
  async ({ ports, request, params }) => acted(await confirmSetting(ports, request, params.id)),
);

const refuseRoute = route(
  {
    ...act,
    ...ofSetting,
    path: '/api/law/settings/:id/refuse',
    summary: { vi: 'Từ chối quy định riêng', en: 'Refuse, with reason: by another person than the proposer' },
    access: settles,
    body: refuseSettingSchema,
    answers: actAnswers,
  },
  async ({ ports, request, params, body }) => acted(await refuseSetting(ports, request, params.id, body)),
);

const withdrawRoute = route(
  {
    ...act,
    ...ofSetting,
    path: '/api/law/settings/:id/withdraw',
    summary: { vi: 'Rút quy định riêng chưa bắt đầu áp dụng', en: 'Withdraw one that has not begun' },
    access: { kind: 'officeAct', act: 'proposeSetting' },
    body: none,
    answers: actAnswers,
  },
  async ({ ports, request, params }) => acted(await withdrawSetting(ports, request, params.id)),
);

export const lawRoutes: readonly ApiRoute[] = [
  lawRoute,
  unconfirmedRoute,
  settingsRoute,
  previewRoute,
  settingRoute,
  proposeRoute,
  confirmRoute,
  refuseRoute,
  withdrawRoute,
];
