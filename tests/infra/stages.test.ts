import { describe, expect, it } from 'vitest';
import { stageOf, stageSchema } from '#infra/stages.ts';

describe('the settings of a stage', () => {
  it.each(['dev', 'prod'])('of %s are sound', (name) => {
    expect(stageOf(name).name).toBe(name);
  });

  it('are asked for by a name that exists', () => {
    expect(() => stageOf('test')).toThrow('there is no stage test: dev or prod');
  });

  it('refuse a certificate of the origin that lies in another region', () => {
    const stage = stageOf('dev');
    const moved = { ...stage, region: 'ap-southeast-2' };
    expect(stageSchema.safeParse(moved).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'certificates.origin',
    ]);
  });

  it('refuse a certificate for CloudFront outside us-east-1', () => {
    const { certificates, ...stage } = stageOf('dev');
    const site = certificates.site.replace('us-east-1', stage.region);
    expect(stageSchema.safeParse({ ...stage, certificates: { ...certificates, site } }).success).toBe(false);
  });

  it('share nothing that must be unique', () => {
    const [dev, prod] = [stageOf('dev'), stageOf('prod')];
    expect(dev.account).not.toBe(prod.account);
    expect(dev.domain).not.toBe(prod.domain);
    expect(dev.mail.address).not.toBe(prod.mail.address);
  });
});
