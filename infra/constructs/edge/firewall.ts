import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { nameOf } from '../../names.ts';
import type { Stage } from '../../stages.ts';
import { removalOf } from '../removal.ts';

type Rule = CfnWebACL.RuleProperty;
type Statement = CfnWebACL.StatementProperty;

/** In front of CloudFront, therefore in us-east-1. */
export class Firewall extends Construct {
  readonly arn: string;
  readonly metricName: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.metricName = nameOf(stage, 'firewall');
    const acl = new CfnWebACL(this, 'Acl', {
      name: this.metricName,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      rules: rulesOf(stage),
      // A rule that stops something quotes what it found: of a form only that it found it there.
      dataProtectionConfig: {
        dataProtections: [{ field: { fieldType: 'BODY' }, action: 'SUBSTITUTION' }],
      },
      visibilityConfig: visible(this.metricName),
    });
    this.arn = acl.attrArn;
    this.#logWhatIsStopped(acl, stage);
  }

  /** What passes is in the access log. No tokens, no cookies, no codes of sign-in, no public codes. */
  #logWhatIsStopped(acl: CfnWebACL, stage: Stage): void {
    const logGroupName = `aws-waf-logs-${nameOf(stage, 'firewall')}`;
    const logs = new LogGroup(this, 'Logs', {
      logGroupName,
      retention: stage.logRetention,
      removalPolicy: removalOf(stage),
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      // WAF refuses the `:*` at the end of the ARN that the log group gives.
      logDestinationConfigs: [`arn:aws:logs:us-east-1:${stage.account}:log-group:${logGroupName}`],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { singleHeader: { Name: 'referer' } },
        { queryString: {} },
        { uriPath: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: ['BLOCK', 'COUNT'].map((Action) => ({ ActionCondition: { Action } })),
          },
        ],
      },
    }).node.addDependency(logs);
  }
}

function rulesOf({ perMinute }: Stage): Rule[] {
  const rules = [
    managed('AWSManagedRulesAmazonIpReputationList'),
    managed('AWSManagedRulesKnownBadInputsRuleSet'),
    // A nomination's report is longer than the 8 KB that this rule allows; the pages refuse bodies over 256 KB themselves.
    managed('AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']),
    limited('EverythingPerMinute', perMinute.everything),
    limited('FollowPerMinute', perMinute.follow, anyOf(pathBegins('/follow'), pathBegins('/api/follow'))),
    limited('ProposePerMinute', perMinute.follow, pathBegins('/propose')),
    limited('SignInPerMinute', perMinute.signIn, anyOf(pathBegins('/sign-in'), pathBegins('/signed-in'))),
  ];
  return rules.map((rule, priority) => ({ ...rule, priority }));
}

type Unordered = Omit<Rule, 'priority'>;

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
function managed(name: string, onlyCounted: readonly string[] = []): Unordered {
  return {
    name,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: visible(name),
  };
}

/** Counted by address. https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html */
function limited(name: string, limit: number, scopeDownStatement?: Statement): Unordered {
  return {
    name,
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: 60,
        limit,
        ...(scopeDownStatement === undefined ? {} : { scopeDownStatement }),
      },
    },
    action: { block: { customResponse: { responseCode: 429 } } },
    visibilityConfig: visible(name),
  };
}

function anyOf(...statements: Statement[]): Statement {
  return { orStatement: { statements } };
}

function pathBegins(searchString: string): Statement {
  return {
    byteMatchStatement: {
      searchString,
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'STARTS_WITH',
      textTransformations: [
        { priority: 0, type: 'URL_DECODE' },
        { priority: 1, type: 'NORMALIZE_PATH' },
        { priority: 2, type: 'LOWERCASE' },
      ],
    },
  };
}

function visible(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}
