import type { ClockStop } from '../law/clock.ts';
import type { CaseStatus } from '../case.ts';
import type { commendationTypes } from '../past-decision.ts';
import type { PersonId } from '../id.ts';
import type { AchievementAnswer, Comparable } from '../judged-achievement.ts';
import type { SubjectKind } from '../round.ts';
import type { CivilDate } from '../time.ts';

/**
 * What rules look at: plain facts of one case, gathered by whoever asks. A part that is left out was not looked at; rules that
 * need it are silent. Within a part, `undefined` says that nobody has entered it.
 */
export interface CaseFacts {
  /** The day on which the question is asked. */
  readonly today: CivilDate;
  readonly nomination?: NominationFacts;
  readonly days?: DayFacts;
  /** Other cases of what may be the same achievement. */
  readonly others?: readonly OtherCase[];
  readonly history?: HistoryFacts;
  /** Discipline, investigations, complaints and reports in the press, of which somebody has told. */
  readonly troubles?: readonly Trouble[];
  readonly service?: ServiceFacts;
  readonly papers?: readonly PaperFact[];
  readonly council?: CouncilFacts;
  readonly quota?: QuotaFacts;
  readonly decision?: DecisionFacts;
  readonly money?: MoneyFacts;
  readonly printed?: PrintedFacts;
  readonly publication?: PublicationFacts;
  readonly hands?: HandFacts;
  readonly standard?: StandardFacts;
  readonly force?: ForceFacts;
  readonly idNumber?: IdNumberFacts;
}

/** Đột xuất, chuyên đề (our movement), công trạng, quá trình cống hiến: Law 2022, Art. 8. */
export type CommendationType = (typeof commendationTypes)[number];

export interface NominationFacts {
  readonly form: string;
  readonly type: CommendationType;
  readonly subjectKind: SubjectKind;
  readonly name: string;
  readonly birthYear?: number | undefined;
  readonly gender?: 'female' | 'male' | undefined;
  readonly unit: string;
  readonly citation: string;
  readonly report: string;
  readonly achievementFrom?: CivilDate | undefined;
  readonly achievementTo?: CivilDate | undefined;
  /** Whether somebody has confirmed that nothing in it is a state secret. */
  readonly noSecrets?: boolean | undefined;
  /** An enterprise or another unit that pays taxes, or its head. */
  readonly headOfTaxpayer?: boolean | undefined;
  /** Somebody has asked for a lower award as a condition of this one; false: the reasons given are others. */
  readonly lowerAwardAsked?: boolean | undefined;
  /** Names of initiatives (sáng kiến) on which it rests. */
  readonly initiatives?: readonly string[] | undefined;
  /** Earlier commendations that it gives as its ground. */
  readonly basis?:
    | readonly {
        /** Undefined: as the past decision of that number says. */
        readonly type?: CommendationType | undefined;
        readonly number: string;
      }[]
    | undefined;
  /** Days on which a gap in the achievement lies, with its cause. */
  readonly gaps?:
    | readonly {
        readonly from: CivilDate;
        readonly to: CivilDate;
        readonly maternity: boolean;
      }[]
    | undefined;
}

export interface DayFacts {
  readonly submittedOn?: CivilDate | undefined;
  /** The complete file was received by whoever appraises for the deciding authority. */
  readonly receivedOn?: CivilDate | undefined;
  /** Day of the newer law that was chosen for it, instead of that of receipt. */
  readonly lawOf?: CivilDate | undefined;
  /** Working days of its appraisal, as they stood when it was received. */
  readonly appraisalLimit?: number | undefined;
  readonly appraisedOn?: CivilDate | undefined;
  readonly decidedOn?: CivilDate | undefined;
  readonly notifiedOn?: CivilDate | undefined;
  /** The file came to whoever appraises for the deciding authority; undefined: nobody has looked. */
  readonly arrivedOn?: CivilDate | undefined;
  /** It was taken in as complete, asked to be supplemented, or returned: whichever was first. */
  readonly answeredOn?: CivilDate | undefined;
  readonly conferenceOn?: CivilDate | undefined;
  /** When the clock stood still. */
  readonly stopped?: readonly ClockStop[];
}

