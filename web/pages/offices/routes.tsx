import { Hono } from 'hono';
import { z } from 'zod';
import { limits } from '#shared/domain/case-command.ts';
import type { Organisation } from '#shared/domain/directory.ts';
import { roundIdSchema, type RoundId } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import {
  admissionSchema,
  admitLate,
  newRoundSchema,
  openRound,
  readOwnForms,
} from '#shared/use-cases/rounds/rounds.ts';
import { readAdmitted, readOffices, readRounds } from '#shared/use-cases/views/office.ts';
import { readRoundView } from '#shared/use-cases/views/round-view.ts';
import { readFields, type Field } from '../../forms/field.ts';
import { namingFaults, namingFaultsOf, parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import { holdsRole, ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, t, type OwnVisit, type PageEnv, type PageOptions, type Visit } from '../../visit.ts';
import { inputIn, readRoundCommand } from './round-fields.ts';
import { NewRoundPage, RoundPage, RoundsPage } from './round-pages.tsx';

/** Rounds: which there are, what they ask, and who is let in late. */
export function officePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  const roundPage = async (visit: OwnVisit, id: RoundId, state?: FormState) => {
    const [view, offices, admitted] = await Promise.all([
      readRoundView(ports, id),
      readOffices(ports),
      readAdmitted(ports, id),
    ]);
    const fields = admissionFields(visit, offices);
    return (
      <RoundPage
        visit={visit}
        view={view}
        offices={offices}
        admitted={admitted}
        fields={fields}
        {...(state === undefined ? {} : { state })}
      />
    );
  };

  app.get('/rounds', async (c) => {
    const visit = ownVisit(c);
    const [rounds, offices] = await Promise.all([readRounds(ports), readOffices(ports)]);
    return show(c, <RoundsPage visit={visit} rounds={rounds} offices={offices} />);
  });

  const formsOf = (visit: OwnVisit) =>
    readOwnForms(
      ports,
      ownOffices(visit, officeRules.openRound.roles).map(({ id }) => id),
    );

  const openingOf = async (visit: OwnVisit) => {
    const [forms, law] = await Promise.all([formsOf(visit), ports.law.current()]);
    return { forms, law };
  };

  app.get('/rounds/new', async (c) => {
    const visit = ownVisit(c);
    if (!holdsRole(visit, officeRules.openRound.roles)) throw new Refusal('ActNotYours');
    return show(c, <NewRoundPage visit={visit} {...await openingOf(visit)} />);
  });

  app.post('/rounds/new', (c) =>
    handleForm(c, {
      form: 'round',
      run: async (typed, request, visit) => {
        const schema = newRoundSchema.extend({
          forms: newRoundSchema.shape.forms.min(1, { error: 'empty' }),
          year: z.int().min(2000).max(2100),
        });
        const forms = await formsOf(visit);
        const said = readRoundCommand(visit, typed, forms);
        const inputOf = inputIn(forms, said);
        const command = namingFaults(() => parseCommand(schema, said), inputOf);
        const { id } = await namingFaultsOf(openRound(ports, request, command), inputOf);
        return `/rounds/${id}?done=roundOpened`;
      },
      again: async (state, visit) => <NewRoundPage visit={visit} {...await openingOf(visit)} state={state} />,
    }),
  );

  app.get('/rounds/:id', async (c) => show(c, await roundPage(ownVisit(c), parseRoundId(c.req.param('id')))));

  app.get('/rounds/:id/admit', (c) => c.redirect(`/rounds/${parseRoundId(c.req.param('id'))}`, 303));
  app.post('/rounds/:id/admit', (c) => {
    const id = parseRoundId(c.req.param('id'));
    return handleForm(c, {
      form: 'admit',
      run: async (typed, request, visit) => {
        const said = readFields(admissionFields(visit, await readOffices(ports)), typed);
        await admitLate(ports, request, id, parseCommand(admissionSchema, said));
        return `/rounds/${id}?done=admitted`;
      },
      again: (state, visit) => roundPage(visit, id, state),
    });
  });
  return app;
}

function parseRoundId(text: string): RoundId {
  const parsed = roundIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('RoundNotFound', { round: text });
  return parsed.data;
}

function admissionFields(visit: Visit, offices: readonly Organisation[]): Field[] {
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'admit.organisation'),
      blank: t(visit, 'form.choose'),
      options: offices.map(({ id, shortName }) => ({ value: id, label: shortName })),
    },
    { kind: 'text', name: 'reason', label: t(visit, 'acts.reason'), max: limits.reason },
  ];
}
