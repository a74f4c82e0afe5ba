/** The template to download, and lists of earlier rounds. */
export const listColumns = {
  'imports.template': 'Download a template (.xlsx)',
  'imports.earlier': 'Begin with a list of an earlier round',
  'imports.earlierExplained':
    'Choose a round in which the office nominated. Names, birth years, titles and units go into the paste field to be mended; achievements are empty, to be written for this year. Nothing is saved yet.',
  'imports.earlierNone': 'There is no round with nominations that were sent.',
  'imports.earlierRound': 'Round',
  'imports.earlierYear': 'Year',
  'imports.earlierCount': 'Nominations',
  'imports.head.name': 'Name',
  'imports.what.name':
    'Needed. The name of a person, of a collective, or “Hộ gia đình ông Nguyễn Văn A”. “Ông” or “Bà” may stand before it.',
  'imports.head.kind': 'Kind',
  'imports.what.kind':
    'Individual, Collective or Household. May be empty where the list has sections such as “I. TẬP THỂ”, “II. CÁ NHÂN”.',
  'imports.head.birthYear': 'Birth year',
  'imports.what.birthYear':
    'Of a person: 1965 or 12/03/1965. Two columns “Nam” and “Nữ” below “Năm sinh” will do, too.',
  'imports.head.gender': 'Gender',
  'imports.what.gender': 'Male or Female. Leave it empty where “Ông” or “Bà” stands before the name.',
  'imports.head.title': 'Title',
  'imports.what.title': 'What the person is, if anything.',
  'imports.head.unit': 'Unit',
  'imports.what.unit':
    'Needed. Where the person works or lives, as the decision will say it. One column “Chức vụ, đơn vị” will do: the title stands before the comma.',
  'imports.head.residentialGroup': 'Residential group',
  'imports.what.residentialGroup': 'If there is one.',
  'imports.head.representative': 'Representative',
  'imports.what.representative': 'Of a collective or a household.',
  'imports.head.idNumber': 'ID number',
  'imports.what.idNumber':
    '12 digits (9 in the old card), if known. Format the cell as text, so that Excel keeps the zeros in front.',
  'imports.head.form': 'Award form',
  'imports.what.form': 'Empty: the form that is chosen on the import page.',
  'imports.head.achievementFrom': 'From',
  'imports.what.achievementFrom': 'First day of the achievement: 01/12/2019, 12/2019 or 2019.',
  'imports.head.achievementTo': 'To',
  'imports.what.achievementTo': 'Last day of the achievement.',
  'imports.head.citation': 'Citation',
  'imports.what.citation': 'The sentence on the certificate, at most 600 characters.',
  'imports.head.report': 'Achievement',
  'imports.what.report': 'The achievement in short, at most 9,000 characters.',
  'imports.head.proposer': 'Proposer',
  'imports.what.proposer': 'Who proposes it; empty: the name that stands on the import page.',
  'imports.sheet.list': 'List',
  'imports.sheet.guide': 'Guide',
  'imports.sheet.column': 'Column',
  'imports.sheet.what': 'What belongs there',
  'imports.sheet.sections':
    'Rows such as “I. TẬP THỂ”, “II. CÁ NHÂN”, “III. HỘ GIA ĐÌNH”, the name of the office and empty rows are recognised and are nobody’s row.',
  'imports.sheet.rest': 'Delete columns that you don’t use. Their order doesn’t matter.',
} as const;
