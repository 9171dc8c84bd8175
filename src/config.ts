import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { BackupSettings } from './backup/settings.ts';
import { type PostgresPlace, usualPostgres } from './journal/place.ts';
import { MidadError } from './model/errors.ts';
import { purgeTargets } from './purge/targets.ts';

/** Everything that is decided outside the program, parsed once, frozen. Options win over the environment. */
export interface Config {
  readonly port: number;
  /** Address to listen on; undefined = all. */
  readonly host: string | undefined;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** Where the record is, if not in the data folder. */
  readonly postgres: PostgresPlace | undefined;
  /** Where originals of pictures are, if not in the data folder: `s3://bucket/prefix`. */
  readonly mediaUrl: string | undefined;
  /** Public address of the site, without a slash at the end; undefined = made from the port. */
  readonly url: string | undefined;
  /** Further reader processes; 0 = the primary serves readers itself. */
  readonly workers: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Peers whose `X-Forwarded-For` is believed (addresses or CIDR ranges). */
  readonly trustedProxies: readonly string[];
  /** Serve /metrics to everyone, not only on the local socket. */
  readonly publicMetrics: boolean;
  /** Caches in front of the site that are told what changed: see `purge/targets.ts`; undefined = none. */
  readonly purge: PurgeSettings | undefined;
  /** Backups by the clock; undefined = none. */
  readonly backup: BackupSettings | undefined;
  /** Where a node without a catalog gets one: a file or `s3://…`. */
  readonly snapshot: string | undefined;
  /** Address of the newsroom, where it has an origin of its own; undefined = that of the site. */
  readonly newsroomUrl: string | undefined;
  /** Where invitations and resets are mailed from; undefined = their links are shown to the administrator. */
  readonly mail: MailSettings | undefined;
  /** The house's own directory, where people may sign in; undefined = there is none. */
  readonly oidc: OidcSettings | undefined;
}

export interface PurgeSettings {
  readonly setting: string;
  /** The variables that hold keys to their interfaces. */
  readonly tokens: Environment;
}

export interface MailSettings {
  /** `smtp://user:password@mail.example.org:587` or `smtps://`. */
  readonly url: string;
  readonly from: string;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button of the sign-in screen calls it. */
  readonly name: string;
}

export interface Options {
  port?: string | undefined;
  host?: string | undefined;
  data?: string | undefined;
  url?: string | undefined;
  workers?: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** 64 reader processes: more than any machine we know has use for. */
const mostWorkers = 64;

/**
 * Reads the configuration.
 * @throws MidadError `bad-option` naming the option, the value, and what would be right.
 */
export function readConfig(options: Options, environment: Environment): Config {
  const pick = (name: keyof Options, variable: string) => options[name] ?? nonEmpty(environment[variable]);
  return Object.freeze({
    port: parse('port', pick('port', 'PORT') ?? '4000', wholeNumber(0, 65_535), '0–65535'),
    host: pick('host', 'HOST'),
    data: resolve(pick('data', 'MIDAD_DATA') ?? 'data'),
    postgres: parsePostgres(environment),
    mediaUrl: parseMediaUrl(nonEmpty(environment['MEDIA_URL'])),
    url: parseUrl('url', pick('url', 'MIDAD_URL')),
    newsroomUrl: parseUrl('MIDAD_NEWSROOM_URL', nonEmpty(environment['MIDAD_NEWSROOM_URL'])),
    mail: parseMail(environment),
    oidc: parseOidc(environment),
    workers: parse(
      'workers',
      pick('workers', 'MIDAD_WORKERS') ?? '0',
      wholeNumber(0, mostWorkers),
      `0–${mostWorkers}`,
    ),
    purge: parsePurge(environment),
    backup: parseBackup(environment),
    snapshot: nonEmpty(environment['MIDAD_SNAPSHOT']),
    logLevel: parse(
      'MIDAD_LOG',
      nonEmpty(environment['MIDAD_LOG']) ?? 'warn',
      z.enum(['silent', 'error', 'warn', 'info', 'debug']),
      'silent, error, warn, info, debug',
    ),
    trustedProxies: parseProxies(nonEmpty(environment['MIDAD_TRUSTED_PROXIES'])),
    publicMetrics: environment['MIDAD_METRICS'] === 'public',
  });
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function parse<T>(name: string, value: string, schema: z.ZodType<T>, expected: string): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new MidadError('bad-option', { name, value, expected });
  return result.data;
}

function parseUrl(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.pathname !== '/'
  ) {
    throw new MidadError('bad-option', { name, value, expected: 'https://news.example.org' });
  }
  return url.origin;
}

function parseMediaUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!/^s3:\/\/[a-z0-9][a-z0-9.-]+/.test(value))
    throw new MidadError('bad-option', { name: 'MEDIA_URL', value, expected: 's3://bucket/prefix' });
  return value;
}

function parsePurge(environment: Environment): PurgeSettings | undefined {
  const setting = nonEmpty(environment['MIDAD_PURGE']);
  if (setting === undefined) return undefined;
  const { FASTLY_API_TOKEN, CLOUDFLARE_API_TOKEN } = environment;
  const tokens = { FASTLY_API_TOKEN, CLOUDFLARE_API_TOKEN };
  purgeTargets(setting, tokens);
  return Object.freeze({ setting, tokens });
}

function parseBackup(environment: Environment): BackupSettings | undefined {
  const to = nonEmpty(environment['MIDAD_BACKUP']);
  if (to === undefined) return undefined;
  const keep = nonEmpty(environment['MIDAD_BACKUP_KEEP']) ?? '7 4 12';
  const [days = 0, weeks = 0, months = 0] = parse(
    'MIDAD_BACKUP_KEEP',
    keep,
    z.string().regex(/^\d{1,3}(\s+\d{1,3}){2}$/),
    '7 4 12',
  )
    .split(/\s+/)
    .map(Number);
  const hours = nonEmpty(environment['MIDAD_BACKUP_HOURS']) ?? '24';
  return Object.freeze({
    to: to.startsWith('s3:') ? to : resolve(to),
    everyHours: parse('MIDAD_BACKUP_HOURS', hours, wholeNumber(1, 8760), '1–8760'),
    keep: Object.freeze({ days, weeks, months }),
  });
}

/** What the address itself must be is said by whoever opens it. */
function parsePostgres(environment: Environment): PostgresPlace | undefined {
  const url = nonEmpty(environment['DATABASE_URL']);
  if (url === undefined) return undefined;
  const numberOf = (name: string, usual: number, least: number, most: number) =>
    parse(name, nonEmpty(environment[name]) ?? String(usual), wholeNumber(least, most), `${least}–${most}`);
  return Object.freeze({
    url,
    connections: numberOf('MIDAD_DATABASE_CONNECTIONS', usualPostgres.connections, 2, 500),
    timeoutMs: numberOf('MIDAD_DATABASE_TIMEOUT', usualPostgres.timeoutMs / 1000, 1, 600) * 1000,
  });
}

function parseMail(environment: Environment): MailSettings | undefined {
  const url = nonEmpty(environment['MIDAD_SMTP_URL']);
  if (url === undefined) return undefined;
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? '')) {
    // The address holds a password: it is not repeated.
    throw new MidadError('bad-option', {
      name: 'MIDAD_SMTP_URL',
      value: '…',
      expected: 'smtp://user:password@mail.example.org:587',
    });
  }
  const from = parse(
    'MIDAD_MAIL_FROM',
    nonEmpty(environment['MIDAD_MAIL_FROM']) ?? '',
    z.email(),
    'newsroom@example.org',
  );
  return Object.freeze({ url, from });
}

function parseOidc(environment: Environment): OidcSettings | undefined {
  const issuer = nonEmpty(environment['MIDAD_OIDC_ISSUER']);
  if (issuer === undefined) return undefined;
  const need = (name: string) => parse(name, nonEmpty(environment[name]) ?? '', z.string().min(1), '…');
  return Object.freeze({
    issuer: parse('MIDAD_OIDC_ISSUER', issuer, z.url({ protocol: /^https?$/ }), 'https://login.example.org'),
    clientId: need('MIDAD_OIDC_CLIENT_ID'),
    clientSecret: need('MIDAD_OIDC_CLIENT_SECRET'),
    name: nonEmpty(environment['MIDAD_OIDC_NAME']) ?? new URL(issuer).hostname,
  });
}

function parseProxies(value: string | undefined): readonly string[] {
  const ranges = value === undefined ? [] : value.split(/[\s,]+/);
  trustedList(ranges);
  return Object.freeze(ranges);
}

/** The ranges as a list that answers `check`. @throws MidadError `bad-option`. */
export function trustedList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const version = isIP(address);
    const size = bits === undefined ? (version === 4 ? 32 : 128) : Number(bits);
    if (version === 0 || !Number.isInteger(size) || size < 0 || size > (version === 4 ? 32 : 128)) {
      throw new MidadError('bad-option', {
        name: 'MIDAD_TRUSTED_PROXIES',
        value: range,
        expected: '10.0.0.0/8, ::1',
      });
    }
    list.addSubnet(address, size, version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
