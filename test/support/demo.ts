import { shippedData } from '../../src/app/demo/shipped.ts';
import { firstStart } from '../../src/app/first-start.ts';
import { dataFolder } from '../../src/package-folder.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { type RunningApp, startApp } from './server.ts';

/** The product as a newcomer finds it: the demo network, and no case yet. */
export async function startDemo(
  dataDir: string,
): Promise<{ app: RunningApp; database: TestDatabase; stop(): Promise<void> }> {
  const database = await freshDatabase({ demo: true });
  try {
    await firstStart(database.operator, shippedData(dataFolder()));
    const app = await startApp(database, { DATA_DIR: dataDir });
    return {
      app,
      database,
      stop: async () => {
        await app.stop();
        await database.drop();
      },
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
