import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Every setting, read once and checked. `docs/operate.md` says what each is for. */
export interface Config {
  host: string;
  /** Absent: 3000, or any free port when that is taken. 0: any free port. */
  port?: number;
  /** The public address, an origin without a slash at its end. Absent: http on the loopback address and port. */
  baseUrl?: string;
  /** Addresses of the proxies whose X-Forwarded-For is believed, with commas between; false: none. */
  trustProxy: string | false;
  /** Absolute. The embedded database, files and the secret key are kept here. */
  dataDir: string;
  /** Absent: the embedded server in DATA_DIR. */
  databaseUrl?: string;
  /** For migrations and commands; absent with the embedded server. */
  ownerUrl?: string;
  /** A bucket of a store that speaks S3, with its key and secret; absent: DATA_DIR/files. */
  filesUrl?: string;
  /** The ClamAV daemon; absent: files are held against their names and first bytes alone. */
  scannerUrl?: string;
  /** Absent: no mail leaves; a demo database shows it in its mailbox. */
  smtpUrl?: string;
  /** Who sends text messages; absent: nobody may choose them, but in a demo, which shows them in its mailbox. */
  smsUrl?: string;
  /** Where faxes are laid for the fax server, and where those that came are found; absent: there are none. Absolute. */
  faxFolder?: string;
  faxInFolder?: string;
  /** Absent with the embedded server, which makes its own once. */
  secretKey?: string;
  /** What a new database becomes; an old one stays what it is. Absent: nobody said. */
  demo?: boolean;
  metricsToken?: string;
  /** A tile server for maps and whom it thanks; absent: the shores that ship with the product. */
  mapTiles?: MapTiles;
  /** A file of pay rules; absent: the one that ships with the product. Absolute. */
  payRules?: string;
  /** Absent: warnings with the embedded database, else info. */
  logLevel?: string;
}

/** Pictures of a map from elsewhere. */
export interface MapTiles {
  /** With {z}, {x} and {y} in its path, of one host. */
  url: string;
  credit: string;
}

/** One line for each thing that is wrong with the settings. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(...problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess(value => (typeof value === 'string' ? value.trim() || undefined : value), type.optional());

const urlOf = (protocols: readonly string[], example: string) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must look like ${example}`,
  });

const postgresUrl = urlOf(['postgres:', 'postgresql:'], 'postgres://role:password@host:5432/eservices');

const environment = z.object({
  HOST: optional(z.string().regex(/^[A-Za-z0-9.:-]+$/, 'must be an address or a name, as 127.0.0.1')),
  PORT: optional(
    z.string().refine(text => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: 'must be a number from 0 to 65535',
    }),
  ),
  BASE_URL: optional(urlOf(['http:', 'https:'], 'https://eservices.example.ca')),
  TRUST_PROXY: optional(z.string()),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(postgresUrl),
  DATABASE_OWNER_URL: optional(postgresUrl),
  FILES_URL: optional(
    z.string().refine(isStoreUrl, {
      error: 'must look like https://KEY:SECRET@s3.example.ca/bucket/prefix?region=ca-central-1',
    }),
  ),
  SCANNER_URL: optional(urlOf(['unix:', 'tcp:'], 'unix:/run/clamav/clamd.ctl or tcp://host:3310')),
  SMTP_URL: optional(urlOf(['smtp:', 'smtps:'], 'smtp://user:password@host:587')),
  SMS_URL: optional(urlOf(['https:', 'http:', 'log:'], 'https://user:password@sms.example.ca/messages')),
  FAX_FOLDER: optional(z.string()),
  FAX_IN_FOLDER: optional(z.string()),
  SECRET_KEY: optional(z.string().min(32, 'must have at least 32 characters')),
  DEMO: optional(z.enum(['0', '1'], 'must be 0 or 1')),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
  MAP_TILES_URL: optional(z.string()),
  MAP_TILES_CREDIT: optional(z.string().max(200, 'must have at most 200 characters')),
  PAY_RULES: optional(z.string()),
  LOG_LEVEL: optional(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    ),
  ),
});

type Environment = z.infer<typeof environment>;

/** Reads the settings from the environment. Throws `ConfigError` with everything that is wrong, also in combination. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    throw new ConfigError(...parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`));
  const given = parsed.data;
  const problems: string[] = [];
  const host = given.HOST ?? '127.0.0.1';
  const baseUrl = given.BASE_URL?.replace(/\/+$/, '');
  const trustProxy = readProxies(given.TRUST_PROXY, problems);
  const mapTiles = readTiles(given, problems);
  problems.push(...wrongTogether(given, host, baseUrl));
  if (problems.length > 0) throw new ConfigError(...problems);
  return {
    ...{ host, baseUrl, trustProxy },
    port: given.PORT === undefined ? undefined : Number(given.PORT),
    dataDir: resolve(given.DATA_DIR ?? '.data'),
    databaseUrl: given.DATABASE_URL,
    ownerUrl: given.DATABASE_OWNER_URL,
    filesUrl: given.FILES_URL,
    scannerUrl: given.SCANNER_URL,
    smtpUrl: given.SMTP_URL,
    smsUrl: given.SMS_URL,
    ...(given.FAX_FOLDER !== undefined && { faxFolder: resolve(given.FAX_FOLDER) }),
    ...(given.FAX_IN_FOLDER !== undefined && { faxInFolder: resolve(given.FAX_IN_FOLDER) }),
    secretKey: given.SECRET_KEY,
    demo: given.DEMO === undefined ? undefined : given.DEMO === '1',
    metricsToken: given.METRICS_TOKEN,
    mapTiles,
    ...(given.PAY_RULES !== undefined && { payRules: resolve(given.PAY_RULES) }),
    logLevel: given.LOG_LEVEL,
  };
}

/** Combinations that would be unsafe or cannot work. */
function wrongTogether(given: Environment, host: string, baseUrl = 'http://localhost'): string[] {
  const base = new URL(baseUrl);
  const rules: [boolean, string][] = [
    [
      base.pathname !== '/' || base.search !== '' || base.hash !== '' || base.username !== '',
      'BASE_URL must be an origin alone, as https://eservices.example.ca',
    ],
    [
      base.protocol === 'http:' && isLoopbackHost(base.hostname) && !isLoopbackHost(host),
      `BASE_URL is needed when HOST is ${host}: the https address that people use`,
    ],
    [
      base.protocol === 'http:' && !isLoopbackHost(base.hostname),
      'BASE_URL must be https unless it is on this machine: without it passwords travel in the open',
    ],
    [
      given.DATABASE_URL !== undefined && given.SECRET_KEY === undefined,
      'SECRET_KEY is needed with DATABASE_URL: at least 32 random characters, the same for every process',
    ],
    [
      given.DATABASE_OWNER_URL !== undefined && given.DATABASE_URL === undefined,
      'DATABASE_URL is needed with DATABASE_OWNER_URL: the application never connects as the owner',
    ],
    [
      given.DATABASE_URL !== undefined && given.DATABASE_URL === given.DATABASE_OWNER_URL,
      'DATABASE_URL and DATABASE_OWNER_URL must be two roles: the owner is not held by the second wall',
    ],
    [
      given.SMS_URL?.startsWith('http:') === true && !isLoopbackHost(new URL(given.SMS_URL).hostname),
      'SMS_URL must be https unless it is on this machine: numbers and links would travel in the open',
    ],
    [
      given.DEMO === '1' && !isLoopbackHost(host),
      `DEMO=1 is refused with HOST ${host}: anybody may sign in as anybody in a demo`,
    ],
  ];
  return rules.filter(([wrong]) => wrong).map(([, line]) => line);
}

