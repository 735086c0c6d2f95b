import type { Logger } from 'pino';
import type { App } from '../app/app.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Route } from './route.ts';
import type { CookieJar } from './session.ts';

/** What the server is built from. */
export interface ServerOptions {
  app: App;
  routes: readonly Route[];
  /** A demo database: its routes exist, its banner shows. */
  demo: boolean;
  /** Proxies whose X-Forwarded-For is believed: addresses, or false. */
  trustProxy: string | false;
  /** Opens /metrics from elsewhere than loopback. */
  metricsToken?: string;
  /** Folder of the browser's built files. */
  browserDir: string;
  asset: (name: string) => string;
  logger: Logger;
}

/** The same, with what lives as long as the server. */
export interface Serving extends ServerOptions {
  jar: CookieJar;
  limits: Limits;
  metrics: Metrics;
}
