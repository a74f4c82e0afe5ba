import type { Case } from './case.ts';
import type { SubjectKind } from './round.ts';

/** What may be written about a case, each by its path in the content. */
export const contentFieldNames = [
  'printedName',
  'title',
  'unit',
  'birthYear',
  'gender',
  'residentialGroup',
  'representative',
  'legalPerson',
  'achievementFrom',
  'achievementTo',
  'citation',
  'report',
  'publication',
  'publicationBasis',
  'commendationType',
  'basis',
  'initiatives',
  'gaps',
  'headOfTaxpayer',
  'womenShare',
  'serviceTrack',
  'serviceStretches',
  'quietArea',
  'medalBarred',
  'stateMedals',
  'model.place',
  'model.partners',
  'model.sites',
  'model.teams',
  'model.plannedLaunch',
] as const;
export type ContentFieldName = (typeof contentFieldNames)[number];

const ofEvery: readonly ContentFieldName[] = ['printedName', 'unit', 'report'];
const ofModel: readonly ContentFieldName[] = contentFieldNames.filter((name) => name.startsWith('model.'));
const ofNomination: readonly ContentFieldName[] = [
  'residentialGroup',
  'achievementFrom',
  'achievementTo',
  'citation',
];
const ofSubject: Readonly<Record<SubjectKind, readonly ContentFieldName[]>> = {
  individual: ['title', 'birthYear', 'gender', 'headOfTaxpayer'],
  collective: ['representative', 'legalPerson', 'headOfTaxpayer', 'womenShare'],
  household: ['representative'],
};
/** The medal is for years of service; of all other awards it is asked for what they are proposed. */
const ofMedal: readonly ContentFieldName[] = [
  'serviceTrack',
  'serviceStretches',
  'quietArea',
  'medalBarred',
  'stateMedals',
];
const ofWork: readonly ContentFieldName[] = ['commendationType', 'basis', 'initiatives', 'gaps'];
export const isMedal = (form: string | undefined): boolean => form === 'KNC_ANTQ';

/** A sealed case says nothing of publication: it is sealed. */
const ofOpen: readonly ContentFieldName[] = ['publication', 'publicationBasis'];

/** What a case is about, as far as its fields go by it. */
export interface FieldsFor {
  readonly kind: Case['kind'];
  readonly form?: string | undefined;
  readonly subjectKind?: SubjectKind | undefined;
  readonly sealed?: unknown;
}

/** The fields that a submitter fills in for such a case: of a model no achievement, of one person no representative. */
export function fieldsOf({ kind, form, subjectKind, sealed }: FieldsFor): readonly ContentFieldName[] {
  const own =
    kind === 'modelProposal'
      ? [...ofEvery, ...ofModel]
      : [
          ...ofEvery,
          ...ofNomination,
          ...(isMedal(form) ? ofMedal : ofWork),
          ...(subjectKind === undefined ? [] : ofSubject[subjectKind]),
          ...(sealed === undefined ? ofOpen : []),
        ];
  return contentFieldNames.filter((name) => own.includes(name));
}

/** Paths of what is said in a part of a content; the model's own parts are told apart. */
export function pathsIn({ model, ...rest }: { readonly model?: object | null | undefined }): string[] {
  const said = (part: object): string[] =>
    Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (model === undefined) return said(rest);
  return [...said(rest), ...(model === null ? ['model'] : said(model).map((name) => `model.${name}`))];
}