/** Only this machine can reach it. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

function readProxies(text: string | undefined, problems: string[]): string | false {
  if (text === undefined) return false;
  const good = text.split(',').every(part => {
    const [address, bits] = part.trim().split('/');
    if (address === 'loopback' || address === 'uniquelocal') return bits === undefined;
    return isIP(address ?? '') > 0 && (bits === undefined || /^[1-9]\d{0,2}$/.test(bits));
  });
  if (!good) problems.push('TRUST_PROXY must be the addresses of the proxies: loopback, or 10.0.0.0/8');
  return text;
}

/** One host, so that pages may load pictures from it and from nowhere else. */
function readTiles(given: Environment, problems: string[]): MapTiles | undefined {
  const { MAP_TILES_URL: url, MAP_TILES_CREDIT: credit } = given;
  if (url === undefined && credit === undefined) return undefined;
  if (url === undefined) {
    problems.push('MAP_TILES_URL is needed with MAP_TILES_CREDIT');
    return undefined;
  }
  if (!isTilesUrl(url)) {
    problems.push(
      'MAP_TILES_URL must look like https://tiles.example.ca/{z}/{x}/{y}.png: one host, {z}, {x} and {y}, at most {r} beside them',
    );
  }
  if (credit === undefined)
    problems.push('MAP_TILES_CREDIT is needed with MAP_TILES_URL: whom the map thanks');
  return { url, credit: credit ?? '' };
}

/** A bucket, and who asks. What is kept is sealed; its key travels in the open only on this machine. */
function isStoreUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return (
    safe && username !== '' && password !== '' && /^\/[a-z0-9][a-z0-9.-]*(\/[\w.-]+)*\/?$/.test(pathname)
  );
}

function isTilesUrl(text: string): boolean {
  const bare = text.replace(/\{[zxyr]\}/g, '0');
  if (!URL.canParse(bare) || /[{}\s;,'"]/.test(bare) || /^[a-z]+:\/\/[^/]*\{/i.test(text)) return false;
  if (!['{z}', '{x}', '{y}'].every(part => text.includes(part))) return false;
  const { protocol, hostname, username } = new URL(bare);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname)));
}
