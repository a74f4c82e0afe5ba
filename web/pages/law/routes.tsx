import { Hono } from 'hono';
import { settingIdSchema, type SettingId } from '#shared/domain/id.ts';
import { refuseSettingSchema } from '#shared/domain/law/setting-command.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
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
import { parseCommand } from '../../forms/faults.ts';
import { readFields } from '../../forms/field.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { holdsRole } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { LawPage, type DayAsked } from './law-page.tsx';
import { figureOf, readSettingCommand, refuseFields } from './setting-fields.ts';
import { NewSettingPage, PreviewSettingPage } from './propose-setting-pages.tsx';
import { SettingPage, SettingsPage } from './setting-pages.tsx';
import { UnconfirmedPage } from './unconfirmed-page.tsx';

/** What applies on a day, what nobody has confirmed, and what an office sets itself. */
export function lawPages(options: PageOptions): Hono<PageEnv> {
  const { ports } = options;
  const app = new Hono<PageEnv>();

  app.get('/law', async (c) => {
    const visit = ownVisit(c);
    const asked = {
      day: dayAsked(c.req.query('day') ?? visit.today),
      beside: dayAsked(c.req.query('beside') ?? ''),
    };
    const view = await readLawOn(ports, visit.signedIn.person, {
      day: asked.day.day ?? visit.today,
      beside: asked.beside.day,
      titleOfRule: ruleTitle,
    });
    const wrong = Object.values(asked).some(({ text, day }) => text !== '' && day === undefined);
    return show(c, <LawPage visit={visit} view={view} asked={asked} />, wrong ? 422 : 200);
  });

  app.get('/law/unconfirmed', async (c) => {
    const visit = ownVisit(c);
    const provisions = await readUnconfirmed(ports, visit.signedIn.person, ruleTitle);
    return show(c, <UnconfirmedPage visit={visit} provisions={provisions} />);
  });

  app.get('/law/settings', async (c) => {
    const visit = ownVisit(c);
    return show(
      c,
      <SettingsPage visit={visit} settings={await readOwnSettings(ports, visit.signedIn.person)} />,
    );
  });
  proposePages(app, options);
  settlePages(app, options);
  return app;
}

/** First the figure, then its value, then what it would change. */
function proposePages(app: Hono<PageEnv>, { ports }: PageOptions): void {
  const asked = async (
    visit: OwnVisit,
    key: string | undefined,
    said: { readonly state?: FormState; readonly typed?: Typed } = {},
  ) => {
    const figure = key === undefined ? undefined : figureOf(key);
    const inForce = await ports.law.current();
    return <NewSettingPage visit={visit} inForce={inForce} figure={figure} {...said} />;
  };
  const again = (state: FormState, visit: OwnVisit) => asked(visit, state.typed.text('figure'), { state });

  app.get('/law/settings/new', async (c) => {
    const visit = ownVisit(c);
    if (!holdsRole(visit, officeRules.proposeSetting.roles)) throw new Refusal('ActNotYours');
    return show(c, await asked(visit, c.req.query('figure')));
  });
  app.post('/law/settings/choose', (c) =>
    handleForm(c, {
      form: 'setting',
      run: async (typed) =>
        `/law/settings/new?figure=${encodeURIComponent(figureOf(typed.text('figure')).key)}`,
      again: (state, visit) => asked(visit, undefined, { state }),
    }),
  );
  app.post('/law/settings/preview', (c) =>
    handleForm(c, {
      form: 'setting',
      run: async (typed, _request, visit) => {
        const command = readSettingCommand(visit, typed);
        const preview = await previewSetting(ports, visit.signedIn.person, command);
        const figure = figureOf(command.key);
        return {
          page: <PreviewSettingPage visit={visit} preview={preview} typed={typed} figure={figure} />,
        };
      },
      again,
    }),
  );
  app.post('/law/settings/edit', (c) =>
    handleForm(c, {
      form: 'setting',
      run: async (typed, _request, visit) => ({ page: await asked(visit, typed.text('figure'), { typed }) }),
      again,
    }),
  );
  app.post('/law/settings/new', (c) =>
    handleForm(c, {
      form: 'setting',
      run: async (typed, request, visit) => {
        const { id } = await proposeSetting(ports, request, readSettingCommand(visit, typed));
        return `/law/settings/${id}?done=settingProposed`;
      },
      again,
    }),
  );
}

function settlePages(app: Hono<PageEnv>, { ports }: PageOptions): void {
  const page = async (visit: OwnVisit, id: SettingId, state?: FormState) => {
    const detail = await readSetting(ports, visit.signedIn.person, id);
    return <SettingPage visit={visit} detail={detail} {...(state && { state })} />;
  };
  app.get('/law/settings/:id', async (c) =>
    show(c, await page(ownVisit(c), parseSettingId(c.req.param('id')))),
  );
  app.post('/law/settings/:id/confirm', (c) => {
    const id = parseSettingId(c.req.param('id'));
    return handleForm(c, {
      form: 'confirm',
      run: async (_typed, request) => {
        await confirmSetting(ports, request, id);
        return `/law/settings/${id}?done=settingConfirm`;
      },
      again: (state, visit) => page(visit, id, state),
    });
  });
  app.post('/law/settings/:id/refuse', (c) => {
    const id = parseSettingId(c.req.param('id'));
    return handleForm(c, {
      form: 'refuse',
      run: async (typed, request, visit) => {
        const command = parseCommand(refuseSettingSchema, readFields(refuseFields(visit), typed));
        await refuseSetting(ports, request, id, command);
        return `/law/settings/${id}?done=settingRefuse`;
      },
      again: (state, visit) => page(visit, id, state),
    });
  });
  app.post('/law/settings/:id/withdraw', (c) => {
    const id = parseSettingId(c.req.param('id'));
    return handleForm(c, {
      form: 'withdraw',
      run: async (_typed, request) => {
        await withdrawSetting(ports, request, id);
        return `/law/settings/${id}?done=settingWithdraw`;
      },
      again: (state, visit) => page(visit, id, state),
    });
  });
}

/** As people write a day, or as links of other pages do. */
function dayAsked(typed: string): DayAsked {
  const text = typed.trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const written = day === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { text, day: civilDateSchema.safeParse(written).data };
}

function parseSettingId(text: string): SettingId {
  const parsed = settingIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('SettingNotFound', { setting: text });
  return parsed.data;
}
