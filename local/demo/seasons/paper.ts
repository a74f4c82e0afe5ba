import type {
  AttachmentKind,
  CouncilFinding,
  NominateDeed,
  RowToGather,
  SeasonEvent,
} from '../season-event.ts';

/** Stretches of office work that return all the year, written out as the single acts they consist of. */

interface Letter {
  readonly list: string;
  readonly organisation: string;
  readonly title: string;
  readonly round?: string;
  readonly caseKind?: 'nomination' | 'modelProposal';
  readonly sealed?: boolean;
  readonly cases: readonly RowToGather[];
  readonly officer: string;
  readonly signer: string;
  readonly clerk: string;
  readonly gatheredOn: string;
  readonly signedOn: string;
  readonly issuedOn: string;
  readonly number: string;
}

/** The officer gathers and closes, the leader signs, the records clerk numbers. */
export function letter(spec: Letter): SeasonEvent[] {
  const { list, organisation, title, round, caseKind, sealed } = spec;
  return [
    {
      on: spec.gatheredOn,
      at: '14:00',
      by: spec.officer,
      do: 'startLetter',
      list,
      organisation,
      title,
      ...(round === undefined ? {} : { round }),
      ...(caseKind === undefined ? {} : { caseKind }),
      ...(sealed === undefined ? {} : { sealed }),
    },
    ...signedAndNumbered(spec),
  ];
}

interface Paper extends Omit<Letter, 'organisation' | 'title' | 'round' | 'caseKind' | 'sealed'> {
  readonly order?: readonly string[];
}

function signedAndNumbered({ list, order, ...spec }: Paper): SeasonEvent[] {
  const { officer, gatheredOn, signedOn, issuedOn } = spec;
  return [
    { on: gatheredOn, at: '14:10', by: officer, do: 'gather', list, cases: spec.cases },
    ...(order === undefined
      ? []
      : [{ on: gatheredOn, at: '15:00', by: officer, do: 'order' as const, list, cases: order }]),
    { on: gatheredOn, at: '15:30', by: officer, do: 'close', list, signer: spec.signer },
    { on: signedOn, at: '15:40', by: spec.signer, do: 'sign', list },
    { on: issuedOn, at: '16:00', by: spec.clerk, do: 'issue', list, number: spec.number, date: issuedOn },
  ];
}

interface Decision extends Paper {
  readonly organisation: string;
  readonly title: string;
  readonly round?: string;
  readonly caseKind?: 'nomination' | 'modelProposal';
  readonly sealed?: boolean;
}

export function decision(spec: Decision): SeasonEvent[] {
  const { list, organisation, title, round, caseKind, sealed } = spec;
  return [
    {
      on: spec.gatheredOn,
      at: '13:45',
      by: spec.officer,
      do: 'startDecision',
      list,
      organisation,
      title,
      ...(round === undefined ? {} : { round }),
      ...(caseKind === undefined ? {} : { caseKind }),
      ...(sealed === undefined ? {} : { sealed }),
    },
    ...signedAndNumbered(spec),
  ];
}

interface Session {
  readonly list: string;
  readonly organisation: string;
  readonly title: string;
  readonly council: string;
  readonly round?: string;
  readonly sealed?: boolean;
  readonly secretary: string;
  readonly chair: string;
  readonly cases: readonly string[];
  readonly heldOn: string;
  /** When the agenda is made and sent out; the day of the session when absent. */
  readonly agendaOn?: string;
  readonly members: number;
  readonly absent?: readonly { readonly person: string; readonly reason: string }[];
  /** Why the council went on though a rule warned, by the rule’s id. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** Findings that differ from "everybody present agreed". */
  readonly findings?: readonly CouncilFinding[];
}