export interface OtherCase {
  readonly id: string;
  readonly form: string;
  /** Undefined: of this movement, like most. */
  readonly type?: CommendationType | undefined;
  readonly status: CaseStatus;
  readonly name: string;
  readonly birthYear?: number | undefined;
  readonly unit: string;
  readonly achievementFrom?: CivilDate | undefined;
  readonly achievementTo?: CivilDate | undefined;
  readonly citation: string;
  readonly report: string;
  /** The same subject, as a person has answered; undefined while nobody has. */
  readonly sameSubject?: boolean | undefined;
  /** Put to two levels (khen cao): at most one ends in an award. */
  readonly linked: boolean;
  /** What a person has said, with a reason, about the two achievements. */
  readonly judged?: AchievementAnswer | undefined;
}

export interface PastAward {
  /** The case that was awarded here, or the imported decision with the line of its row; the number where neither is known. */
  readonly id?: string | undefined;
  /** As the decision names whom it awarded. */
  readonly name?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly unit?: string | undefined;
  readonly form: string;
  readonly type: CommendationType;
  readonly number: string;
  readonly on: CivilDate;
  readonly authority: string;
  readonly achievementFrom?: CivilDate | undefined;
  readonly achievementTo?: CivilDate | undefined;
  /** What it was given for, as the decision says it. */
  readonly citation?: string | undefined;
  /** What a person has said, with a reason, about the two achievements. */
  readonly judged?: AchievementAnswer | undefined;
  /** Since when it can be compared with, and what was said with the sending of its own case (judged-achievement.ts). */
  readonly knownOn?: CivilDate | undefined;
  readonly declaredOn?: CivilDate | undefined;
  /** Brought in by another office than the one that nominates, and confirmed by nobody: a person must look. */
  readonly toldByOthers?: boolean | undefined;
  /** Initiatives on which it rested, of a decision that was issued here. */
  readonly initiatives?: readonly string[] | undefined;
  /** For protecting national security (an ninh quốc gia, an ninh Tổ quốc). */
  readonly forSecurity?: boolean | undefined;
}

export interface HistoryFacts {
  /** From when on past decisions are in the system; undefined: none was imported. */
  readonly knownSince?: CivilDate | undefined;
  readonly awards: readonly PastAward[];
  /** Initiatives (sáng kiến) on which awards rested, of whomever, with the number of the decision. */
  readonly initiatives?: readonly { readonly name: string; readonly number: string }[];
  /** State orders that bar from the medal, by name as it was entered. */
  readonly stateMedals: readonly string[];
}

export interface Trouble {
  readonly kind: 'discipline' | 'investigation' | 'inspection' | 'complaint' | 'press';
  readonly from: CivilDate;
  readonly endedOn?: CivilDate | undefined;
  readonly document?: string | undefined;
  /** It was found that there was nothing. */
  readonly cleared?: boolean | undefined;
}

export interface ServiceFacts {
  /** `leader`: in a leading post · `force`: in the force that keeps security at the grassroots. */
  readonly track?: 'leader' | 'force' | undefined;
  readonly stretches: readonly {
    readonly from: CivilDate;
    readonly to?: CivilDate | undefined;
    /** Specially difficult, border or island area. */
    readonly hardship: boolean;
  }[];
  /** Work assessed as well done. */
  readonly wellDone?: boolean | undefined;
  /** No hot spot and no serious case in the area of a leader. */
  readonly quietArea?: boolean | undefined;
  /** Lost the title of the force, prosecuted, in compulsory education, dropped as collaborator. */
  readonly barred?: boolean | undefined;
  /** Fields of the content that bar from the medal and that nobody has filled in. */
  readonly unsaid?: readonly string[] | undefined;
}

/**
 * A paper among those of the case, or one that a step of its own way makes here: minutes of a council's session, an office's
 * letter. Of those `name` is the code of the step; nobody brings them.
 */
export interface PaperFact {
  readonly kind: string;
  readonly name: string;
}

export interface CouncilFacts {
  readonly members: number;
  readonly present: number;
  /** Of those who were absent. */
  readonly writtenVotes: number;
  readonly agreed: number;
  readonly byBallot: boolean;
  /** What they say; undefined: nobody has looked. */
  readonly minutes?:
    { readonly present?: number | undefined; readonly total?: number | undefined } | undefined;
}

