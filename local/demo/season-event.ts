import type { z } from 'zod';
import type { attachmentKinds } from '#shared/domain/case.ts';
import type { caseCommands, contentPatchSchema, CaseCommandName } from '#shared/domain/case-command.ts';
import type { ItemOutcome } from '#shared/domain/list.ts';
import type { RefusalCode } from '#shared/domain/refusal.ts';
import type { SubjectKind } from '#shared/domain/round.ts';
import type { Lane } from '#shared/domain/route-template.ts';
import type { World } from './world.ts';

/** What happened in a season, act by act, in short keys: never a total, and never an id of the system. */
export interface Season {
  readonly key: string;
  readonly title: string;
  readonly world: World;
  readonly events: readonly SeasonEvent[];
}

interface When {
  /** Office day and time of day; 09:00 when absent. */
  readonly on: string;
  readonly at?: string;
  /** Username of the account that acts. */
  readonly by: string;
  /** The act is refused, so; the season goes on. */
  readonly refusedWith?: RefusalCode;
}

export type SeasonEvent = When & (OfficeDeed | CaseDeed | ListDeed | CeremonyDeed);

type CaseKind = 'nomination' | 'modelProposal';
type Content = z.input<typeof contentPatchSchema>;
type NamedContent = Content & { readonly printedName: string; readonly unit: string };
type Proposer = { readonly name: string; readonly account?: string };

export type OfficeDeed =
  | {
      readonly do: 'openRound';
      readonly round: string;
      readonly owner: string;
      readonly name: string;
      readonly year: number;
      readonly lane: Lane;
      readonly themes: readonly string[];
      readonly opensOn: string;
      readonly forms: readonly {
        readonly form: string;
        readonly closingDay: string;
        readonly councilDay: string;
        readonly quotas: readonly {
          readonly organisation?: string;
          readonly kind: SubjectKind;
          readonly count: number;
        }[];
      }[];
    }
  | {
      readonly do: 'admitLate';
      readonly round: string;
      readonly organisation: string;
      readonly reason: string;
    };

/** An earlier nomination whose subject is meant, and what the officer says about it. */
interface IdentityAnswer {
  readonly subjectOf: string;
  readonly answer: 'same' | 'namesake';
}

export interface NominateDeed {
  readonly do: 'nominate';
  readonly case: string;
  readonly organisation: string;
  readonly round: string;
  readonly form: string;
  readonly subjectKind: SubjectKind;
  readonly proposer: Proposer;
  readonly idNumber?: string;
  /** Usernames of people who are this subject or of this household. */
  readonly accounts?: readonly string[];
  readonly answers?: readonly IdentityAnswer[];
  readonly sealed?: { readonly basis: string; readonly placeholder: boolean };
  readonly content: NamedContent;
}

/** Acts on a case that say nothing but their own command. */
export type PlainCaseAct = Exclude<CaseCommandName, 'edit' | 'reassign' | 'judgeIdentity'>;

type PlainCaseDeed = {
  [Name in PlainCaseAct]: {
    readonly do: Name;
    readonly cases: readonly string[];
    readonly says?: z.input<(typeof caseCommands)[Name]>;
  };
}[PlainCaseAct];

export type CaseDeed =
  | NominateDeed
  | {
      readonly do: 'proposeModel';
      readonly case: string;
      readonly organisation: string;
      readonly proposer: Proposer;
      readonly content: NamedContent & { readonly model: NonNullable<Content['model']> };
    }
  | { readonly do: 'edit'; readonly case: string; readonly content: Content }
  | {
      readonly do: 'judgeIdentity';
      readonly case: string;
      readonly subjectOf: string;
      readonly answer: 'same' | 'namesake';
      readonly reason: string;
    }
  | {
      readonly do: 'attachToCase';
      readonly case: string;
      readonly kind: AttachmentKind;
      readonly name: string;
    }
  | PlainCaseDeed;

export type AttachmentKind = (typeof attachmentKinds)[number];
export type RowToGather =
  string | { readonly case: string; readonly recommended: boolean; readonly remark: string };

