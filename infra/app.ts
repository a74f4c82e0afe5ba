import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { addStage } from './build-app.ts';
import { stageOf } from './stages.ts';

const app = new App();
const stage: unknown = app.node.tryGetContext('stage');
if (typeof stage !== 'string') throw new TypeError('which stage? cdk … -c stage=dev');
addStage(app, stageOf(stage), fileURLToPath(new URL('../.build/functions', import.meta.url)));
