import { caseCommands, limits } from '#shared/domain/case-command.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Form } from '../../components/form.tsx';
import { Details } from '../../components/parts.tsx';
import { parseCommand } from '../../forms/faults.ts';
import { readFields, type Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';

export function revealFields(visit: Visit): Field[] {
  return [{ kind: 'text', name: 'reason', label: t(visit, 'reveal.reason'), max: limits.reason }];
}

/** @throws Refusal RevealNeedsReason */
export function readReason(visit: Visit, typed: Typed): string {
  const { reason } = readFields(revealFields(visit), typed);
  if (typeof reason !== 'string') throw new Refusal('RevealNeedsReason');
  return parseCommand(caseCommands.withdraw, { reason }).reason;
}

/** What a sealed case says is shown for a reason only, and the reason stays on record. */
export function RevealForm({
  visit,
  view,
  state,
}: {
  visit: OwnVisit;
  view: CaseView;
  state: FormState | undefined;
}) {
  return (
    <Details summary={t(visit, 'reveal.title')} open={state?.form === 'reveal'}>
      <p class="govuk-body">{t(visit, 'reveal.explained')}</p>
      <Form
        visit={visit}
        form="reveal"
        action={`/cases/${view.id}/reveal`}
        fields={revealFields(visit)}
        state={state}
        button={t(visit, 'reveal.button')}
        tone="secondary"
      />
    </Details>
  );
}
