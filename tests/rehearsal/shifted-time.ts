/**
 * The machine's clock, moved. Office time can't be simulated in what is deployed, so a rehearsal moves the clock of
 * every process that loads an asset, and its own. Timers go on in real time.
 */
export interface ShiftedTime {
  /** Shared with the workers: real milliseconds plus this. */
  readonly shift: BigInt64Array;
  readonly now: () => number;
  /** Never back. */
  readonly advanceTo: (epochMs: number) => void;
}

const realNow = Date.now.bind(Date);

export function createShiftedTime(startAt: number): ShiftedTime {
  const shift = new BigInt64Array(new SharedArrayBuffer(8));
  const now = (): number => realNow() + Number(Atomics.load(shift, 0));
  const advanceTo = (epochMs: number): void => {
    Atomics.store(shift, 0, BigInt(Math.round(Math.max(epochMs, now()) - realNow())));
  };
  Atomics.store(shift, 0, BigInt(Math.round(startAt - realNow())));
  return { shift, now, advanceTo };
}

/** Makes `Date` of this process or worker show the moved clock. */
export function moveDate(shift: BigInt64Array): void {
  const RealDate = Date;
  const now = (): number => realNow() + Number(Atomics.load(shift, 0));
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values: readonly unknown[], as) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, as) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver): unknown => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
