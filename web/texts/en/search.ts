export const search = {
  'search.title': 'Find a case',
  'search.label': 'Find by name of a subject, model or office, or by public code',
  'search.hint':
    'With or without diacritics; one wrong letter does no harm. Offices are also found by former names. Sealed cases are left out.',
  'search.button': 'Find',
  'search.found': '“{typed}”: {count} cases',
  'search.none': 'No case was found for “{typed}”',
  'search.noneHint':
    'Only cases that your office may read are searched. Try fewer words, or the given name alone.',
  'search.near': 'No name is written just so; these differ by one letter.',
  'search.offices': 'With cases entered by offices of this name, or by those that followed them: {offices}.',
  'search.more': 'There are more cases than are shown. Add family and middle names to narrow it down.',
} as const;
