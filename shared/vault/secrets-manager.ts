import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { asUnavailable } from '#shared/aws/unavailable.ts';

/** As the environment of a function says: region, credentials, endpoint. */
export const openSecret = (arn: string): Promise<string> =>
  readSecret(new SecretsManagerClient(clientSettings), arn);

/**
 * The text of a secret's current version.
 * @throws StoreUnavailable where trying again later is right; Error without the text when the secret is no text
 */
export async function readSecret(client: SecretsManagerClient, arn: string): Promise<string> {
  const { SecretString: text } = await client
    .send(new GetSecretValueCommand({ SecretId: arn }))
    .catch((error: unknown) => {
      throw asUnavailable(error, 'Secrets Manager');
    });
  if (text === undefined) throw new Error('the secret holds no text');
  return text;
}

/** Becomes the current version; the one before it stays, named AWSPREVIOUS. @throws StoreUnavailable */
export async function writeSecret(client: SecretsManagerClient, arn: string, text: string): Promise<void> {
  await client
    .send(new PutSecretValueCommand({ SecretId: arn, SecretString: text }))
    .catch((error: unknown) => {
      throw asUnavailable(error, 'Secrets Manager');
    });
}
