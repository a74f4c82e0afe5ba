import { z } from 'zod';
import { createJwtAuthorizer, type Authorizer } from './jwt-authorizer.ts';
import type { IssuerClient } from './stand-ins/issuer.ts';
import type { Deployment } from './template.ts';

/** Who people are, and how a gateway knows: what the rehearsal takes of it from the templates. */

/** Where on loopback the issuer is that a template names. @throws Error for an issuer that nobody stands in for */
export type IssuerAt = (named: string) => string;

const clientSchema = z.object({
  CallbackURLs: z.array(z.string()),
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthScopes: z.array(z.string()),
  GenerateSecret: z.literal(false),
  IdTokenValidity: z.int(),
  AccessTokenValidity: z.int(),
  TokenValidityUnits: z.object({ IdToken: z.literal('minutes'), AccessToken: z.literal('minutes') }),
});

/** The client by which people sign in, as the pool of the template has it. */
export function issuerClientOf(deployment: Deployment): IssuerClient {
  const resource = deployment.only('AWS::Cognito::UserPoolClient');
  const client = clientSchema.parse(resource.properties);
  return {
    id: deployment.nameOf(resource),
    callbackUrls: client.CallbackURLs,
    scopes: client.AllowedOAuthScopes,
    idTokenSeconds: client.IdTokenValidity * 60,
    accessTokenSeconds: client.AccessTokenValidity * 60,
  };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html: by this name the pool signs. */
export function issuerStandIn(deployment: Deployment, url: string): IssuerAt {
  const pool = deployment.nameOf(deployment.only('AWS::Cognito::UserPool'));
  return (named) => {
    if (/^https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com\/(.+)$/.exec(named)?.[1] === pool) return url;
    throw new Error(`nobody stands in for the issuer ${named}`);
  };
}

const authorizerSchema = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** By their names. */
export function authorizersOf(deployment: Deployment, issuerAt: IssuerAt): ReadonlyMap<string, Authorizer> {
  return new Map(
    deployment.ofType('AWS::ApiGatewayV2::Authorizer').map((resource) => {
      const { Issuer, Audience } = authorizerSchema.parse(resource.properties).JwtConfiguration;
      return [
        deployment.nameOf(resource),
        createJwtAuthorizer({ issuer: issuerAt(Issuer), audience: Audience }),
      ];
    }),
  );
}