export interface QuotaFacts {
  /** The award form whose places these are, by its name. */
  readonly form?: string;
  readonly count: number;
  readonly taken: number;
  /** Those between whom one must choose. */
  readonly equals: readonly {
    readonly id: string;
    readonly name: string;
    readonly subjectKind: SubjectKind;
    readonly gender?: 'female' | 'male' | undefined;
    /** Of a hundred. */
    readonly womenShare?: number | undefined;
  }[];
}

export interface DecisionFacts {
  readonly authority: {
    readonly kind: string;
    readonly level: string;
    readonly function?: string | undefined;
  };
  readonly number?: string | undefined;
  /** An earlier decision that this one corrects or revokes. */
  readonly after?: {
    readonly kind: 'corrects' | 'revokes';
    readonly number?: string | undefined;
    readonly deletes: boolean;
    /** Artefact and money are being taken back. */
    readonly recovering?: boolean | undefined;
  };
  /** A decision's number under which a gift was entered; gifts have none. */
  readonly giftNumber?: string | undefined;
}

/** Đồng that go with awards; of one subject, and of a whole decision. */
export interface MoneyFacts {
  /** Entered for this award in the draft of the decision. */
  readonly entered?: number | undefined;
  /** All that the same subject is awarded at the same time, this award among them. */
  readonly together?: readonly {
    readonly form: string;
    readonly subjectKind: SubjectKind;
    readonly achievementFrom?: CivilDate | undefined;
    readonly achievementTo?: CivilDate | undefined;
    /** A person has said, with a reason, that its achievement is another one. */
    readonly declaredOther?: boolean | undefined;
    /** What people have concluded about it and others. */
    readonly side?: Comparable | undefined;
  }[];
  /** Entered for all of them together. */
  readonly enteredTogether?: number | undefined;
  /** Of all rows of the decision. */
  readonly ofDecision?: number | undefined;
  /** Rows of the decision for which no sum is known: it needs that much more. */
  readonly unknownRows?: number | undefined;
  /** The fund of the deciding level in the year of the decision; undefined: nobody has entered it. */
  readonly fund?: { readonly total: number; readonly promised: number } | undefined;
}

export interface PrintedFacts {
  readonly name: string;
  readonly unit: string;
  readonly goldenBookNumber?: number | undefined;
  /** Its place in the decision, from 1. */
  readonly ordinal: number;
}

export interface PublicationFacts {
  readonly chosen: 'public' | 'internal' | 'sealed';
  /** Where it stands or would stand: a public list, the search, the stage's screen. */
  readonly shownOn: readonly string[];
  /** Fields that are shown there. */
  readonly fields: readonly string[];
  readonly postedFrom?: CivilDate | undefined;
  readonly postedTo?: CivilDate | undefined;
}

/** Who did what, by the id of a person: model.md 25. */
export interface HandFacts {
  readonly proposer?: PersonId | undefined;
  readonly typist: PersonId;
  readonly appraisers: readonly PersonId[];
  /** Who would act now, and as what. */
  readonly actor: { readonly id: PersonId; readonly as: 'appraise' | 'vote' | 'decide' | 'sign' };
  /** People who are the subject or of its household. */
  readonly subjects: readonly PersonId[];
}

export interface StandardFacts {
  readonly of: 'area' | 'ward' | 'agency' | 'enterprise' | 'school';
  readonly registeredOn?: CivilDate | undefined;
  readonly year: number;
  readonly recognisedOn?: CivilDate | undefined;
  /** Small or micro enterprise; primary school, preschool, nursery; armed forces. */
  readonly excluded: boolean;
  readonly units?: { readonly all: number; readonly registered: number; readonly recognised: number };
  readonly effectiveModels?: number | undefined;
}

export interface ForceFacts {
  readonly rating: 'excellent' | 'good' | 'done' | 'failed';
  readonly teamRating: 'excellent' | 'good' | 'done' | 'failed';
  readonly leader: boolean;
  readonly months: number;
  readonly teamMonths: number;
  readonly rated: { readonly good: number; readonly excellent: number };
}

export interface IdNumberFacts {
  readonly digits: string;
  readonly gender?: 'female' | 'male' | undefined;
  readonly birthYear?: number | undefined;
}
