import { paperStages, type PaperStage, type RequiredPaper } from '../law/paper.ts';
import { folded } from '../text.ts';
import type { CaseFacts, NominationFacts, PaperFact } from './facts.ts';
import { formFacts } from './form-fact.ts';
import type { Fact } from '../law/computation.ts';
import type { Outcome, Rule, RuleStage, Setting } from './rule.ts';

/** Up to which of its steps a list of papers is read at a stage; without one, to the end. */
const asksUpTo: Readonly<Partial<Record<RuleStage, PaperStage>>> = {
  typing: 'submit',
  submit: 'submit',
  receive: 'receive',
  appraise: 'receive',
  council: 'receive',
};

function isThere(
  { satisfiedBy }: RequiredPaper,
  { report }: NominationFacts,
  papers: readonly PaperFact[],
): boolean {
  if (satisfiedBy.report && report.trim() !== '') return true;
  return papers.some(({ kind }) => satisfiedBy.attachments.some((attachment) => attachment === kind));
}

function everyPaper(
  { nomination, papers, service }: CaseFacts,
  { law, day, stage }: Setting,
): Outcome | undefined {
  if (nomination === undefined || papers === undefined) return undefined;
  const list = law.papersFor(nomination.form, nomination.subjectKind, day);
  const form = formFacts(law, 'form', nomination.form);
  if (list.length === 0) return { verdict: 'unknown', because: 'noList', facts: form };
  const last = paperStages.indexOf((stage && asksUpTo[stage]) ?? 'decide');
  const due = list.filter((paper) => paperStages.indexOf(paper.stage) <= last);
  const cites = due.flatMap(({ rows }) => rows.flatMap(({ sources }) => sources));
  if (service?.track === undefined && due.some(({ track }) => track !== undefined))
    return { verdict: 'unknown', because: 'noTrack', facts: form, cites, fields: ['content.serviceTrack'] };
  const asked = due.filter(({ track }) => track === undefined || track === service?.track);
  const missing = asked.filter((paper) => !isThere(paper, nomination, papers));
  const read: Fact[] = [
    ...form,
    { key: 'asked', value: asked.length },
    { key: 'missing', value: missing.length },
  ];
  if (missing.length === 0) return { verdict: 'passes', facts: read, cites };
  const told: Fact[] = [
    { key: 'missingCodes', value: missing.map(({ code }) => code).join(', ') },
    { key: 'missingVi', value: missing.map(({ title }) => title.vi).join('; ') },
    { key: 'missingEn', value: missing.map(({ title }) => title.en).join('; ') },
  ];
  const fields = [
    ...new Set(
      missing.map(({ satisfiedBy: { report, attachments } }) =>
        report ? 'content.report' : `attachments.${attachments[0] ?? 'other'}`,
      ),
    ),
  ];
  return { verdict: 'fails', because: 'missing', facts: [...read, ...told], fields, cites };
}

/** Taxes, social insurance, fire safety …: told by the name of the paper. */
function taxpayerConfirmed({ nomination, papers }: CaseFacts, { law, day }: Setting): Outcome | undefined {
  if (nomination?.headOfTaxpayer !== true || papers === undefined) return undefined;
  const asked = law.texts('confirmations.taxpayer', day);
  const names = papers.map(({ name }) => folded(name));
  const missing = asked.value.filter((about) => !names.some((name) => name.includes(folded(about))));
  const facts: Fact[] = [{ key: 'asked', value: asked.value.length }];
  const cites = asked.row.sources;
  if (missing.length === 0) return { verdict: 'passes', facts, cites };
  return {
    verdict: 'fails',
    because: 'missing',
    facts: [...facts, { key: 'missing', value: missing.join(', ') }],
    fields: ['attachments.other'],
    cites,
  };
}

/** 12 digits: where registered (3), century and sex (1), year (2), drawn (6). The first three are left to the register. */
const identity = /^\d{3}(\d)(\d{2})\d{6}$/;

/** The number itself never stands among the facts that were read. */
function idNumberFits({ idNumber }: CaseFacts): Outcome | undefined {
  if (idNumber === undefined) return undefined;
  const { digits, gender, birthYear } = idNumber;
  const fields = ['content.idNumber'];
  const length: Fact[] = [{ key: 'digits', value: digits.length }];
  const [, age, year] = identity.exec(digits) ?? [];
  if (age === undefined || year === undefined) {
    // Who never got the new number has nothing to mend.
    if (/^\d{9}$/.test(digits))
      return { verdict: 'fails', because: 'old', severity: 'inform', facts: length, fields };
    return { verdict: 'fails', because: 'notTwelve', facts: length, fields };
  }
  if (gender === undefined && birthYear === undefined)
    return { verdict: 'unknown', because: 'nothingToCompare', facts: length, fields: ['content.birthYear'] };
  const century = Number(age);
  const born = 1900 + 100 * Math.floor(century / 2) + Number(year);
  if (birthYear !== undefined && birthYear !== born) {
    const facts: Fact[] = [
      { key: 'birthYear', value: String(birthYear) },
      { key: 'bornByNumber', value: String(born) },
    ];
    return { verdict: 'fails', because: 'birthYear', facts, fields: [...fields, 'content.birthYear'] };
  }
  if (gender !== undefined && gender !== (century % 2 === 0 ? 'male' : 'female'))
    return { verdict: 'fails', because: 'gender', facts: length, fields: [...fields, 'content.gender'] };
  return { verdict: 'passes', facts: length };
}

/** What a file must hold, and whether it fits together. */
export const paperRules: readonly Rule[] = [
  { id: 'R09', stages: ['typing', 'submit', 'receive', 'appraise', 'council', 'decide'], judge: everyPaper },
  { id: 'R31', stages: ['submit', 'receive', 'appraise', 'decide'], judge: taxpayerConfirmed },
  { id: 'R35', stages: ['typing', 'submit', 'receive', 'appraise'], judge: idNumberFits },
];
