import { resolve } from 'node:path';

/** The settings, read once and checked. */
export interface Config {
  host: string;
  /** Undefined when not set: 3000, or any free port when that is taken. */
  port?: number;
  /** Undefined when not set: http on the loopback address and port it listens on. Without a slash at its end. */
  baseUrl?: string;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustProxy: string | false;
  /** Absolute. The embedded database, files and the secret key are kept here. */
  dataDir: string;
  /** Undefined: the embedded server. */
  databaseUrl?: string;
  ownerUrl?: string;
  filesUrl?: string;
  smtpUrl?: string;
  secretKey?: string;
  /** Write the demo property into a new database. */
  demo: boolean;
  metricsToken?: string;
  /** Undefined when not set: warnings with the embedded database, else info. */
  logLevel?: string;
}

/** Every setting that is wrong, in one error, each with what to write instead. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const loopback = ['127.0.0.1', '::1', 'localhost', '[::1]'];
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** True for the names and addresses of this machine alone. */
export function isLoopbackHost(host: string): boolean {
  return loopback.includes(host);
}

/** Reads the settings from an environment. Throws ConfigError. Empty values count as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const get = (name: string) => env[name]?.trim() || undefined;
  const config: Config = {
    host: get('HOST') ?? '127.0.0.1',
    port: get('PORT') === undefined ? undefined : Number(get('PORT')),
    baseUrl: get('BASE_URL')?.replace(/\/+$/, ''),
    trustProxy: get('TRUST_PROXY') ?? false,
    dataDir: resolve(get('DATA_DIR') ?? '.data'),
    databaseUrl: get('DATABASE_URL'),
    ownerUrl: get('DATABASE_OWNER_URL'),
    filesUrl: get('FILES_URL'),
    smtpUrl: get('SMTP_URL'),
    secretKey: get('SECRET_KEY'),
    demo: get('DEMO') === '1',
    metricsToken: get('METRICS_TOKEN'),
    logLevel: get('LOG_LEVEL'),
  };
  const faults = [...shapeFaults(config, get('DEMO')), ...safetyFaults(config)];
  if (faults.length > 0) throw new ConfigError(`Settings are not right:\n  ${faults.join('\n  ')}`);
  return config;
}

function shapeFaults(config: Config, demo: string | undefined): string[] {
  const faults: string[] = [];
  const { port } = config;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    faults.push('PORT must be a whole number from 0 to 65535');
  }
  const urls = [
    ['BASE_URL', config.baseUrl, /^https?:$/],
    ['DATABASE_URL', config.databaseUrl, /^postgres(ql)?:$/],
    ['DATABASE_OWNER_URL', config.ownerUrl, /^postgres(ql)?:$/],
    ['FILES_URL', config.filesUrl, /^(s3|https?):$/],
    ['SMTP_URL', config.smtpUrl, /^smtps?:$/],
  ] as const;
  for (const [name, url, scheme] of urls) {
    if (url !== undefined && !(URL.canParse(url) && scheme.test(new URL(url).protocol))) {
      faults.push(`${name} is not an address of the kind it needs`);
    }
  }
  if (demo !== undefined && demo !== '1') faults.push('DEMO is 1 or absent');
  if (config.logLevel !== undefined && !levels.includes(config.logLevel))
    faults.push(`LOG_LEVEL is one of ${levels.join(', ')}`);
  return faults;
}

function safetyFaults(config: Config): string[] {
  const faults: string[] = [];
  const base =
    config.baseUrl !== undefined && URL.canParse(config.baseUrl) ? new URL(config.baseUrl) : undefined;
  if (base?.protocol === 'http:' && !isLoopbackHost(base.hostname)) {
    faults.push('BASE_URL must be https, except on 127.0.0.1, ::1 or localhost');
  }
  if (base && (base.pathname !== '/' || base.search || base.hash)) faults.push('BASE_URL has no path');
  if (!isLoopbackHost(config.host) && base?.protocol !== 'https:') {
    faults.push(
      `HOST ${config.host} can be reached from elsewhere: set BASE_URL to the https address people use`,
    );
  }
  if (config.databaseUrl !== undefined && config.secretKey === undefined) {
    faults.push(
      'SECRET_KEY is required with DATABASE_URL: 32 or more random characters, the same for every process',
    );
  }
  if (config.secretKey !== undefined && config.secretKey.length < 32) {
    faults.push('SECRET_KEY needs 32 or more characters');
  }
  if (config.metricsToken !== undefined && config.metricsToken.length < 16) {
    faults.push('METRICS_TOKEN needs 16 or more characters');
  }
  return faults;
}
