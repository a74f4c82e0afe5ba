import { actingPost } from '#shared/domain/actor.ts';
import { holdsOn, type Organisation, type Person, type Role } from '#shared/domain/directory.ts';
import { barredFrom, type Judgement } from '#shared/domain/four-eyes.ts';
import type { OrganisationId, PersonId, PostId } from '#shared/domain/id.ts';
import { isDocumentNumber, listKindFor, type ListKind, type ListState } from '#shared/domain/list.ts';
import { caseRules, judgementOf, listRules, officeRules, type CaseRule } from '#shared/domain/permission.ts';
import { Refusal, type RefusalCode } from '#shared/domain/refusal.ts';
import { dueDay, resolveHolder, type RoundDays, type Territory } from '#shared/domain/route.ts';
import type { Way } from '#shared/domain/route-template.ts';
import { folded } from '#shared/domain/text.ts';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import type {
  CaseDeed,
  ListDeed,
  OfficeDeed,
  RowToGather,
  Season,
  SeasonEvent,
} from '#local/demo/season-event.ts';
import { organisationId, personId } from '#local/demo/world.ts';

/**
 * A season walked through on paper: the routes, the table of rights and four eyes of the domain, with an office that
 * opens every step at once. It finds what a play would be refused, without a server.
 */
export interface Rehearsal {
  readonly cases: ReadonlyMap<string, PaperCase>;
  readonly lists: ReadonlyMap<string, PaperList>;
  /** Steps that were left after their due day: their holder's leader was told. */
  readonly late: readonly {
    readonly case: string;
    readonly step: string;
    readonly dueOn: string;
    readonly leftOn: string;
  }[];
}

export interface PaperCase {
  readonly name: string;
  readonly kind: 'nomination' | 'modelProposal';
  readonly enteredBy: OrganisationId;
  readonly subjectKind: string | undefined;
  readonly sealed: boolean;
  readonly round: string | undefined;
  readonly passed: { step: string; outcome: string }[];
  form: string | undefined;
  status: string;
  template?: Way;
  step?: {
    readonly template: Way['steps'][number];
    readonly holder: OrganisationId;
    readonly dueOn: CivilDate;
  };
  list?: string;
  supplement?: boolean;
  held?: boolean;
  proposer?: PersonId;
  appraisers?: PersonId[];
  accounts: readonly PersonId[];
  /** Whose achievement it is: two nominations may name one subject. */
  subject: string;
}

export interface PaperList {
  readonly name: string;
  readonly kind: ListKind;
  readonly organisation: OrganisationId;
  readonly sealed: boolean;
  readonly origin: 'here' | 'outside';
  readonly rows: Map<string, boolean>;
  readonly results: Map<string, string>;
  state: ListState;
  signer?: PostId;
  present?: boolean;
  minutes?: boolean;
  number?: string;
}

type Deed<Union, Name> = Extract<Union, { do: Name }>;

export function rehearse(season: Season): Rehearsal {
  const office = new Office(season);
  for (const event of season.events) office.take(event);
  return { cases: office.cases, lists: office.lists, late: office.late };
}

class Office {
  readonly cases = new Map<string, PaperCase>();
  readonly lists = new Map<string, PaperList>();
  readonly late: { case: string; step: string; dueOn: string; leftOn: string }[] = [];
  readonly #rounds = new Map<string, Deed<OfficeDeed, 'openRound'>>();
  readonly #admitted = new Set<string>();
  /** Subjects by the name, kind and birth year under which others find them; what was said about each pair. */
  readonly #likeness = new Map<string, string>();
  readonly #answered = new Set<string>();
  readonly #season: Season;
  #today = civilDateSchema.parse('2000-01-01');
  #actor: Person;

  constructor(season: Season) {
    this.#season = season;
    this.#actor = season.world.people[0]!;
  }

  take(event: SeasonEvent): void {
    const actor = this.#season.world.people.find((person) => person.username === event.by);
    if (actor === undefined) throw new Error(`${event.by} is nobody`);
    this.#actor = actor;
    this.#today = civilDateSchema.parse(event.on);
    const refused = this.#refusalOf(event);
    if (refused !== event.refusedWith) {
      throw new Error(`${event.on} ${event.by} ${event.do} ${nameOf(event)}: ${refused ?? 'not refused'}`);
    }
  }

