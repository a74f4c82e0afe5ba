import { listCommands } from '#shared/domain/list-command.ts';
import { isRefusal, Refusal } from '#shared/domain/refusal.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { runListAct, type ListActScene } from './run-list-act.ts';

/** Name of the form that agrees to all that is left. */
export const restForm = 'result-rest';

/**
 * Every member present agreed to each item without a result: one act an item, each under a key of its own.
 * @throws Refusal the first, with every item that was refused; the others are recorded
 */
export async function agreeToRest({ ports, request, id }: ListActScene, view: ListView): Promise<void> {
  const agreed = view.list.presence?.present ?? 0;
  const refused: { readonly row: string; readonly refusal: Refusal }[] = [];
  for (const row of view.rows) {
    if (row.result !== undefined) continue;
    const said = listCommands.result.parse({ case: row.case, outcome: 'agreed', agreed });
    try {
      await runListAct.result(
        { ports, request: { ...request, key: `${request.key}-${row.case}` }, id },
        said,
      );
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.push({ row: row.case, refusal: error });
    }
  }
  const [first] = refused;
  if (first === undefined) return;
  const { code, details } = first.refusal;
  throw new Refusal(code, { ...details, cases: refused.map(({ row }) => row) }, []);
}
