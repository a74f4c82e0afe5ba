/** Under which heading a figure stands, by the first word of its key. */
const topicOfFirstWord = {
  money: 'money',
  coefficient: 'money',
  limit: 'time',
  deadline: 'time',
  window: 'time',
  late: 'time',
  quorum: 'council',
  ballot: 'council',
  criteria: 'criteria',
  priority: 'criteria',
  knc: 'medal',
  factor: 'medal',
  publication: 'publicity',
  confirmations: 'publicity',
  likeness: 'likeness',
  antt: 'standard',
  force: 'standard',
  restDays: 'restDays',
  severity: 'local',
  paper: 'local',
  way: 'routes',
  step: 'routes',
} as const;

/** In the order of the page. */
export const figureTopics = [
  'time',
  'council',
  'money',
  'criteria',
  'medal',
  'publicity',
  'likeness',
  'standard',
  'restDays',
  'local',
  'routes',
] as const;
export type FigureTopic = (typeof figureTopics)[number];

const isKnown = (word: string): word is keyof typeof topicOfFirstWord => word in topicOfFirstWord;

/** @returns undefined for a figure that stands under no heading: a test keeps that from happening */
export function topicOf(key: string): FigureTopic | undefined {
  const [word = ''] = key.split('.');
  return isKnown(word) ? topicOfFirstWord[word] : undefined;
}
