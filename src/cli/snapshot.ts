import type { Command } from 'commander';
import { loadSnapshot, takeSnapshot } from '../backup/snapshot.ts';
import { readConfig } from '../config.ts';
import { openPlace } from '../storage/open.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { percentLine } from './progress.ts';
import { say } from './start.ts';
import { version } from './version.ts';

/** `midad snapshot FILE|s3://…`: this node's catalog in one file, from which a new node begins. */
export function registerSnapshot(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('snapshot')
    .description(t.snapshotDescription)
    .helpOption('-h, --help', t.helpOption)
    .argument('<file>', t.backupArgument)
    .option('--data <folder>', t.optionData)
    .option('--load', t.snapshotLoad)
    .addHelpText('after', `\n${t.snapshotExamples}`)
    .action(async (file: string, { data: folder, load = false }: { data?: string; load?: boolean }) => {
      const { data } = readConfig({ data: folder }, process.env);
      const place = await openPlace(file);
      const line = percentLine(load ? t.snapshotLoading : t.snapshotTaking);
      const options = { dataDir: data, place, onProgress: line.show };
      if (load) {
        const loaded = await loadSnapshot(options);
        line.end();
        say(loaded ? t.snapshotLoaded : t.snapshotNotNeeded);
        return;
      }
      const { bytes } = await takeSnapshot({ ...options, version, now: Date.now() });
      line.end();
      say(fill(t.snapshotTaken, { file, size: (bytes / 1024 / 1024).toFixed(1) }));
    });
}
