import { Command, CommanderError } from 'commander';
import { exitCodeOf, explain } from './cli/explain.ts';
import { cliLanguage } from './cli/language.ts';
import { version } from './cli/version.ts';
import { cliStrings } from './strings/strings.ts';

type Register = (program: Command) => void;

/** Each command is loaded when it is asked for: some of them bring half of the program along, which takes seconds. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  start: async () => (await import('./cli/start.ts')).registerStart,
  demo: async () => (await import('./cli/demo.ts')).registerDemo,
  import: async () => (await import('./cli/import.ts')).registerImport,
  analyse: async () => (await import('./cli/analyse.ts')).registerAnalyse,
  duplicates: async () => (await import('./cli/duplicates.ts')).registerDuplicates,
  proof: async () => (await import('./cli/proof.ts')).registerProof,
  rebuild: async () => (await import('./cli/rebuild.ts')).registerRebuild,
  verify: async () => (await import('./cli/verify.ts')).registerVerify,
  backup: async () => (await import('./cli/backup.ts')).registerBackup,
  restore: async () => (await import('./cli/backup.ts')).registerRestore,
  snapshot: async () => (await import('./cli/snapshot.ts')).registerSnapshot,
  journal: async () => (await import('./cli/journal-copy.ts')).registerJournal,
  redact: async () => (await import('./cli/redact.ts')).registerRedact,
  users: async () => (await import('./cli/users.ts')).registerUsers,
};

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
  const [asked = ''] = argv.slice(2);
  // Help, a slip of the hand: all of them are named.
  const wanted = Object.hasOwn(commands, asked)
    ? [asked]
    : asked === '-v' || asked === '--version'
      ? []
      : Object.keys(commands);
  for (const name of wanted) (await commands[name]?.())?.(program);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${explain(error, cliLanguage())}\n`);
    return exitCodeOf(error);
  }
}
