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

  it('refuse to keep records behind an origin that anybody may call', () => {
    const { originTrust: _trust, ...open } = stageOf('prod');
    expect(stageSchema.safeParse(open).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'originTrust',
    ]);
    expect(stageSchema.safeParse({ ...open, records: 'discard' }).success).toBe(true);
  });

  describe('with another issuer', () => {
    const issuer = {
      kind: 'issuer',
      issuer: 'https://id.example/realms/office',
      clientId: 'vinh-danh',
      audience: 'vinh-danh-api',
      personClaim: 'sub',
      bearerPersonClaim: 'sub',
      signingAcr: 'urn:example:two-factors',
      signingAmr: '',
    };
    const faultsWith = (change: object): string[] => {
      const stage = { ...stageOf('dev'), identity: { ...issuer, ...change } };
      return (stageSchema.safeParse(stage).error?.issues ?? []).map(({ path }) => path.join('.'));
    };

    it.each([
      ['one class of sign-ins', {}],
      ['one method of them', { signingAcr: '', signingAmr: 'otp hwk' }],
    ])('are sound where they ask for %s before an act that signs', (_, change) => {
      expect(faultsWith(change)).toEqual([]);
    });

    it.each(['', '  ', ', ,'])('refuse to ask for nothing before an act that signs: %j', (blank) => {
      expect(faultsWith({ signingAcr: blank, signingAmr: blank })).toEqual(['identity.signingAcr']);
    });

    it('refuse an audience that is the client’s own: ID tokens are for that one', () => {
      expect(faultsWith({ audience: issuer.clientId })).toEqual(['identity.audience']);
    });

    it('refuse an issuer that is asked without TLS', () => {
      expect(faultsWith({ issuer: 'http://id.example/realms/office' })).toEqual(['identity.issuer']);
    });
  });

  it('share nothing that must be unique', () => {
    const [dev, prod] = [stageOf('dev'), stageOf('prod')];
    expect(dev.account).not.toBe(prod.account);
    expect(dev.domain).not.toBe(prod.domain);
    expect(dev.mail.address).not.toBe(prod.mail.address);
  });
});
