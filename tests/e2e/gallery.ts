import { mkdirSync, rmSync } from 'node:fs';
import { launchBrowser } from '../support/browser-launch.ts';
import { Camera } from './gallery/camera.ts';
import { loadTsx } from './gallery/load-tsx.ts';
import { visitDemo } from './gallery/visit-demo.ts';

/**
 * `npm run gallery`: a picture of every page in every state of a season, as each role sees it, at the width of a phone
 * and of an office PC, in a home of its own. `npm run gallery -- http://localhost:8080`: of a demo that runs there.
 * Written to .build/gallery. Fails where a page is wider than its screen, breaks, complains in the console, says what
 * only programs say, or where axe finds anything against WCAG 2.2 AA.
 */
const folder = '.build/gallery';
const [address] = process.argv.slice(2);
const troubles: string[] = [];

function complain(trouble: string): void {
  troubles.push(trouble);
  process.stdout.write(`  ! ${trouble}\n`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
const cameraAt = (origin: string): Camera => new Camera({ browser, origin, folder, complain });
try {
  if (address === undefined) {
    loadTsx();
    const { visitSeason } = await import('./gallery/visit-season.ts');
    await visitSeason(cameraAt, complain);
  } else {
    await visitDemo(cameraAt(address));
  }
} finally {
  await browser.close();
}
if (troubles.length > 0) {
  process.stdout.write(`\n${troubles.join('\n')}\n`);
  process.exitCode = 1;
}
