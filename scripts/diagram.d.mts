/** Types of diagram.mjs for the tests. */
export function drawFlow(definition: unknown): string;
export function drawRoute(template: unknown): string;
export function filled(text: string, drawn: ReadonlyMap<string, string>): string;
export function staleDiagrams(): Promise<string[]>;
export function writeDiagrams(): Promise<void>;
