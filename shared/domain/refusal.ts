import { z } from 'zod';

/** One field and what is wrong with it; `code` is a key of the field messages. */
export interface FieldFault {
  /**
   * Its path in what was sent (`content.birthYear`), a parameter of the address (`id`), a header (`If-Match`), or the
   * part of the record that stands in the way (`minutes`, `standing`).
   */
  readonly field: string;
  readonly code: string;
  readonly limit?: number | string;
}

/**
 * What a code is about. A place that knows the field more exactly says so: `cases.3.case` for `case`. `named`: each place
 * that throws it names its own fields. `null`: about who asks, or about us, and no field would mend it.
 */
type About = FieldFault | 'named' | null;

/**
 * The one catalogue of what can be refused. A code is at once the problem code of the API, the error name
 * in ASL, the key of its texts in shared/messages and the title of its test. `status` is the HTTP status
 * (RFC 9110); `retry` says whether the same request may succeed later without being changed; `about` names the
 * field, as its `About` says.
 */
export const refusals = {
  // Reading what was sent
  BodyNotJson: { status: 400, retry: false, about: { field: 'body', code: 'notJson' } },
  BodyTooLarge: { status: 413, retry: false, about: { field: 'body', code: 'bodyTooLarge' } },
  MediaTypeUnsupported: {
    status: 415,
    retry: false,
    about: { field: 'Content-Type', code: 'wrongMediaType' },
  },
  InputInvalid: { status: 422, retry: false, about: 'named' },
  RouteNotFound: { status: 404, retry: false, about: { field: 'path', code: 'noSuchPath' } },
  MethodNotAllowed: { status: 405, retry: false, about: { field: 'method', code: 'methodNotTaken' } },
  TooManyRequests: { status: 429, retry: true, about: null },
  TooManyAtOnce: { status: 429, retry: true, about: null },
  ServerOverloaded: { status: 503, retry: true, about: null },
  StoreBusy: { status: 503, retry: true, about: null },
  StorageFailing: { status: 503, retry: true, about: null },
  // Who asks
  TokenMissing: { status: 401, retry: false, about: { field: 'Authorization', code: 'noToken' } },
  TokenMalformed: { status: 401, retry: false, about: { field: 'Authorization', code: 'tokenMalformed' } },
  TokenExpired: { status: 401, retry: false, about: { field: 'Authorization', code: 'tokenExpired' } },
  TokenInvalid: { status: 401, retry: false, about: { field: 'Authorization', code: 'tokenInvalid' } },
  SignInNeeded: { status: 401, retry: false, about: { field: 'Authorization', code: 'personUnknown' } },
  SignInTooWeak: { status: 403, retry: false, about: { field: 'Authorization', code: 'tooWeak' } },
  FormExpired: { status: 403, retry: false, about: { field: 'csrf', code: 'expired' } },
  ActNotYours: { status: 403, retry: false, about: null },
  PostEnded: { status: 403, retry: false, about: null },
  ConflictOfInterest: { status: 403, retry: false, about: null },
  RevealNeedsReason: { status: 422, retry: false, about: { field: 'reason', code: 'empty' } },
  // What doesn't exist, or not for this reader
  CaseNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  ListNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  PastDecisionNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  CeremonyNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  RoundNotFound: { status: 404, retry: false, about: { field: 'round', code: 'unknown' } },
  SubjectNotFound: { status: 404, retry: false, about: { field: 'subject', code: 'unknown' } },
  SlipNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  SlipLinkNotFound: { status: 404, retry: false, about: { field: 'path', code: 'noSuchPath' } },
  PublicCodeNotFound: { status: 404, retry: false, about: { field: 'code', code: 'notAPublicCode' } },
  FileNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  OrganisationUnknown: { status: 422, retry: false, about: { field: 'organisation', code: 'unknown' } },
  OrganisationForeign: { status: 403, retry: false, about: { field: 'organisation', code: 'foreign' } },
  // Retries and stale pages
  IdempotencyKeyMissing: { status: 400, retry: false, about: { field: 'Idempotency-Key', code: 'noKey' } },
  IdempotencyKeyReused: { status: 422, retry: false, about: { field: 'Idempotency-Key', code: 'keyReused' } },
  IfMatchMissing: { status: 428, retry: false, about: { field: 'If-Match', code: 'noVersion' } },
  EditStale: { status: 412, retry: false, about: { field: 'If-Match', code: 'stale' } },
  CaseMovedOn: { status: 409, retry: false, about: { field: 'standing', code: 'movedOn' } },
  CaseIsMoving: { status: 409, retry: true, about: { field: 'standing', code: 'moving' } },
  ListMovedOn: { status: 409, retry: false, about: { field: 'state', code: 'movedOn' } },
  // Nominations
  AwardNotOpenInRound: { status: 422, retry: false, about: { field: 'form', code: 'notOpen' } },
  RoundNotOpen: { status: 409, retry: false, about: { field: 'round', code: 'notYetOpen' } },
  ClosingDayPassed: { status: 409, retry: false, about: { field: 'round', code: 'closed' } },
  SubjectKindNotEligible: {
    status: 422,
    retry: false,
    about: { field: 'subjectKind', code: 'kindNotEligible' },
  },
  DateOrderWrong: {
    status: 422,
    retry: false,
    about: { field: 'content.achievementTo', code: 'beforeStart' },
  },
  NominationIncomplete: { status: 422, retry: false, about: 'named' },
  AchievementAlreadyNominated: {
    status: 409,
    retry: false,
    about: { field: 'otherAchievement', code: 'notSaidOther' },
  },
  /** Khen cao: the higher level has yet to decide, or one of the two is being decided already. */
  LinkedNominationOpen: { status: 409, retry: false, about: { field: 'case', code: 'linkedOpen' } },
  LinkedNominationAwarded: { status: 409, retry: false, about: { field: 'case', code: 'linkedAwarded' } },
  IdentityQuestionOpen: { status: 409, retry: false, about: { field: 'subject', code: 'likeness' } },
  RouteUnresolvable: { status: 409, retry: false, about: { field: 'route', code: 'noRoute' } },
  SupplementFieldNotAsked: { status: 422, retry: false, about: 'named' },
  RuleForbids: { status: 422, retry: false, about: 'named' },
  RuleNeedsReason: { status: 422, retry: false, about: 'named' },
  LawNotLighter: { status: 409, retry: false, about: { field: 'law', code: 'notLighter' } },
  WithdrawalTooLate: { status: 409, retry: false, about: { field: 'standing', code: 'letterSigned' } },
  // Files
  FileTooLarge: { status: 413, retry: false, about: { field: 'file', code: 'tooLarge' } },
  FileTypeRefused: { status: 415, retry: false, about: { field: 'contentType', code: 'notAllowed' } },
  FileNotArrived: { status: 409, retry: true, about: { field: 'file', code: 'notArrived' } },
  // Lists
  CaseNotFree: { status: 409, retry: false, about: { field: 'case', code: 'notFree' } },
  CaseNotOfThisList: { status: 422, retry: false, about: { field: 'case', code: 'notOfThisList' } },
  SealedApart: { status: 422, retry: false, about: { field: 'case', code: 'sealedApart' } },
  ListEmpty: { status: 409, retry: false, about: { field: 'rows', code: 'noRows' } },
  OrderIncomplete: { status: 422, retry: false, about: { field: 'cases', code: 'notEveryRowOnce' } },
  RowBarsSigner: { status: 409, retry: false, about: { field: 'signer', code: 'barred' } },
  SignerNotLeader: { status: 422, retry: false, about: { field: 'signer', code: 'notALeader' } },
  HashChanged: { status: 409, retry: false, about: { field: 'hash', code: 'hashChanged' } },
  NumberMalformed: { status: 422, retry: false, about: { field: 'number', code: 'notANumber' } },
  NumberTaken: { status: 409, retry: false, about: { field: 'number', code: 'taken' } },
  ScanMissing: { status: 409, retry: false, about: { field: 'scan', code: 'noScan' } },
  MinutesMissing: { status: 409, retry: false, about: { field: 'minutes', code: 'noMinutes' } },
  SessionAhead: { status: 409, retry: false, about: { field: 'heldOn', code: 'sessionAhead' } },
  PresenceMissing: { status: 409, retry: false, about: { field: 'presence', code: 'noPresence' } },
  CountsDontAddUp: { status: 422, retry: false, about: 'named' },
  ResultsMissing: { status: 409, retry: false, about: { field: 'results', code: 'noResult' } },
  OpinionsAwaited: { status: 409, retry: false, about: { field: 'standing', code: 'opinionsAwaited' } },
  OpinionNotAwaited: { status: 409, retry: false, about: { field: 'case', code: 'notAwaited' } },
  NobodyAsked: { status: 409, retry: false, about: { field: 'asked', code: 'nobodyAsked' } },
  DateNotLawful: { status: 422, retry: false, about: { field: 'date', code: 'notLawful' } },
  // Award history
  PastDecisionDoubled: { status: 409, retry: false, about: { field: 'number', code: 'pastDoubled' } },
  PastDecisionWithdrawn: { status: 409, retry: false, about: { field: 'state', code: 'movedOn' } },
  PastIdentityOpen: { status: 409, retry: false, about: 'named' },
  // Proposal slips
  SlipsClosed: { status: 409, retry: false, about: { field: 'round', code: 'closed' } },
  SlipLinkShown: { status: 409, retry: false, about: null },
  SlipsFull: { status: 429, retry: true, about: null },
  SlipSettled: { status: 409, retry: false, about: { field: 'state', code: 'movedOn' } },
  SlipNotMergeable: { status: 422, retry: false, about: { field: 'into', code: 'unknown' } },
  // Ceremonies
  AwardNotIssued: { status: 409, retry: false, about: { field: 'decision', code: 'notIssued' } },
  AwardAlreadyDrawn: { status: 409, retry: false, about: { field: 'cases', code: 'drawnElsewhere' } },
  CeremonyFrozen: { status: 409, retry: false, about: { field: 'phase', code: 'frozen' } },
  CeremonyNotHeld: { status: 409, retry: false, about: { field: 'phase', code: 'notHeld' } },
  // The directory
  OfficeFounded: { status: 409, retry: false, about: { field: 'office', code: 'alreadyFounded' } },
  OrganisationDoubled: { status: 409, retry: false, about: { field: 'name', code: 'organisationDoubled' } },
  OrganisationPeopled: { status: 409, retry: false, about: { field: 'outside', code: 'hasPeople' } },
  PersonNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  UsernameTaken: { status: 409, retry: false, about: { field: 'username', code: 'usernameTaken' } },
  LastAdministrator: { status: 409, retry: false, about: { field: 'post', code: 'lastAdministrator' } },
  AccountsElsewhere: { status: 409, retry: false, about: null },
  OwnAccess: { status: 409, retry: false, about: null },
  LinkShown: { status: 409, retry: false, about: null },
  // Law and settings
  SettingNotFound: { status: 404, retry: false, about: { field: 'id', code: 'notFound' } },
  FigureUnknown: { status: 422, retry: false, about: { field: 'key', code: 'unknown' } },
  SettingValueWrong: { status: 422, retry: false, about: { field: 'value', code: 'notOfFigure' } },
  SettingInTheWay: { status: 409, retry: false, about: { field: 'validFrom', code: 'settingInTheWay' } },
  OwnSetting: { status: 403, retry: false, about: null },
  SettingMovedOn: { status: 409, retry: false, about: { field: 'state', code: 'movedOn' } },
  SettingBegun: { status: 409, retry: false, about: { field: 'state', code: 'begun' } },
  RouteTemplateRefused: { status: 500, retry: false, about: null },
  LawUnsound: { status: 500, retry: false, about: null },
  LawSilent: { status: 500, retry: false, about: null },
  ExecutionLost: { status: 500, retry: false, about: null },
  InternalError: { status: 500, retry: true, about: null },
} as const satisfies Record<string, { status: number; retry: boolean; about: About }>;

