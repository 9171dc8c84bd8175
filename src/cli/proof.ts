import { Option, type Command } from 'commander';
import { proofStrings } from '../strings/proof.ts';
import { cliStrings } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import type { runProof } from './proof-run.ts';

/** `midad proof FILE|-`: what a copy editor would mark in a text. */
export function registerProof(program: Command): void {
  const t = proofStrings[cliLanguage()];
  program
    .command('proof')
    .description(t['cli:description'])
    .argument('[file]', t['cli:argument'])
    .helpOption('-h, --help', cliStrings[cliLanguage()].helpOption)
    .addOption(new Option('--json', t['cli:optionJson']).conflicts('fix'))
    .option('--fix', t['cli:optionFix'])
    .option('--rules', t['cli:optionRules'])
    .option('--only <names>', t['cli:optionOnly'])
    .option('--headline', t['cli:optionHeadline'])
    .addOption(new Option('--digits <which>', t['cli:optionDigits']).choices(['arab', 'latn']))
    .addOption(new Option('--tanwin <where>', t['cli:optionTanwin']).choices(['before-alef', 'after-alef']))
    .option('--quotes', t['cli:optionQuotes'])
    .option('--house <file>', t['cli:optionHouse'])
    .addHelpText('after', `\n${t['cli:examples']}`)
    // The word lists are loaded when they are needed.
    .action(async (...given: Parameters<typeof runProof>) => {
      await (await import('./proof-run.ts')).runProof(...given);
    });
}
