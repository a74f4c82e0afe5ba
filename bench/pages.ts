import { loadTsx } from '#tests/e2e/gallery/load-tsx.ts';

// How long does the page of a case with a hundred entries take the server, beside the reads that it is made of? And when can an
// officer use the first page on a slow machine (4 × CPU) and a slow line (400 kbit/s, 400 ms)?
loadTsx();
const { caseOfAHundredEntries, firstPage } = await import('./pages/measure.ts');
await caseOfAHundredEntries();
await firstPage();
