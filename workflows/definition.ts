const placeholder = /\$\{([A-Za-z][A-Za-z0-9]*)\}/g;
const functionSuffix = 'FunctionArn';

/** @returns the names inside `${…}` of an ASL text, each once, in the order of the text. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name))];
}

/**
 * Puts a value (an ARN on AWS, a task's name at home) in the place of each `${…}`.
 * @throws RangeError naming the placeholders without a value: a half-filled flow must never be deployed.
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  const missing = placeholdersIn(text).filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) throw new RangeError(`no value for ${missing.join(', ')}`);
  // Values go inside JSON strings, so they are escaped as such.
  return text.replaceAll(placeholder, (_, name: string) => JSON.stringify(values[name]).slice(1, -1));
}

/** `OpenStepFunctionArn` → `open-step`: state, folder, placeholder and metric share one name. */
export function taskNameOf(placeholderName: string): string {
  if (!placeholderName.endsWith(functionSuffix)) {
    throw new RangeError(`the placeholder ${placeholderName} doesn't end in ${functionSuffix}`);
  }
  return placeholderName
    .slice(0, -functionSuffix.length)
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
}

/** The text as the embedded home runs it: every placeholder filled with its task's name. */
export function withTaskNames(text: string): string {
  const values = placeholdersIn(text).map((name) => [name, taskNameOf(name)] as const);
  return fillPlaceholders(text, Object.fromEntries(values));
}
