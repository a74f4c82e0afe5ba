import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';

const host = z.string().regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$/);
const ascii = /^[\x20-\x7e]+$/;

function certificateIn(region: RegExp) {
  return z.string().regex(new RegExp(`^arn:aws:acm:${region.source}:\\d{12}:certificate/[\\w-]+$`));
}
const northVirginia = certificateIn(/us-east-1/);
const pace = z.object({ rate: z.int(), burst: z.int() });

/** A user pool of our own. Everybody has a second factor, so no sign-in needs to say more before an act that signs. */
const ownPoolSchema = z.object({
  kind: z.literal('cognito'),
  /** `<prefix>.auth.<region>.amazoncognito.com`; unique among all customers of AWS in the region. */
  domainPrefix: z.string().regex(/^[a-z0-9-]{1,63}$/),
  /** Blocks leaked passwords and odd sign-ins; the Plus plan, paid for each person who signs in. */
  threatProtection: z.boolean(),
});

/** Any other OpenID Connect issuer (VNeID, Keycloak): then no pool is made. */
const otherIssuerSchema = z
  .object({
    kind: z.literal('issuer'),
    issuer: z.url({ protocol: /^https$/ }),
    clientId: z.string(),
    /** Of access tokens for the API; that of ID tokens is the client. */
    audience: z.string(),
    /** The claims that hold our person's id, in id tokens and in access tokens. */
    personClaim: z.string(),
    bearerPersonClaim: z.string(),
    /** In Secrets Manager, of this region; only for an issuer that knows no public clients. */
    clientSecretArn: z.string().optional(),
    /** What a sign-in must say before an act that signs: one of the two at least, since we can't see whom it asked for what. */
    signingAcr: z.string(),
    signingAmr: z.string(),
  })
  .refine(({ signingAcr, signingAmr }) => /[^\s,]/.test(signingAcr + signingAmr), {
    message: 'nothing is asked of a sign-in before an act that signs',
    path: ['signingAcr'],
  })
  .refine(({ audience, clientId }) => audience !== clientId, {
    message: 'ID tokens have the client as their audience, and open no API',
    path: ['audience'],
  });

export const stageSchema = z
  .object({
    name: z.string().regex(/^[a-z]{2,12}$/),
    account: z.string().regex(/^\d{12}$/),
    region: z.string(),
    /** Of the pages. The API's own name behind CloudFront is `origin.<domain>`. */
    domain: host,
    certificates: z.object({
      /** For `domain`, in us-east-1: CloudFront reads it there. */
      site: northVirginia,
      /** For `origin.<domain>`, in the stage's region. */
      origin: certificateIn(/[a-z0-9-]+/),
    }),
    /**
     * CloudFront shows the origin who it is, so that nobody gets around the firewall, or chooses the address by which limits
     * count. docs/deployment.md, "Certificates". Only a stage whose records may go can do without.
     */
    originTrust: z
      .object({
        /** The client certificate that CloudFront shows, in us-east-1. */
        clientCertificate: northVirginia,
        /** The authority that signed it: a PEM file in a bucket of the stage's region. */
        bucket: z.string(),
        key: z.string(),
      })
      .optional(),
    /** Where the domain's records are written; absent, the outputs say what to enter elsewhere. */
    hostedZone: z.object({ id: z.string(), name: host }).optional(),
    mail: z.object({ name: z.string().regex(ascii), address: z.email() }),
    identity: z.discriminatedUnion('kind', [ownPoolSchema, otherIssuerSchema]),
    alarmEmail: z.email(),
    /** Where people read docs/runbooks: the links in alarms. */
    runbooks: z.url(),
    /** In requests a second, of everybody together: pages, programs with a token, and each route that strangers may ask. */
    throttling: z.object({ pages: pace, programs: pace, strangers: pace }),
    /** Pages that are made at once at most; absent in an account that may run only ten functions at once. */
    pagesAtOnce: z.int().positive().optional(),
    /** What a second may ask of the table, and of each of its indexes: docs/scale.md says what a list asks that settles. */
    tableUnits: z.object({ read: z.int().positive(), write: z.int().positive() }),
    /** Requests a minute from one address, which may be a whole office. */
    perMinute: z.object({ everything: z.int(), follow: z.int(), signIn: z.int() }),
    logRetention: z.enum(RetentionDays),
    logLevel: z.enum(['DEBUG', 'INFO', 'WARN']),
    /** `keep`: records outlive their stack, and nothing that holds them can be deleted by mistake. */
    records: z.enum(['keep', 'discard']),
    monthlyBudgetUsd: z.int(),
  })
  .refine(({ certificates, region }) => certificates.origin.includes(`:${region}:`), {
    message: 'the certificate of the origin lies in another region',
    path: ['certificates', 'origin'],
  })
  .refine(({ records, originTrust }) => records === 'discard' || originTrust !== undefined, {
    message: 'anybody could call the origin, past the firewall',
    path: ['originTrust'],
  });
