import type { Command } from 'commander';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { isServerRunning } from '../jobs/server-lock.ts';
import { copyAndClose } from '../journal/copy/copy.ts';
import { sqliteSide, tablesOf } from '../journal/copy/sqlite-side.ts';
import { journalFile } from '../journal/open.ts';
import { type PostgresPlace, usualPostgres } from '../journal/place.ts';
import { SqliteJournal } from '../journal/sqlite.ts';
import { MidadError } from '../model/errors.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { progressLine } from './progress.ts';
import { say } from './start.ts';

interface CopyCliOptions {
  to: string;
  data?: string;
  finish?: boolean;
  force?: boolean;
}

/** `midad journal copy --to postgres://…|FILE`: the record into another store, while the site goes on. */
export function registerJournal(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('journal')
    .description(t.journalDescription)
    .helpOption('-h, --help', t.helpOption)
    .helpCommand('help [command]', t.helpCommand)
    .command('copy')
    .description(t.journalCopyDescription)
    .helpOption('-h, --help', t.helpOption)
    .requiredOption('--to <place>', t.journalCopyTo)
    .option('--data <folder>', t.optionData)
    .option('--finish', t.journalCopyFinish)
    .option('--force', t.optionForce)
    .addHelpText('after', `\n${t.journalCopyExamples}`)
    .action(runCopy);
}

async function runCopy({ to, data: folder, finish = false, force = false }: CopyCliOptions): Promise<void> {
  const t = cliStrings[cliLanguage()];
  const { data, postgres } = readConfig({ data: folder }, process.env);
  // What a running server writes after this would be missing.
  if (finish && isServerRunning(data)) throw new MidadError('data-folder-in-use', { path: data });
  const line = progressLine((done, total) => fill(t.journalCopying, { done, total }));
  const began = performance.now();
  const { seq, digest, added } = /^postgres(ql)?:/.test(to)
    ? await toPostgres(join(data, journalFile), to)
    : await toFile(postgres, fileOf(to));
  line.end();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(fill(t.journalCopied, { added, seq, seconds, digest }));
  say(finish ? fill(t.journalCopyDone, { place: shown(to) }) : t.journalCopyGoOn);

  async function toPostgres(path: string, url: string) {
    const { postgresSide } = await import('../journal/copy/postgres-side.ts');
    const { openPostgresJournal } = await import('../journal/postgres.ts');
    const [source, target] = [sqliteSide(path), await postgresSide({ url, ...usualPostgres })];
    const reopen = () => openPostgresJournal(url, { unfinished: true });
    return copyAndClose({ from: source, to: target, tables: tablesOf(path), reopen, ...options(shown(url)) });
  }

  async function toFile(from: PostgresPlace | undefined, path: string) {
    if (from === undefined)
      throw new MidadError('bad-option', { name: '--to', value: to, expected: 'postgres://…' });
    if (isServerRunning(dirname(path))) throw new MidadError('data-folder-in-use', { path: dirname(path) });
    const { postgresSide } = await import('../journal/copy/postgres-side.ts');
    mkdirSync(dirname(path), { recursive: true });
    const [source, target] = [await postgresSide(from), sqliteSide(path)];
    const reopen = async () => new SqliteJournal(path, { unfinished: true });
    return copyAndClose({ from: source, to: target, tables: tablesOf(path), reopen, ...options(path) });
  }

  /** What both ways have in common. */
  function options(place: string) {
    return { place, finish, force, onProgress: line.show };
  }
}

/** A data folder, or a file that ends with `.db`. */
const fileOf = (to: string) => (to.endsWith('.db') ? resolve(to) : join(resolve(to), journalFile));

/** Without the password. */
function shown(place: string): string {
  const url = URL.parse(place);
  return url === null || url.host === '' ? place : `${url.host}${url.pathname}`;
}
