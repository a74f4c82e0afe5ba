import { SFNClient } from '@aws-sdk/client-sfn';
import { scanTable } from '#shared/dynamodb/table-scan.ts';
import { createStepFunctionsWorkflow } from '#shared/step-functions/step-functions-workflow.ts';
import { rebuild, type Rebuilt } from '#shared/use-cases/flow/rebuild.ts';
import type { FaultyOffice } from './faulty-office.ts';

/** What `npm run rebuild` does, at the hour of the rehearsal. */
export async function rebuildFlows({ home, ports }: FaultyOffice): Promise<Rebuilt> {
  const client = new SFNClient({
    endpoint: home.endpoints.AWS_ENDPOINT_URL_SFN,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
  });
  const workflow = createStepFunctionsWorkflow({ client, flows: home.flowArns });
  const office = scanTable({ client: home.dynamo, table: home.table });
  try {
    return await rebuild({ ...ports, workflow }, office);
  } finally {
    client.destroy();
  }
}