  #refusalOf(event: SeasonEvent): RefusalCode | undefined {
    try {
      this.#perform(event);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw new Error(`${event.on} ${event.by} ${event.do} ${nameOf(event)}: ${String(error)}`, {
        cause: error,
      });
    }
  }

  #perform(event: SeasonEvent): void {
    switch (event.do) {
      case 'openRound':
        this.#needs(organisationId(event.owner), officeRules.openRound.roles);
        this.#rounds.set(event.round, event);
        return;
      case 'admitLate':
        this.#needs(organisationId(this.#round(event.round).owner), officeRules.admitLate.roles);
        this.#admitted.add(`${event.round}/${organisationId(event.organisation)}`);
        return;
      case 'holdCeremony':
      case 'draw':
      case 'arrange':
      case 'handOver':
        this.#needs(organisationId('host' in event ? event.host : this.#host(event.ceremony)), ['organiser']);
        return;
      default:
        if ('list' in event) this.#list(event);
        else this.#case(event);
    }
  }

  #host(ceremony: string): string {
    const held = this.#season.events.find(
      (event) => event.do === 'holdCeremony' && event.ceremony === ceremony,
    );
    return held?.do === 'holdCeremony' ? held.host : '';
  }

  #case(deed: CaseDeed): void {
    switch (deed.do) {
      case 'nominate':
        this.#needs(organisationId(deed.organisation), officeRules.nominate.roles, deed.sealed !== undefined);
        if (!this.#round(deed.round).forms.some((open) => open.form === deed.form))
          throw new Refusal('AwardNotOpenInRound');
        this.#enter(deed, 'nomination', {
          subject: deed.answers?.find((answer) => answer.answer === 'same')?.subjectOf ?? deed.case,
          accounts: (deed.accounts ?? []).map(personId),
        });
        return;
      case 'proposeModel':
        this.#needs(organisationId(deed.organisation), officeRules.proposeModel.roles);
        this.#enter(deed, 'modelProposal', { subject: deed.case, accounts: [] });
        return;
      case 'edit':
      case 'attachToCase':
        return;
      case 'judgeIdentity':
        this.#answer(this.#permitted(deed.case, deed.do).subject, this.#paper(deed.subjectOf).subject);
        return;
      default:
        for (const name of deed.cases) this.#act(name, deed);
    }
  }

  #answer(one: string, other: string): void {
    this.#answered.add(`${one}/${other}`).add(`${other}/${one}`);
  }

  #enter(
    deed: Deed<CaseDeed, 'nominate'> | Deed<CaseDeed, 'proposeModel'>,
    kind: PaperCase['kind'],
    more: Pick<PaperCase, 'subject' | 'accounts'>,
  ): void {
    const nominated = deed.do === 'nominate' ? deed : undefined;
    const account = deed.proposer.account;
    this.cases.set(deed.case, {
      name: deed.case,
      kind,
      enteredBy: organisationId(deed.organisation),
      form: nominated?.form,
      round: nominated?.round,
      subjectKind: nominated?.subjectKind,
      sealed: nominated?.sealed !== undefined,
      passed: [],
      status: 'DRAFT',
      ...(account === undefined ? {} : { proposer: personId(account) }),
      ...more,
    });
    if (nominated === undefined || nominated.sealed !== undefined || more.subject !== deed.case) return;
    const { printedName, birthYear } = nominated.content;
    this.#likeness.set(deed.case, [nominated.subjectKind, folded(printedName), birthYear ?? ''].join('#'));
    for (const answer of nominated.answers ?? [])
      this.#answer(deed.case, this.#paper(answer.subjectOf).subject);
  }

  #act(name: string, deed: Extract<CaseDeed, { cases: readonly string[] }>): void {
    const subject = this.#permitted(name, deed.do);
    switch (deed.do) {
      case 'submit':
        this.#submit(subject);
        return;
      case 'discard':
      case 'withdraw':
        if (deed.do === 'withdraw' && subject.passed.some((step) => step.step.endsWith('letter'))) {
          throw new Refusal('WithdrawalTooLate');
        }
        if (subject.list !== undefined) this.#listNamed(subject.list).rows.delete(name);
        this.#end(subject, 'WITHDRAWN');
        return;
      case 'receive':
        this.#leave(subject, 'recommended');
        return;
      case 'recommend':
      case 'notRecommend':
        subject.appraisers = [...(subject.appraisers ?? []), this.#actor.id];
        this.#leave(subject, deed.do === 'recommend' ? 'recommended' : 'notRecommended');
        return;
      case 'askSupplement':
        subject.supplement = true;
        return;
      case 'answerSupplement':
        delete subject.supplement;
        return;
      case 'hold':
        subject.held = true;
        return;
      case 'release':
        delete subject.held;
        this.#open(subject);
        return;
      case 'returnIneligible':
        this.#end(subject, 'INELIGIBLE');
        return;
      case 'refuse':
      case 'recordNotAwarded':
        this.#end(subject, subject.kind === 'nomination' ? 'NOT_AWARDED' : 'NOT_APPROVED');
        return;
      case 'changeForm':
        subject.form = deed.says?.form;
        subject.template = this.#template(subject);
        return;
      case 'chooseLaw':
        // By which law it is judged moves nothing that a season tells of.
        return;
      case 'mendWording':
      case 'withdrawConsent':
      case 'askQuestion':
      case 'answerQuestion':
        // How it reads on the certificate, and what is asked about it or shown of it, moves nothing.
        return;
      case 'judgeAchievement':
        // What R01 finds moves nothing by itself.
        return;
    }
  }

  #submit(subject: PaperCase): void {
    const days = this.#days(subject);
    if (subject.kind === 'nomination') {
      const round = subject.round === undefined ? undefined : this.#round(subject.round);
      if (round !== undefined && this.#today < round.opensOn) throw new Refusal('RoundNotOpen');
      const late = days !== undefined && this.#today > days.closingDay;
      if (late && !this.#admitted.has(`${subject.round ?? ''}/${subject.enteredBy}`))
        throw new Refusal('ClosingDayPassed');
      this.#refuseOpenIdentity(subject.subject);
      const twin = [...this.cases.values()].find(
        (other) => other !== subject && other.subject === subject.subject && other.status !== 'WITHDRAWN',
      );
      if (twin !== undefined) throw new Refusal('AchievementAlreadyNominated');
    }
    subject.template = this.#template(subject);
    subject.status = 'AT_STEP';
    this.#open(subject);
  }

  #refuseOpenIdentity(subject: string): void {
    const key = this.#likeness.get(subject);
    const alike = [...this.#likeness].filter(
      ([other, its]) => key !== undefined && its === key && other !== subject,
    );
    if (alike.some(([other]) => !this.#answered.has(`${subject}/${other}`)))
      throw new Refusal('IdentityQuestionOpen');
  }

  #template(subject: PaperCase): Way {
    const round = subject.round === undefined ? undefined : this.#round(subject.round);
    const { level } = this.#organisation(subject.enteredBy);
    return law.templateFor({
      case: subject.kind,
      form: subject.form,
      lane: round?.lane,
      enteredAt: level,
      day: this.#today,
    });
  }

  #open(subject: PaperCase): void {
    const done = new Set(subject.passed.map((passed) => passed.step));
    const template = subject.template?.steps.find((step) => !done.has(step.code));
    if (template === undefined) throw new Error(`${subject.name} has no way to go on`);
    const holder = resolveHolder(this.#territory(subject.enteredBy), template, this.#today).id;
    const dueOn = dueDay(template.due, this.#today, {
      calendar: law.calendar,
      roundDays: this.#days(subject),
    });
    subject.step = { template, holder, dueOn };
  }

  #leave(subject: PaperCase, outcome: string): void {
    const { step } = subject;
    if (step === undefined) throw new Error(`${subject.name} is at no step`);
    if (this.#today > step.dueOn) {
      this.late.push({
        case: subject.name,
        step: step.template.code,
        dueOn: step.dueOn,
        leftOn: this.#today,
      });
    }
    subject.passed.push({ step: step.template.code, outcome });
    delete subject.list;
    this.#open(subject);
  }

  #end(subject: PaperCase, status: string): void {
    subject.status = status;
    delete subject.step;
    delete subject.list;
  }

  /** Rights, standing and four eyes of an act on a case. */
  #permitted(name: string, act: keyof typeof caseRules): PaperCase {
    const subject = this.#paper(name);
    const rule: CaseRule = caseRules[act];
    const entering = rule.at === 'entering' || subject.status === 'DRAFT';
    const organisation = entering ? subject.enteredBy : subject.step?.holder;
    if (organisation === undefined) throw new Refusal('CaseMovedOn', { name });
    this.#needs(organisation, rule.roles, subject.sealed);
    const standing = standingOf(subject);
    if (!rule.standings.includes(standing)) throw new Error(`${name} is ${standing}`);
    const kind = subject.step?.template.kind;
    if (rule.stepKinds !== undefined && (kind === undefined || !rule.stepKinds.includes(kind))) {
      throw new Error(`${name} is at a step of kind ${kind ?? 'none'}`);
    }
    const judgement = judgementOf[act];
    if (judgement !== undefined && this.#barred(judgement, this.#actor.id, subject))
      throw new Refusal('ConflictOfInterest');
    return subject;
  }

  #barred(judgement: Judgement, person: PersonId, subject: PaperCase): boolean {
    const { proposer, appraisers = [], accounts } = subject;
    return barredFrom(judgement, person, { proposer, appraisers, subjectAccounts: accounts }) !== undefined;
  }

  #list(deed: ListDeed): void {
    if (deed.do === 'startLetter' || deed.do === 'startSession' || deed.do === 'startDecision') {
      this.#start(deed);
      return;
    }
    const list = this.#listNamed(deed.list);
    const act = deed.do === 'attachToList' ? 'attach' : deed.do;
    const rule = listRules[act];
    this.#needs(list.organisation, rolesFor(act, rule.roles, list), list.sealed);
    const states: readonly ListState[] = rule.states;
    const kinds: readonly ListKind[] = rule.kinds;
    if (!states.includes(list.state) || !kinds.includes(list.kind))
      throw new Error(`the list is ${list.state}`);
    switch (deed.do) {
      case 'gather':
        for (const row of deed.cases) this.#gather(list, row);
        return;
      case 'ungather':
      case 'strike':
        if (!list.rows.delete(deed.case)) throw new Error(`${deed.case} stands on no row`);
        delete this.#paper(deed.case).list;
        return;
      case 'order':
        if (deed.cases.length !== list.rows.size || deed.cases.some((name) => !list.rows.has(name))) {
          throw new Refusal('OrderIncomplete');
        }
        return;
      case 'close':
        this.#close(list, deed.signer);
        return;
      case 'reopen':
        list.state = 'GATHERING';
        return;
      case 'presence':
        this.#presence(list, deed);
        return;
      case 'result':
        for (const finding of deed.results) this.#result(list, finding.case, finding.outcome);
        return;
      case 'attachToList':
        list.minutes = deed.kind === 'minutes';
        return;
      case 'conclude':
        if (list.present !== true || list.minutes !== true || list.results.size !== list.rows.size) {
          throw new Refusal('ResultsMissing');
        }
        list.state = 'SIGNED';
        this.#settle(list);
        return;
      case 'sign':
        if (!this.#actor.posts.some((post) => post.id === list.signer)) throw new Refusal('ActNotYours');
        list.state = 'SIGNED';
        return;
      case 'issue':
      case 'issueSignedOutside':
        this.#issue(list, deed.number, deed.date);
    }
  }

  #start(deed: Deed<ListDeed, 'startLetter' | 'startSession' | 'startDecision'>): void {
    const organisation = organisationId(deed.organisation);
    const origin = deed.do === 'startDecision' ? (deed.origin ?? 'here') : 'here';
    const roles = origin === 'outside' ? (['clerk'] as const) : officeRules[deed.do].roles;
    const kind =
      deed.do === 'startLetter' ? 'letter' : deed.do === 'startSession' ? 'session' : decisionKind(deed);
    const sealed = deed.sealed ?? false;
    this.#needs(organisation, roles, sealed);
    this.lists.set(deed.list, {
      name: deed.list,
      kind,
      organisation,
      sealed,
      origin,
      rows: new Map(),
      results: new Map(),
      state: 'GATHERING',
    });
  }

  #gather(list: PaperList, row: RowToGather): void {
    const name = typeof row === 'string' ? row : row.case;
    const subject = this.#paper(name);
    const { step } = subject;
    if (step === undefined || standingOf(subject) !== 'free')
      throw new Error(`${name} is ${standingOf(subject)}`);
    if (step.holder !== list.organisation || listKindFor(step.template.kind, subject.kind) !== list.kind) {
      throw new Error(`${name} is at ${step.template.code}`);
    }
    if ((step.template.kind === 'outside') !== (list.origin === 'outside'))
      throw new Error(`${name} is decided elsewhere`);
    if (subject.sealed !== list.sealed) throw new Refusal('SealedApart');
    subject.list = list.name;
    list.rows.set(name, typeof row === 'string' || row.recommended);
  }

  #close(list: PaperList, username: string | undefined): void {
    if (list.rows.size === 0) throw new Refusal('ListEmpty');
    if (username !== undefined) {
      const person = personId(username);
      const judgement = list.kind === 'letter' ? 'sign' : 'decide';
      const rows = [...list.rows.keys()].map((name) => this.#paper(name));
      if (rows.some((subject) => this.#barred(judgement, person, subject)))
        throw new Refusal('RowBarsSigner');
      const organisation = this.#season.world.organisations.find((one) => one.id === list.organisation)!;
      list.signer = this.#leaderPost(person, organisation.id, list.sealed);
    } else if (list.kind !== 'session' && list.origin === 'here') {
      throw new Refusal('SignerNotLeader');
    }
    list.state = 'CLOSED';
  }

  #leaderPost(person: PersonId, organisation: OrganisationId, sealed: boolean): PostId {
    const posts = this.#season.world.people.find((one) => one.id === person)?.posts ?? [];
    const post = posts.find(
      (one) => one.organisation === organisation && one.role === 'leader' && holdsOn(one, this.#today),
    );
    if (post === undefined || (sealed && !post.sealed)) throw new Refusal('SignerNotLeader');
    return post.id;
  }

  #presence(list: PaperList, deed: Deed<ListDeed, 'presence'>): void {
    const council = this.#season.world.councils.find((one) => one.organisation === list.organisation);
    const members = council?.members.map((member) => member.person) ?? [];
    const named = [deed.chair, ...deed.absent.map((one) => one.person)].map(personId);
    if (named.some((person) => !members.includes(person)) || new Set(named).size < named.length) {
      throw new Refusal('InputInvalid', {}, []);
    }
    list.present = true;
  }

  #result(list: PaperList, name: string, outcome: string): void {
    if (!list.rows.has(name)) throw new Refusal('CaseNotOfThisList');
    if (list.present !== true) throw new Refusal('PresenceMissing');
    list.results.set(name, outcome);
  }

  #issue(list: PaperList, number: string, date: string): void {
    const wanted = list.kind === 'letter' ? '/TTr-' : '/QĐ-';
    if (!isDocumentNumber(number) || !number.includes(wanted)) throw new Refusal('NumberMalformed');
    if (date > this.#today) throw new Refusal('DateNotLawful');
    const taken = [...this.lists.values()].some(
      (other) =>
        other.organisation === list.organisation && other.origin === list.origin && other.number === number,
    );
    if (taken) throw new Refusal('NumberTaken');
    if (list.kind === 'letter') this.#checkClosingDay(list);
    list.number = number;
    list.state = 'ISSUED';
    this.#settle(list);
  }

  #checkClosingDay(list: PaperList): void {
    const own = [...list.rows.keys()]
      .map((name) => this.#paper(name))
      .filter((one) => one.enteredBy === list.organisation);
    const late = own.filter((subject) => this.#today > (this.#days(subject)?.closingDay ?? this.#today));
    const round = late[0]?.round;
    if (round !== undefined && !this.#admitted.has(`${round}/${list.organisation}`))
      throw new Refusal('ClosingDayPassed');
  }

  #settle(list: PaperList): void {
    for (const [name, recommended] of list.rows) {
      const subject = this.#paper(name);
      if (list.kind === 'decision' || list.kind === 'approval') this.#award(subject, list.kind);
      else if (list.kind === 'letter') this.#leave(subject, recommended ? 'recommended' : 'notRecommended');
      else if (list.results.get(name) === 'agreed') this.#leave(subject, 'agreed');
      else if (list.results.get(name) === 'notAgreed') this.#end(subject, 'NOT_AWARDED');
      else delete subject.list;
    }
  }

  #award(subject: PaperCase, kind: 'decision' | 'approval'): void {
    const { step } = subject;
    if (step !== undefined && this.#today > step.dueOn) {
      this.late.push({
        case: subject.name,
        step: step.template.code,
        dueOn: step.dueOn,
        leftOn: this.#today,
      });
    }
    subject.passed.push({ step: step?.template.code ?? '', outcome: 'awarded' });
    this.#end(subject, kind === 'decision' ? 'AWARDED' : 'APPROVED');
  }

  #needs(organisation: OrganisationId, roles: readonly Role[], sealed = false): void {
    const { id, name, posts } = this.#actor;
    const among = sealed ? posts.filter((post) => post.sealed).map((post) => post.id) : undefined;
    actingPost({ person: id, name, posts }, this.#today, { organisation, roles, among });
  }

  #paper(name: string): PaperCase {
    const found = this.cases.get(name);
    if (found === undefined) throw new Error(`no case ${name}`);
    return found;
  }

  #listNamed(name: string): PaperList {
    const found = this.lists.get(name);
    if (found === undefined) throw new Error(`no list ${name}`);
    return found;
  }

  #round(name: string): Deed<OfficeDeed, 'openRound'> {
    const found = this.#rounds.get(name);
    if (found === undefined) throw new Refusal('RoundNotFound');
    return found;
  }

  #days(subject: PaperCase): RoundDays | undefined {
    const open =
      subject.round === undefined
        ? undefined
        : this.#round(subject.round).forms.find((one) => one.form === subject.form);
    if (open === undefined) return undefined;
    return {
      closingDay: civilDateSchema.parse(open.closingDay),
      councilDay: civilDateSchema.parse(open.councilDay),
    };
  }

  #organisation(id: OrganisationId): Organisation {
    const found = this.#season.world.organisations.find((one) => one.id === id);
    if (found === undefined) throw new Refusal('OrganisationUnknown');
    return found;
  }

  #territory(entering: OrganisationId): Territory {
    const { areas, organisations } = this.#season.world;
    const { area: start } = this.#organisation(entering);
    const own = areas.find((one) => one.id === start);
    if (own === undefined) throw new Error(`no area ${start}`);
    const reach = areas.filter((area) => area === own || own.above.includes(area.id));
    return {
      areas: reach,
      organisations: organisations.filter((one) => reach.some((area) => area.id === one.area)),
    };
  }
}

const decisionKind = (deed: Deed<ListDeed, 'startDecision'>): ListKind =>
  deed.caseKind === 'modelProposal' ? 'approval' : 'decision';

function rolesFor(act: string, roles: readonly Role[], list: PaperList): readonly Role[] {
  if (!['gather', 'ungather', 'order', 'close', 'reopen', 'strike'].includes(act)) return roles;
  if (list.kind === 'session') return ['secretary'];
  return list.origin === 'outside' ? ['clerk'] : roles.filter((role) => role !== 'secretary');
}

function standingOf(subject: PaperCase): 'draft' | 'ended' | 'hold' | 'supplement' | 'inList' | 'free' {
  if (subject.status === 'DRAFT') return 'draft';
  if (subject.status !== 'AT_STEP') return 'ended';
  if (subject.held === true) return 'hold';
  if (subject.supplement === true) return 'supplement';
  return subject.list === undefined ? 'free' : 'inList';
}

function nameOf(event: SeasonEvent): string {
  if ('list' in event) return event.list;
  if ('case' in event) return event.case;
  return 'cases' in event ? (event.cases ?? []).join(', ') : '';
}
