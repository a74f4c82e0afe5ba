import { jsonProtocol, serve, ServiceError, type StandIn } from '../json-service.ts';

/** Secrets Manager's GetSecretValue, for the secrets of the template. */
export function serveSecrets(secrets: Readonly<Record<string, string>>): Promise<StandIn> {
  return serve(
    jsonProtocol({
      GetSecretValue: async ({ SecretId }) => {
        const value = secrets[String(SecretId)];
        if (value === undefined) throw new ServiceError('ResourceNotFoundException', String(SecretId));
        return { ARN: SecretId, Name: SecretId, SecretString: value, VersionId: '1' };
      },
    }),
  );
}