/** The secretary makes the agenda, enters who came and what was found, attaches the minutes. */
export function session(spec: Session): SeasonEvent[] {
  const { list, organisation, title, council, round, sealed, heldOn, secretary, cases, chair } = spec;
  const absent = spec.absent ?? [];
  const agendaOn = spec.agendaOn ?? heldOn;
  const found = (name: string): CouncilFinding =>
    spec.findings?.find((finding) => finding.case === name) ?? {
      case: name,
      outcome: 'agreed',
      agreed: spec.members - absent.length,
    };
  return [
    {
      on: agendaOn,
      at: '07:40',
      by: secretary,
      do: 'startSession',
      list,
      organisation,
      title,
      council,
      heldOn,
      ...(round === undefined ? {} : { round }),
      ...(sealed === undefined ? {} : { sealed }),
    },
    { on: agendaOn, at: '07:45', by: secretary, do: 'gather', list, cases },
    { on: agendaOn, at: '07:55', by: secretary, do: 'close', list },
    { on: heldOn, at: '08:15', by: secretary, do: 'presence', list, chair, absent },
    { on: heldOn, at: '10:00', by: secretary, do: 'result', list, results: cases.map(found) },
    {
      on: heldOn,
      at: '10:30',
      by: secretary,
      do: 'attachToList',
      list,
      kind: 'minutes',
      name: 'Biên bản họp Hội đồng.pdf',
    },
    {
      on: heldOn,
      at: '10:40',
      by: secretary,
      do: 'conclude',
      list,
      ...(spec.reasons === undefined ? {} : { reasons: spec.reasons }),
    },
  ];
}

/** Typed, checked and submitted by the officer in one sitting, with the papers that each file must hold. */
export function submitted(
  when: { readonly on: string; readonly at?: string; readonly by: string },
  nominations: readonly NominateDeed[],
  papers: readonly { readonly kind: AttachmentKind; readonly name: string }[] = [],
): SeasonEvent[] {
  return nominations.flatMap((nomination): SeasonEvent[] => [
    { ...when, ...nomination },
    ...papers.map((paper) => ({ ...when, do: 'attachToCase' as const, case: nomination.case, ...paper })),
    { ...when, do: 'submit', cases: [nomination.case], says: { noSecrets: true } },
  ]);
}

interface Person {
  readonly case: string;
  readonly name: string;
  readonly born: number;
  readonly gender: 'female' | 'male';
  readonly title: string;
  readonly group?: string;
  readonly unit: string;
  readonly proposer: string;
  readonly report: string;
  /** Last six digits of the invented id number. */
  readonly serial: string;
}

interface Setting {
  readonly organisation: string;
  readonly round: string;
  readonly form: string;
  readonly citation: string;
  readonly from: string;
  readonly to: string;
}

const consent = 'Người được đề nghị đồng ý công bố tên, đơn vị và hình thức khen';
const collectiveConsent = 'Tập thể đồng ý công bố tên và hình thức khen';

export function individual(setting: Setting, person: Person): NominateDeed {
  const { organisation, round, form, citation, from, to } = setting;
  const { name, born, gender, title, unit, group, report } = person;
  return {
    do: 'nominate',
    case: person.case,
    organisation,
    round,
    form,
    subjectKind: 'individual',
    proposer: { name: person.proposer },
    idNumber: inventedIdNumber(person),
    content: {
      printedName: name,
      title,
      unit,
      birthYear: born,
      gender,
      achievementFrom: from,
      achievementTo: to,
      citation,
      report,
      publication: 'public',
      publicationBasis: consent,
      ...(group === undefined ? {} : { residentialGroup: group }),
    },
  };
}

/** Shaped like a real number, but no province has the code 000. */
function inventedIdNumber({ gender, born, serial }: Person): string {
  return `000${gender === 'male' ? 0 : 1}${String(born % 100).padStart(2, '0')}${serial}`;
}

interface Collective {
  readonly case: string;
  readonly name: string;
  readonly representative: string;
  readonly legalPerson: boolean;
  readonly unit: string;
  readonly proposer: string;
  readonly report: string;
  readonly kind?: 'collective' | 'household';
  readonly group?: string;
}

export function collective(setting: Setting, spec: Collective): NominateDeed {
  const { organisation, round, form, citation, from, to } = setting;
  return {
    do: 'nominate',
    case: spec.case,
    organisation,
    round,
    form,
    subjectKind: spec.kind ?? 'collective',
    proposer: { name: spec.proposer },
    content: {
      printedName: spec.name,
      unit: spec.unit,
      representative: spec.representative,
      legalPerson: spec.legalPerson,
      achievementFrom: from,
      achievementTo: to,
      citation,
      report: spec.report,
      publication: 'public',
      publicationBasis: collectiveConsent,
      ...(spec.group === undefined ? {} : { residentialGroup: spec.group }),
    },
  };
}
