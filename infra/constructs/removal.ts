import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

export function removalOf({ records }: Stage): RemovalPolicy {
  return records === 'keep' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
