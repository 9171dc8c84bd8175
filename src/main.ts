import { Command, CommanderError } from 'commander';
import { registerAnalyse } from './cli/analyse.ts';
import { registerBackup, registerRestore } from './cli/backup.ts';
import { registerDemo } from './cli/demo.ts';
import { registerDuplicates } from './cli/duplicates.ts';
import { registerImport } from './cli/import.ts';
import { exitCodeOf, explain } from './cli/explain.ts';
import { cliLanguage } from './cli/language.ts';
import { registerJournal } from './cli/journal-copy.ts';
import { registerProof } from './cli/proof.ts';
import { registerRebuild } from './cli/rebuild.ts';
import { registerRedact } from './cli/redact.ts';
import { registerSnapshot } from './cli/snapshot.ts';
import { registerStart } from './cli/start.ts';
import { registerUsers } from './cli/users.ts';
import { registerVerify } from './cli/verify.ts';
import { version } from './cli/version.ts';
import { cliStrings } from './strings/strings.ts';

/**
 * Runs the command line.
 * @returns the exit code: 0 done; 1 it failed, and standard error says why and what to do; 2 the command was not
 *   understood.
 */
export async function run(argv: readonly string[]): Promise<number> {
  const t = cliStrings[cliLanguage()];
  const program = new Command('midad')
    .description(t.program)
    .version(version, '-v, --version', t.versionOption)
    .helpOption('-h, --help', t.helpOption)
    .helpCommand('help [command]', t.helpCommand)
    .exitOverride()
    .showHelpAfterError();
  for (const register of [
    registerStart,
    registerDemo,
    registerImport,
    registerAnalyse,
    registerDuplicates,
    registerProof,
    registerRebuild,
    registerVerify,
    registerBackup,
    registerRestore,
    registerSnapshot,
    registerJournal,
    registerRedact,
    registerUsers,
  ])
    register(program);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${explain(error, cliLanguage())}\n`);
    return exitCodeOf(error);
  }
}
