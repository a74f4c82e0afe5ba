/** What stands in a form's inputs: what was typed, or what the record says before anybody typed. */
export class Typed {
  readonly #values: ReadonlyMap<string, readonly string[]>;
  readonly #files: ReadonlyMap<string, File>;

  constructor(values: ReadonlyMap<string, readonly string[]>, files: ReadonlyMap<string, File> = new Map()) {
    this.#values = values;
    this.#files = files;
  }

  static from(entries: Iterable<readonly [string, string | File]>): Typed {
    const values = new Map<string, string[]>();
    const files = new Map<string, File>();
    for (const [name, value] of entries) {
      if (typeof value !== 'string') {
        if (value.size > 0) files.set(name, value);
        continue;
      }
      const known = values.get(name);
      if (known === undefined) values.set(name, [value]);
      else known.push(value);
    }
    return new Typed(values, files);
  }

  text(name: string): string {
    return this.#values.get(name)?.[0] ?? '';
  }

  /** A file that was chosen; it is not shown again when the form comes back. */
  file(name: string): File | undefined {
    return this.#files.get(name);
  }

  /** The same with something else in one input. */
  with(name: string, value: string): Typed {
    return new Typed(new Map([...this.#values, [name, [value]]]), this.#files);
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  names(): string[] {
    return [...this.#values.keys()];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }
}
