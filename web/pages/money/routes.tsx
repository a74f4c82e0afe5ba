import { Hono } from 'hono';
import { yearOf } from '#shared/domain/time.ts';
import { parseYear, readFunds, setFund, setFundSchema } from '#shared/use-cases/money/funds.ts';
import { parseCommand } from '../../forms/faults.ts';
import { readFields } from '../../forms/field.ts';
import { handleForm } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { fundFields, FundsPage } from './funds-page.tsx';

/** Funds of the reader's offices. */
export function moneyPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const fundsOf = (visit: OwnVisit, year: number) => readFunds(ports, visit.signedIn.person, year);

  app.get('/funds', async (c) => {
    const visit = ownVisit(c);
    const year = parseYear(c.req.query('year'), yearOf(visit.today));
    return show(c, <FundsPage visit={visit} year={year} funds={await fundsOf(visit, year)} />);
  });

  app.post('/funds', (c) =>
    handleForm(c, {
      form: 'fund',
      run: async (typed, request, visit) => {
        const year = yearOf(visit.today);
        const said = readFields(fundFields(visit, year, await fundsOf(visit, year)), typed);
        const command = parseCommand(setFundSchema, { ...said, total: wholeSum(typed) });
        await setFund(ports, request, command);
        return `/funds?year=${String(command.year)}&done=fund`;
      },
      again: async (state, visit) => {
        const year = yearOf(visit.today);
        return <FundsPage visit={visit} year={year} funds={await fundsOf(visit, year)} state={state} />;
      },
    }),
  );
  return app;
}

/** `150.000.000`: full stops and spaces stand between thousands. What is no number stays as it was typed, to be refused. */
function wholeSum(typed: Typed): number | string | undefined {
  const text = typed.text('total').replaceAll(/[.\s]/g, '');
  if (text === '') return undefined;
  return /^\d+$/.test(text) ? Number(text) : text;
}
