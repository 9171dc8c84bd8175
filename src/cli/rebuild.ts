import type { Command } from 'commander';
import { rebuild } from '../catalog/rebuild.ts';
import { readConfig, type Options } from '../config.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { progressLine } from './progress.ts';
import { say } from './start.ts';

/** `midad rebuild`: the catalog anew from the journal, beside the live one, then swapped in; a running site goes on. */
export function registerRebuild(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('rebuild')
    .description(t.rebuildDescription)
    .helpOption('-h, --help', t.helpOption)
    .option('--data <folder>', t.optionData)
    .action(async (options: Options) => {
      const { data, postgres } = readConfig(options, process.env);
      const line = progressLine((done, total) => fill(t.rebuilding, { done, total }));
      const { entries, catalogMs, searchMs } = await rebuild(data, {
        postgres,
        onProgress: line.show,
      });
      line.end();
      const seconds = (ms: number) => (ms / 1000).toFixed(1);
      const rate = Math.round(entries / (catalogMs / 1000));
      say(fill(t.rebuilt, { total: entries, seconds: seconds(catalogMs), rate, search: seconds(searchMs) }));
    });
}