export type RefusalCode = keyof typeof refusals;
/** Codes of which only the place that throws them can tell the fields. */
type NamingCode = {
  [Code in RefusalCode]: (typeof refusals)[Code]['about'] extends 'named' ? Code : never;
}[RefusalCode];
export const refusalCodeSchema = z.custom<RefusalCode>(
  (code) => typeof code === 'string' && Object.hasOwn(refusals, code),
);

/** Values for the placeholders of the code's texts, and what the reader needs to mend it. No personal data of others. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

/** What the catalogue says of a code wherever it is thrown: one field, or none. */
export function faultsOf(code: RefusalCode): readonly FieldFault[] {
  const about: About = refusals[code].about;
  return about === null || about === 'named' ? [] : [about];
}

/** An act that is not allowed, said so that it can be mended. `name` is the code. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  /** Those that were named, else the one of the catalogue. */
  readonly faults: readonly FieldFault[];

  constructor(
    code: Exclude<RefusalCode, NamingCode>,
    details?: RefusalDetails,
    faults?: readonly FieldFault[],
  );
  constructor(code: RefusalCode, details: RefusalDetails, faults: readonly FieldFault[]);
  constructor(
    code: RefusalCode,
    details: RefusalDetails = {},
    faults: readonly FieldFault[] = faultsOf(code),
  ) {
    super(code);
    this.name = code;
    this.code = code;
    this.details = details;
    this.faults = faults;
  }

  /** The same, said of the field that was really meant: `cases.0.case` where the catalogue says `case`. */
  at(field: string): Refusal {
    return new Refusal(
      this.code,
      this.details,
      this.faults.map((fault) => ({ ...fault, field })),
    );
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
