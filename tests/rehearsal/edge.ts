import { Agent } from 'node:http';
import { z } from 'zod';
import { forward } from './forward.ts';
import { serve, type StandIn } from './json-service.ts';
import type { Deployment } from './template.ts';

/** CloudFront on loopback, which keeps nothing: what a behaviour lets through to the origin is what it is here for. */
export interface Edge extends StandIn {
  /** Where browsers believe that they are: `https://` and the name of the distribution. */
  readonly origin: string;
}

/** On loopback all come from one address: by this somebody tells from which one CloudFront would see them come. */
export const seenAtHeader = 'rehearsed-seen-at';

/** What of a request goes on to the origin. */
type Passed = 'everything' | 'path';

interface Behaviour {
  readonly matches: (path: string) => boolean;
  readonly methods: readonly string[];
  readonly passed: Passed;
}

const behaviourSchema = z.object({
  PathPattern: z.string().default('*'),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ViewerProtocolPolicy: z.literal('redirect-to-https'),
});
const distributionSchema = z.object({
  DistributionConfig: z.object({
    Aliases: z.tuple([z.string()]),
    CacheBehaviors: z.array(behaviourSchema),
    DefaultCacheBehavior: behaviourSchema,
    Origins: z.tuple([z.object({ DomainName: z.string() })]),
  }),
});
const policySchema = z.object({
  CachePolicyConfig: z.object({
    ParametersInCacheKeyAndForwardedToOrigin: z.object({
      CookiesConfig: z.object({ CookieBehavior: z.literal('none') }),
      HeadersConfig: z.object({ HeaderBehavior: z.literal('none') }),
      QueryStringsConfig: z.object({ QueryStringBehavior: z.literal('none') }),
    }),
  }),
});

/** Policies of AWS's own: docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

/** @param gateway where the HTTP API answers, which knows itself by the name of the origin */
export async function serveEdge(deployment: Deployment, gateway: string): Promise<Edge> {
  const { DistributionConfig: config } = distributionSchema.parse(
    deployment.only('AWS::CloudFront::Distribution').properties,
  );
  const [{ DomainName: host }] = config.Origins;
  const behaviours = [...config.CacheBehaviors, config.DefaultCacheBehavior].map((one) =>
    behaviourOf(one, deployment),
  );
  const agent = new Agent({ keepAlive: true });
  const standIn = await serve(async ({ url = '/', method = 'GET', headers: sent }, body) => {
    const { [seenAtHeader]: seenAt = '127.0.0.1', ...headers } = sent;
    const asked = new URL(url, gateway);
    const behaviour = behaviours.find(({ matches }) => matches(asked.pathname));
    if (behaviour?.methods.includes(method) !== true) return { status: 403 };
    if (behaviour.passed === 'path') asked.search = '';
    const own = behaviour.passed === 'path' ? {} : headers;
    const seen = [headers['x-forwarded-for'] ?? [], seenAt].flat().join(', ');
    return forward({ url: asked, method, headers: { ...own, host, 'x-forwarded-for': seen }, body }, agent);
  });
  return {
    ...standIn,
    origin: `https://${config.Aliases[0]}`,
    async close() {
      await standIn.close();
      agent.destroy();
    },
  };
}

function behaviourOf(behaviour: z.infer<typeof behaviourSchema>, deployment: Deployment): Behaviour {
  const { PathPattern, AllowedMethods } = behaviour;
  const pattern = PathPattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  const expression = new RegExp(`^${pattern.replaceAll('?', '.')}$`);
  return {
    matches: (path) => expression.test(path),
    methods: AllowedMethods,
    passed: passedBy(behaviour, deployment),
  };
}

/** @throws Error for a policy that isn't known here */
function passedBy(
  { CachePolicyId: cache, OriginRequestPolicyId: request }: z.infer<typeof behaviourSchema>,
  deployment: Deployment,
): Passed {
  if (cache === cachingDisabled && request === allViewerExceptHost) return 'everything';
  const policy = deployment
    .ofType('AWS::CloudFront::CachePolicy')
    .find((one) => deployment.nameOf(one) === cache);
  if (policy === undefined || request !== undefined)
    throw new Error(`unknown policies: ${cache} ${String(request)}`);
  policySchema.parse(policy.properties);
  return 'path';
}
