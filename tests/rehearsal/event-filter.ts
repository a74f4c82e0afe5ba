/**
 * Whether a record passes a filter of an event source mapping: names lead down, a list holds what is let through.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * @throws TypeError for an operator that this rehearsal doesn't know: it must not let through what AWS would not
 */
export function matchesFilter(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((rule) => matchesRule(rule, value));
  if (typeof pattern !== 'object' || pattern === null) throw new TypeError('a filter is an object of lists');
  return Object.entries(pattern).every(([name, rest]) =>
    matchesFilter(rest, typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
  );
}

function matchesRule(rule: unknown, value: unknown): boolean {
  if (typeof rule !== 'object' || rule === null) return rule === value;
  const [[operator, wanted] = ['', undefined]] = Object.entries(rule) as [string, unknown][];
  if (operator === 'prefix') return typeof value === 'string' && value.startsWith(String(wanted));
  if (operator === 'exists') return (value !== undefined) === wanted;
  throw new TypeError(`the filter operator ${operator} isn't known here`);
}
