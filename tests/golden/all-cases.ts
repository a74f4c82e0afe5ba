import type { GoldenCase } from './golden-case.ts';
import { medalCases } from './medal.ts';

export const goldenCases: readonly GoldenCase[] = [...medalCases];
