import { CfnRoute, CfnStage, type HttpRoute, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Stage } from '../stages.ts';

type Asker = keyof Stage['throttling'];

/** Each route, and who asks there. */
export type Asked = readonly (readonly [HttpRoute, Asker])[];

/** Each route has a limit of its own, so that no askers use up what is there for others. */
export function limitRoutes(stage: HttpStage, throttling: Stage['throttling'], asked: Asked): void {
  const { defaultChild } = stage.node;
  if (!(defaultChild instanceof CfnStage)) throw new TypeError('no stage');
  defaultChild.routeSettings = Object.fromEntries(
    asked.map(([route, asker]) => {
      const { rate, burst } = throttling[asker];
      const limit = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst, DetailedMetricsEnabled: true };
      return [keyOf(route), limit];
    }),
  );
  // Settings of a route that isn't there yet are refused.
  stage.node.addDependency(...asked.map(([route]) => route));
}

function keyOf({ node: { defaultChild } }: HttpRoute): string {
  if (!(defaultChild instanceof CfnRoute)) throw new TypeError('no route');
  return defaultChild.routeKey;
}
