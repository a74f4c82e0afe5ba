/** Set when this is bundled. */
declare const passedMs: number;

// A filled file's present is that of the season it was copied from. Loaded before the office's program, whose clock is the
// machine's: otherwise all that the file holds would be years overdue.
const machineNow = Date.now.bind(Date);
const officeNow = (): number => machineNow() - passedMs;

globalThis.Date = new Proxy(Date, {
  construct: (target, given: ConstructorParameters<typeof Date> | []) =>
    given.length === 0 ? new target(officeNow()) : new target(...given),
  get: (target, name): unknown => (name === 'now' ? officeNow : Reflect.get(target, name)),
});
