import { describe, expect, it } from 'vitest';
import type { Synthesised } from './synthesised.ts';

export function identitySentences(prod: Synthesised, elsewhere: Synthesised): void {
  describe('the user pool', () => {
    const pool = prod.only('identity', 'AWS::Cognito::UserPool');
    const client = prod.only('identity', 'AWS::Cognito::UserPoolClient');

    it('asks everybody for a second factor, by an app and never by SMS', () => {
      expect(pool).toMatchObject({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
    });

    it('lets nobody sign up alone', () => {
      expect(pool).toMatchObject({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    });

    it('knows people by their id, written as it is, and by e-mail', () => {
      expect(pool).toMatchObject({
        AliasAttributes: ['email'],
        UsernameConfiguration: { CaseSensitive: true },
      });
    });

    it('can’t be deleted in production', () => {
      expect(pool).toMatchObject({ DeletionProtection: 'ACTIVE' });
    });

    it('signs in by code with PKCE from our own address, without a secret', () => {
      expect(client).toMatchObject({
        GenerateSecret: false,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid'],
        CallbackURLs: ['https://vinhdanh.example/signed-in'],
        LogoutURLs: ['https://vinhdanh.example/'],
        PreventUserExistenceErrors: 'ENABLED',
      });
      expect(client['ExplicitAuthFlows']).not.toContain('ALLOW_USER_PASSWORD_AUTH');
    });
  });

  it('makes no pool where another issuer signs people in', () => {
    expect(elsewhere.stacks).not.toContain('identity');
  });
}
