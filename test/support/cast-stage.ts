import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishStandardForms } from '../../src/app/forms/standard-forms.ts';
import { type Player, people, signInAll } from './cast.ts';
import { playStory, type Story } from './cast-story.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { type RunningApp, startApp } from './server.ts';
import { watchWrites } from './walls.ts';

/** The whole product with everybody of the cast signed in, in the middle of a story. */
export interface CastStage {
  database: TestDatabase;
  app: RunningApp;
  story: Story;
  players: Player[];
  stop(): Promise<void>;
}

/** Sets it up: a few seconds. */
export async function castStage(): Promise<CastStage> {
  const folder = await mkdtemp(join(tmpdir(), 'eservices-cast-'));
  const database = await freshDatabase({ demo: true });
  const app = await startApp(database, { DATA_DIR: folder, TRUST_PROXY: 'loopback' });
  await database.operator.as({ kind: 'operator', command: 'test' }, publishStandardForms);
  const put = (bytes: Uint8Array) => app.app.files.put(bytes);
  const story = await playStory(database, app.app, await people(database), put);
  await watchWrites(database);
  const players = await signInAll(database, story.actors);
  const stop = async () => {
    await app.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { database, app, story, players, stop };
}