export type Stage = z.infer<typeof stageSchema>;

/**
 * Stages differ here and nowhere else. Accounts, ARNs and `.example` names are the placeholders of AWS's documentation
 * (111122223333, 444455556666) and of RFC 2606: whoever deploys writes their own.
 */
const stages = {
  dev: {
    name: 'dev',
    account: '111122223333',
    region: 'ap-southeast-1',
    domain: 'dev.vinhdanh.example',
    certificates: {
      site: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000001',
      origin: 'arn:aws:acm:ap-southeast-1:111122223333:certificate/00000000-0000-4000-8000-000000000002',
    },
    originTrust: {
      clientCertificate:
        'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000003',
      bucket: 'vinhdanh-dev-trust',
      key: 'origin-authority.pem',
    },
    mail: { name: 'Vinh Danh', address: 'khong-tra-loi@dev.vinhdanh.example' },
    identity: { kind: 'cognito', domainPrefix: 'vinhdanh-dev', threatProtection: false },
    alarmEmail: 'van-hanh@vinhdanh.example',
    runbooks: 'https://code.vinhdanh.example/docs/runbooks',
    throttling: {
      pages: { rate: 50, burst: 100 },
      programs: { rate: 50, burst: 100 },
      strangers: { rate: 10, burst: 20 },
    },
    tableUnits: { read: 2_000, write: 2_000 },
    perMinute: { everything: 600, follow: 60, signIn: 60 },
    logRetention: RetentionDays.ONE_MONTH,
    logLevel: 'DEBUG',
    records: 'discard',
    monthlyBudgetUsd: 50,
  },
  prod: {
    name: 'prod',
    account: '444455556666',
    region: 'ap-southeast-1',
    domain: 'vinhdanh.example',
    certificates: {
      site: 'arn:aws:acm:us-east-1:444455556666:certificate/00000000-0000-4000-8000-000000000001',
      origin: 'arn:aws:acm:ap-southeast-1:444455556666:certificate/00000000-0000-4000-8000-000000000002',
    },
    originTrust: {
      clientCertificate:
        'arn:aws:acm:us-east-1:444455556666:certificate/00000000-0000-4000-8000-000000000003',
      bucket: 'vinhdanh-prod-trust',
      key: 'origin-authority.pem',
    },
    mail: { name: 'Vinh Danh', address: 'khong-tra-loi@vinhdanh.example' },
    identity: { kind: 'cognito', domainPrefix: 'vinhdanh-prod', threatProtection: true },
    alarmEmail: 'van-hanh@vinhdanh.example',
    runbooks: 'https://code.vinhdanh.example/docs/runbooks',
    throttling: {
      pages: { rate: 500, burst: 1000 },
      programs: { rate: 500, burst: 1000 },
      strangers: { rate: 50, burst: 100 },
    },
    pagesAtOnce: 300,
    tableUnits: { read: 12_000, write: 12_000 },
    perMinute: { everything: 1200, follow: 120, signIn: 120 },
    logRetention: RetentionDays.ONE_YEAR,
    logLevel: 'INFO',
    records: 'keep',
    monthlyBudgetUsd: 300,
  },
} as const;

/** @throws RangeError for a name that is no stage; ZodError for settings that can't be */
export function stageOf(name: string): Stage {
  if (name !== 'dev' && name !== 'prod') throw new RangeError(`there is no stage ${name}: dev or prod`);
  return stageSchema.parse(stages[name]);
}
