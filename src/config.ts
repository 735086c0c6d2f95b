import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Every setting, read once and checked. `docs/operate.md` says what each is for. */
export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  /** The public address, an origin without a slash at its end. With port 0 and no BASE_URL the start fills it in. */
  baseUrl: string;
  /** True with https: `__Host-` cookies, Secure, HSTS. */
  secure: boolean;
  /** How many proxies stand before us, or which addresses they have; false: none. */
  trustProxy: false | number | string[];
  /** Absolute. */
  dataDir: string;
  /** Null: the embedded server in DATA_DIR. */
  databaseUrl: string | null;
  /** For migrations and commands; null with the embedded server. */
  databaseOwnerUrl: string | null;
  /** Null: DATA_DIR/files. */
  filesUrl: string | null;
  /** Null: no mail leaves; a demo database shows it in its mailbox. */
  smtpUrl: string | null;
  /** Null with the embedded server, which makes its own once. */
  secretKey: string | null;
  /** What a new database becomes; an old one stays what it is. Null: nobody said. */
  demo: boolean | null;
  metricsToken: string | null;
}

/** One line for each thing that is wrong with the settings. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess(value => (value === '' ? undefined : value), type.optional());

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
  FILES_URL: optional(urlOf(['s3:', 'https:'], 's3://bucket/prefix')),
  SMTP_URL: optional(urlOf(['smtp:', 'smtps:'], 'smtp://user:password@host:587')),
  SECRET_KEY: optional(z.string().min(32, 'must have at least 32 characters')),
  DEMO: optional(z.enum(['0', '1'], 'must be 0 or 1')),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
});

type Environment = z.infer<typeof environment>;

/** Reads the settings from the environment. Throws `ConfigRefused` with everything that is wrong, also in combination. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    throw new ConfigRefused(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`));
  const given = parsed.data;
  const problems: string[] = [];
  const host = given.HOST ?? '127.0.0.1';
  const port = Number(given.PORT ?? 3000);
  const trustProxy = readProxies(given.TRUST_PROXY, problems);
  const baseUrl =
    given.BASE_URL?.replace(/\/+$/, '') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  problems.push(...wrongTogether(given, { host, baseUrl }));
  if (problems.length > 0) throw new ConfigRefused(problems);
  return {
    ...{ host, port, baseUrl, trustProxy },
    secure: baseUrl.startsWith('https:'),
    dataDir: resolve(given.DATA_DIR ?? '.data'),
    databaseUrl: given.DATABASE_URL ?? null,
    databaseOwnerUrl: given.DATABASE_OWNER_URL ?? null,
    filesUrl: given.FILES_URL ?? null,
    smtpUrl: given.SMTP_URL ?? null,
    secretKey: given.SECRET_KEY ?? null,
    demo: given.DEMO === undefined ? null : given.DEMO === '1',
    metricsToken: given.METRICS_TOKEN ?? null,
  };
}

/** Combinations that would be unsafe or cannot work. */
function wrongTogether(given: Environment, at: { host: string; baseUrl: string }): string[] {
  const base = new URL(at.baseUrl);
  const rules: [boolean, string][] = [
    [
      base.pathname !== '/' || base.search !== '' || base.hash !== '' || base.username !== '',
      'BASE_URL must be an origin alone, as https://eservices.example.ca',
    ],
    [
      given.BASE_URL === undefined && !isLoopback(at.host),
      `BASE_URL is needed when HOST is ${at.host}: the https address that people use`,
    ],
    [
      given.BASE_URL !== undefined && base.protocol === 'http:' && !isLoopback(base.hostname),
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
      given.DEMO === '1' && !isLoopback(at.host),
      `DEMO=1 is refused with HOST ${at.host}: anybody may sign in as anybody in a demo`,
    ],
  ];
  return rules.filter(([wrong]) => wrong).map(([, line]) => line);
}

/** Only this machine can reach it. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

function readProxies(text: string | undefined, problems: string[]): false | number | string[] {
  if (text === undefined || text === '0') return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text.split(',').map(part => part.trim());
  const good = addresses.every(part => {
    const [address, bits] = part.split('/');
    return isIP(address ?? '') > 0 && (bits === undefined || /^\d{1,3}$/.test(bits)) && bits !== '0';
  });
  if (!good)
    problems.push(
      'TRUST_PROXY must be how many proxies stand before us, or their addresses: 1, or 10.0.0.0/8',
    );
  return good ? addresses : false;
}
