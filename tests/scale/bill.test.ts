import { describe, expect, it } from 'vitest';
import { assumed, billOf, standing, totalOf, type CaseUse, type Extent } from '#bench/scale/bill.ts';
import { prices } from '#bench/scale/prices.ts';

const use: CaseUse = {
  writeUnits: 1_000,
  readUnits: 0,
  transitions: 40,
  tasks: 0,
  marks: 0,
  mails: 2,
  tableBytes: 0,
  indexBytes: 0,
};
const nothing: Extent = { name: 'nothing', casesAMonth: 0, casesKept: 0, people: 0, deployments: 0 };

const lineOf = (extent: Partial<Extent>, service: string, asked: Partial<CaseUse> = {}): number =>
  billOf({ ...use, ...asked }, { ...nothing, ...extent }).find((line) => line.service === service)?.usd ??
  NaN;

describe('a bill', () => {
  it('of nothing in no deployment is nothing', () => {
    expect(totalOf(billOf(use, nothing))).toBe(0);
  });

  it('counts state transitions by the thousand, and the detours with them', () => {
    expect(lineOf({ casesAMonth: 1_000 }, 'Step Functions')).toBeCloseTo(
      1_000 * assumed.detours * 40 * 0.000025,
    );
  });

  it('counts units of the table, those of cases and those of pages', () => {
    const units = lineOf({ casesAMonth: 1_000 }, 'DynamoDB');
    const written = 1_000 * assumed.detours * 1_000 * prices.writeUnit.usd;
    const looked = 1_000 * assumed.requests * assumed.readUnitsARequest * prices.readUnit.usd;
    expect(units).toBeCloseTo(written + looked);
  });

  it('counts what is kept by the gigabyte, the indexes without recovery', () => {
    const kept = lineOf({ casesKept: 1_000_000 }, 'DynamoDB', { tableBytes: 3_000, indexBytes: 1_000 });
    expect(kept).toBeCloseTo(4 * prices.tableGb.usd + 3 * prices.recoveryGb.usd);
  });

  it('counts what stands in a deployment once for each', () => {
    const firewall = prices.firewall.usd + standing.firewallRules * prices.firewallRule.usd;
    expect(lineOf({ deployments: 34 }, 'WAF')).toBeCloseTo(34 * firewall);
  });

  it('counts people beyond the ten thousand that cost nothing', () => {
    expect(lineOf({ people: 10_000 }, 'Cognito')).toBe(0);
    expect(lineOf({ people: 12_000 }, 'Cognito')).toBeCloseTo(2_000 * prices.activeUser.usd);
  });
});
