import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolEmail,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { MailIdentity } from '../constructs/data/mail-identity.ts';
import { removalOf } from '../constructs/removal.ts';
import type { IdentitySettings } from '../identity-settings.ts';
import { nameOf, publicUrlOf } from '../names.ts';
import type { Stage } from '../stages.ts';
import { stackProps } from './stack-props.ts';

export interface IdentityStackProps {
  readonly stage: Stage;
  readonly pool: Extract<Stage['identity'], { kind: 'cognito' }>;
  readonly mail: MailIdentity;
}

/** A user pool of our own: people are entered by an administrator under their person's id, and sign in with two factors. */
export class IdentityStack extends Stack {
  readonly settings: IdentitySettings;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id, stackProps(props.stage));
    const pool = this.#createPool(props);
    const client = createClient(pool, props.stage);
    this.#createSignInPages(pool, client, props.pool.domainPrefix);
    this.settings = {
      issuer: `https://cognito-idp.${props.stage.region}.amazonaws.com/${pool.userPoolId}`,
      clientId: client.userPoolClientId,
      audience: `${publicUrlOf(props.stage)}/api`,
      personClaim: 'cognito:username',
      bearerPersonClaim: 'username',
      signingAcr: '',
      signingAmr: '',
    };
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
  }

  #createPool({ stage, pool: { threatProtection }, mail }: IdentityStackProps): UserPool {
    const pool = new UserPool(this, 'People', {
      userPoolName: nameOf(stage, 'people'),
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      // A ULID is written in capitals and must come back so. E-mail addresses are entered in small letters.
      signInCaseSensitive: true,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      email: UserPoolEmail.withSES({
        fromEmail: stage.mail.address,
        fromName: stage.mail.name,
        sesRegion: stage.region,
        sesVerifiedDomain: mail.domain,
        configurationSetName: mail.configurationSet,
      }),
      userInvitation: invitation(publicUrlOf(stage)),
      userVerification: {
        emailSubject: 'Mã xác nhận Vinh Danh',
        emailBody: 'Mã xác nhận của ông/bà trên hệ thống Vinh Danh: {####}',
      },
      featurePlan: threatProtection ? FeaturePlan.PLUS : FeaturePlan.ESSENTIALS,
      standardThreatProtectionMode: threatProtection
        ? StandardThreatProtectionMode.FULL_FUNCTION
        : StandardThreatProtectionMode.NO_ENFORCEMENT,
      deletionProtection: stage.records === 'keep',
      removalPolicy: removalOf(stage),
    });
    if (!threatProtection) {
      acknowledge(
        pool,
        'AwsSolutions-COG8',
        'A stage may do without the Plus plan: everybody has a second factor anyway.',
      );
    }
    return pool;
  }

  #createSignInPages(pool: UserPool, client: UserPoolClient, domainPrefix: string): void {
    pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Managed login shows an error instead of a form until a style is assigned.
    new CfnManagedLoginBranding(this, 'SignInStyle', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
}

/** A public client: the code is bound by PKCE, so there is no secret to keep. */
function createClient(pool: UserPool, stage: Stage): UserPoolClient {
  const url = publicUrlOf(stage);
  return pool.addClient('Pages', {
    generateSecret: false,
    // Beside the sign-in pages only the flow that never sends a password.
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [`${url}/signed-in`],
      logoutUrls: [`${url}/`],
    },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
  });
}

function invitation(url: string) {
  const lines = [
    'Kính gửi ông/bà,',
    `Tài khoản của ông/bà trên hệ thống Vinh Danh (${url}) đã được mở.`,
    'Tên đăng nhập: địa chỉ thư điện tử này. Mật khẩu tạm thời (3 ngày): {####}',
    'Lần đầu đăng nhập, ông/bà đổi mật khẩu và cài ứng dụng tạo mã xác thực. (Mã người dùng: {username})',
  ];
  return { emailSubject: 'Tài khoản Vinh Danh', emailBody: lines.join('<br>') };
}
