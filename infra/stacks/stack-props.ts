import type { StackProps } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/** Where a stack lives and how well it is guarded: the same for all of a stage. */
export function stackProps({ name, account, region, records }: Stage, elsewhere?: string): StackProps {
  return {
    env: { account, region: elsewhere ?? region },
    terminationProtection: records === 'keep',
    tags: { system: 'vinh-danh', stage: name },
  };
}
