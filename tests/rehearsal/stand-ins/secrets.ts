import { jsonProtocol, serve, ServiceError, type StandIn } from '../json-service.ts';

/** Secrets Manager for the secrets of the template: they are read, and an office that moves in brings other text. */
export function serveSecrets(secrets: Readonly<Record<string, string>>): Promise<StandIn> {
  const held = new Map(Object.entries(secrets));
  let version = 1;
  const known = (id: unknown): string => {
    const value = held.get(String(id));
    if (value === undefined) throw new ServiceError('ResourceNotFoundException', String(id));
    return value;
  };
  return serve(
    jsonProtocol({
      GetSecretValue: async ({ SecretId }) => ({
        ARN: SecretId,
        Name: SecretId,
        SecretString: known(SecretId),
        VersionId: String(version),
      }),
      PutSecretValue: async ({ SecretId, SecretString }) => {
        known(SecretId);
        held.set(String(SecretId), String(SecretString));
        version += 1;
        return { ARN: SecretId, Name: SecretId, VersionId: String(version) };
      },
    }),
  );
}
