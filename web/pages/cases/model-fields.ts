import { officeRules } from '#shared/domain/permission.ts';
import type { Field } from '../../forms/field.ts';
import { ownOffices } from '../../own-offices.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { contentFields } from './content-fields.ts';
import { fieldsOfPart } from './draft-parts.ts';

const kind = 'modelProposal';

/** What a proposal begins with; the rest is asked of the draft. */
export function modelFields(visit: OwnVisit): Field[] {
  const offices = ownOffices(visit, officeRules.proposeModel.roles).map(({ id, shortName }) => ({
    value: id,
    label: shortName,
  }));
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'new.organisation'),
      options: offices,
      value: offices[0]?.value ?? '',
    },
    ...fieldsOfPart('model', kind, contentFields(visit, { kind, sealed: false })),
    {
      kind: 'line',
      name: 'proposer.name',
      label: t(visit, 'new.proposer'),
      hint: t(visit, 'new.proposerHint'),
    },
  ];
}
