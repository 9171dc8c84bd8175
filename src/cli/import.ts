import { type Command, InvalidArgumentError } from 'commander';
import { cliStrings } from '../strings/strings.ts';
import type { runNdjsonImport } from './import-ndjson.ts';
import type { runPageImport } from './import-page.ts';
import { cliLanguage } from './language.ts';
import { inSmallHeap } from './small-heap.ts';

/** `midad import page` and `midad import ndjson`. What they need is loaded when they run: an HTML parser takes a second. */
export function registerImport(program: Command): void {
  const t = cliStrings[cliLanguage()];
  const group = program
    .command('import')
    .description(t.importDescription)
    .helpOption('-h, --help', t.helpOption)
    .helpCommand('help [command]', t.helpCommand);

  group
    .command('page')
    .description(t.importPageDescription)
    .argument('<path>', t.importPageArgument)
    .helpOption('-h, --help', t.helpOption)
    .option('--section <name>', t.importOptionSection)
    .option('--publish', t.importOptionPublish)
    .option('--dry-run', t.importOptionDryRun)
    .option('--skip-duplicates', t.importOptionSkip)
    .option('--json', t.importOptionJson)
    .option('--source <name>', t.importOptionSourcePage, sourceName)
    .option('--data <folder>', t.optionData)
    .addHelpText('after', `\n${t.importPageExamples}`)
    .action(async (...given: Parameters<typeof runPageImport>) => {
      await (await import('./import-page.ts')).runPageImport(...given);
    });

  group
    .command('ndjson')
    .description(t.importNdjsonDescription)
    .argument('<file>', t.importNdjsonArgument)
    .helpOption('-h, --help', t.helpOption)
    .requiredOption('--source <name>', t.importOptionSource, sourceName)
    .option('--publish', t.importOptionPublish)
    .option('--strict', t.importOptionStrict)
    .option('--skip-duplicates', t.importOptionSkip)
    .option('--report <file>', t.importOptionReport)
    .option('--limit <number>', t.importOptionLimit, wholeNumber)
    .option('--quiet', t.importOptionQuiet)
    .option('--data <folder>', t.optionData)
    .addHelpText('after', `\n${t.importNdjsonExamples}`)
    .action(async (...given: Parameters<typeof runNdjsonImport>) => {
      inSmallHeap();
      await (await import('./import-ndjson.ts')).runNdjsonImport(...given);
    });
}

/** Up to 90 characters: the claim's space holds it beside a word of ours. */
function sourceName(value: string): string {
  const name = value.trim();
  if (name === '' || name.length > 90 || /[\p{Cc}\p{Cf}]/u.test(name))
    throw new InvalidArgumentError(cliStrings[cliLanguage()].importBadSource);
  return name;
}

/** For options: a number of stories, groups, … @throws InvalidArgumentError */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,11}$/.test(value))
    throw new InvalidArgumentError(cliStrings[cliLanguage()].importBadLimit);
  return Number(value);
}
