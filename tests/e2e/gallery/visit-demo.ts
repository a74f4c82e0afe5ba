import type { Camera } from './camera.ts';
import { demoTours } from './demo-tours.ts';
import { NothingThere, take } from './walk.ts';

/** A demo that people have used: not everything is as the season left it. */
export async function visitDemo(camera: Camera): Promise<void> {
  const idOf = (key: string): never => {
    throw new NothingThere(`nobody knows here what ${key} is`);
  };
  for (const stop of demoTours) {
    try {
      await take({ camera, idOf }, stop);
    } catch (error) {
      if (!(error instanceof NothingThere)) throw error;
      process.stdout.write(`${stop.as} ${stop.page}: ${error.message}\n`);
    }
  }
}
