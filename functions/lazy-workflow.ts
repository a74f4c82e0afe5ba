import { keep } from '#shared/machine/kept.ts';
import type { Workflow } from '#shared/ports.ts';

/** Reads the client of Step Functions from disk when a flow is first started, woken or asked after. */
export function lazyWorkflow(settings: {
  readonly CASE_FLOW_ARN: string;
  readonly CEREMONY_FLOW_ARN: string;
}): Workflow {
  const flows = { case: settings.CASE_FLOW_ARN, ceremony: settings.CEREMONY_FLOW_ARN };
  const { read: workflow } = keep(async () =>
    (await import('#shared/step-functions/step-functions-workflow.ts')).openStepFunctions(flows),
  );
  return {
    start: async (flow, name, input) => (await workflow()).start(flow, name, input),
    resume: async (token, output) => (await workflow()).resume(token, output),
    status: async (flow, name) => (await workflow()).status(flow, name),
  };
}