export interface CouncilFinding {
  readonly case: string;
  readonly outcome: ItemOutcome;
  readonly agreed: number;
  readonly recused?: readonly string[];
  readonly note?: string;
}

export type ListDeed =
  | {
      readonly do: 'startLetter';
      readonly list: string;
      readonly organisation: string;
      readonly title: string;
      readonly round?: string;
      readonly caseKind?: CaseKind;
      readonly sealed?: boolean;
    }
  | {
      readonly do: 'startSession';
      readonly list: string;
      readonly organisation: string;
      readonly title: string;
      readonly council: string;
      readonly heldOn: string;
      readonly round?: string;
      readonly sealed?: boolean;
    }
  | {
      readonly do: 'startDecision';
      readonly list: string;
      readonly organisation: string;
      readonly title: string;
      readonly round?: string;
      readonly caseKind?: CaseKind;
      readonly sealed?: boolean;
      readonly origin?: 'here' | 'outside';
    }
  | { readonly do: 'gather'; readonly list: string; readonly cases: readonly RowToGather[] }
  | { readonly do: 'ungather'; readonly list: string; readonly case: string }
  | { readonly do: 'order'; readonly list: string; readonly cases: readonly string[] }
  /** `signer`: username of the leader who will sign; absent for a session and for a decision from outside. */
  | { readonly do: 'close'; readonly list: string; readonly signer?: string }
  | { readonly do: 'reopen'; readonly list: string; readonly reason: string }
  | { readonly do: 'strike'; readonly list: string; readonly case: string; readonly reason: string }
  | {
      readonly do: 'presence';
      readonly list: string;
      readonly chair: string;
      readonly absent: readonly { readonly person: string; readonly reason: string }[];
    }
  | { readonly do: 'result'; readonly list: string; readonly results: readonly CouncilFinding[] }
  | {
      readonly do: 'attachToList';
      readonly list: string;
      readonly kind: AttachmentKind;
      readonly name: string;
    }
  | {
      readonly do: 'conclude';
      readonly list: string;
      readonly reasons?: Readonly<Record<string, string>>;
    }
  | { readonly do: 'sign'; readonly list: string }
  | { readonly do: 'issue'; readonly list: string; readonly number: string; readonly date: string }
  | {
      readonly do: 'issueSignedOutside';
      readonly list: string;
      readonly number: string;
      readonly date: string;
      readonly signedOn: string;
      /** `account` when the signer holds a post here; else name and capacity as the paper has them. */
      readonly signer: {
        readonly name: string;
        readonly capacity: 'head' | 'deputy';
        readonly account?: string;
      };
    };

export type CeremonyDeed =
  | {
      readonly do: 'holdCeremony';
      readonly ceremony: string;
      readonly host: string;
      readonly title: string;
      readonly day: string;
      readonly place: string;
      readonly freezeOn: string;
    }
  | {
      readonly do: 'draw';
      readonly ceremony: string;
      readonly decision: string;
      readonly cases?: readonly string[];
    }
  | {
      readonly do: 'arrange';
      readonly ceremony: string;
      readonly groups: readonly {
        readonly form: string;
        readonly authority: string;
        readonly presenters: readonly { readonly name: string; readonly title: string }[];
        readonly cases: readonly string[];
      }[];
    }
  | {
      readonly do: 'handOver';
      readonly ceremony: string;
      readonly cases: readonly string[];
      readonly state: 'PRESENTED' | 'TO_DELIVER' | 'DELIVERED' | 'PRIVATE';
      readonly receivedBy?: string;
    };

const morning = '09:00';

export const timeOf = (event: SeasonEvent): string => event.at ?? morning;

/** In the order of office time; what falls on one minute keeps the order in which it was written. */
export function inOrder(events: readonly SeasonEvent[]): SeasonEvent[] {
  const moment = (event: SeasonEvent): string => `${event.on} ${timeOf(event)}`;
  return [...events].sort((one, other) =>
    moment(one) < moment(other) ? -1 : moment(one) > moment(other) ? 1 : 0,
  );
}
