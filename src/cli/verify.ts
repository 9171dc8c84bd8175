import type { Command } from 'commander';
import { verify } from '../catalog/verify.ts';
import { readConfig, type Options } from '../config.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { say } from './start.ts';

/** Differences printed; the rest is counted. */
const mostShown = 50;

/** `midad verify`: the journal's chain, and the catalog against the journal. Exit code 1 when they differ. */
export function registerVerify(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('verify')
    .description(t.verifyDescription)
    .helpOption('-h, --help', t.helpOption)
    .option('--data <folder>', t.optionData)
    .action(async (options: Options) => {
      const { data, postgres } = readConfig(options, process.env);
      const { entries, documents, behind, differences } = await verify(data, postgres);
      if (differences.length === 0) {
        say(fill(t.verified, { entries, documents }));
        if (behind > 0) say(fill(t.verifyBehind, { count: behind }));
        return;
      }
      say(fill(t.verifyFailed, { count: differences.length }));
      for (const difference of differences.slice(0, mostShown)) say(`  ${difference}`);
      say(t.verifyRemedy);
      process.exitCode = 1;
    });
}
