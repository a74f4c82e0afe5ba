import { z } from 'zod';

/**
 * The one catalogue of what can be refused. A code is at once the problem code of the API, the error name
 * in ASL, the key of its texts in shared/messages and the title of its test. `status` is the HTTP status
 * (RFC 9110); `retry` says whether the same request may succeed later without being changed.
 */
export const refusals = {
  // Reading what was sent
  BodyNotJson: { status: 400, retry: false },
  BodyTooLarge: { status: 413, retry: false },
  MediaTypeUnsupported: { status: 415, retry: false },
  InputInvalid: { status: 422, retry: false },
  RouteNotFound: { status: 404, retry: false },
  MethodNotAllowed: { status: 405, retry: false },
  TooManyRequests: { status: 429, retry: true },
  StoreBusy: { status: 503, retry: true },
  // Who asks
  TokenMissing: { status: 401, retry: false },
  TokenMalformed: { status: 401, retry: false },
  TokenExpired: { status: 401, retry: false },
  TokenInvalid: { status: 401, retry: false },
  SignInNeeded: { status: 401, retry: false },
  FormExpired: { status: 403, retry: false },
  ActNotYours: { status: 403, retry: false },
  PostEnded: { status: 403, retry: false },
  ConflictOfInterest: { status: 403, retry: false },
  RevealNeedsReason: { status: 422, retry: false },
  // What doesn't exist, or not for this reader
  CaseNotFound: { status: 404, retry: false },
  ListNotFound: { status: 404, retry: false },
  CeremonyNotFound: { status: 404, retry: false },
  RoundNotFound: { status: 404, retry: false },
  SubjectNotFound: { status: 404, retry: false },
  PublicCodeNotFound: { status: 404, retry: false },
  FileNotFound: { status: 404, retry: false },
  OrganisationUnknown: { status: 422, retry: false },
  OrganisationForeign: { status: 403, retry: false },
  // Retries and stale pages
  IdempotencyKeyMissing: { status: 400, retry: false },
  IdempotencyKeyReused: { status: 422, retry: false },
  IfMatchMissing: { status: 428, retry: false },
  EditStale: { status: 412, retry: false },
  CaseMovedOn: { status: 409, retry: false },
  CaseIsMoving: { status: 409, retry: true },
  ListMovedOn: { status: 409, retry: false },
  // Nominations
  AwardNotOpenInRound: { status: 422, retry: false },
  ClosingDayPassed: { status: 409, retry: false },
  SubjectKindNotEligible: { status: 422, retry: false },
  DateOrderWrong: { status: 422, retry: false },
  NominationIncomplete: { status: 422, retry: false },
  AchievementAlreadyNominated: { status: 409, retry: false },
  IdentityQuestionOpen: { status: 409, retry: false },
  RouteUnresolvable: { status: 409, retry: false },
  SupplementFieldNotAsked: { status: 422, retry: false },
  WithdrawalTooLate: { status: 409, retry: false },
  // Files
  FileTooLarge: { status: 413, retry: false },
  FileTypeRefused: { status: 415, retry: false },
  FileNotArrived: { status: 409, retry: true },
  // Lists
  CaseNotFree: { status: 409, retry: false },
  CaseNotOfThisList: { status: 422, retry: false },
  SealedApart: { status: 422, retry: false },
  ListEmpty: { status: 409, retry: false },
  OrderIncomplete: { status: 422, retry: false },
  RowBarsSigner: { status: 409, retry: false },
  SignerNotLeader: { status: 422, retry: false },
  HashChanged: { status: 409, retry: false },
  NumberMalformed: { status: 422, retry: false },
  NumberTaken: { status: 409, retry: false },
  MinutesMissing: { status: 409, retry: false },
  PresenceMissing: { status: 409, retry: false },
  CountsDontAddUp: { status: 422, retry: false },
  ResultsMissing: { status: 409, retry: false },
  DateNotLawful: { status: 422, retry: false },
  // Ceremonies
  AwardNotIssued: { status: 409, retry: false },
  AwardAlreadyDrawn: { status: 409, retry: false },
  CeremonyFrozen: { status: 409, retry: false },
  CeremonyNotHeld: { status: 409, retry: false },
  // Law and settings
  RouteTemplateRefused: { status: 500, retry: false },
  ExecutionLost: { status: 500, retry: false },
  InternalError: { status: 500, retry: true },
} as const satisfies Record<string, { status: number; retry: boolean }>;

export type RefusalCode = keyof typeof refusals;
export const refusalCodeSchema = z.custom<RefusalCode>(
  (code) => typeof code === 'string' && Object.hasOwn(refusals, code),
);

/** Values for the placeholders of the code's texts, and what the reader needs to mend it. No personal data of others. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

/** One field of the request and what is wrong with it; `code` is a key of the field messages. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly limit?: number | string;
}

/** An act that is not allowed, said so that it can be mended. `name` is the code. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  readonly faults: readonly FieldFault[];
  constructor(code: RefusalCode, details: RefusalDetails = {}, faults: readonly FieldFault[] = []) {
    super(code);
    this.name = code;
    this.code = code;
    this.details = details;
    this.faults = faults;
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
