import { Option, type Command } from 'commander';
import { cliStrings } from '../strings/strings.ts';
import type { runAnalyse } from './analyse-run.ts';
import { cliLanguage } from './language.ts';

/** `midad analyse FILE|-`: what the Arabic library sees in a text as it stands. */
export function registerAnalyse(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('analyse')
    .description(t.analyseDescription)
    .argument('<file>', t.analyseArgument)
    .helpOption('-h, --help', t.helpOption)
    .option('--json', t.analyseOptionJson)
    .addOption(new Option('--ndjson', t.analyseOptionNdjson).implies({ json: true }))
    .option('--data <folder>', t.analyseOptionData)
    .addHelpText('after', `\n${t.analyseExamples}`)
    // The word lists take a moment: they are loaded when they are needed.
    .action(async (...given: Parameters<typeof runAnalyse>) => {
      await (await import('./analyse-run.ts')).runAnalyse(...given);
    });
}
