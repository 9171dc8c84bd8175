import type { Command } from 'commander';
import { checkBackup, restoreBackup } from '../backup/restore.ts';
import { takeBackup } from '../backup/take.ts';
import { readConfig } from '../config.ts';
import { openOriginals } from '../media/originals.ts';
import { openPlace } from '../storage/open.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { percentLine } from './progress.ts';
import { say } from './start.ts';
import { version } from './version.ts';

interface BackupCliOptions {
  data?: string;
  verify?: boolean;
  media: boolean;
}

/** `midad backup FILE|s3://…`: everything that cannot be made again, in one file, while the site serves and writes. */
export function registerBackup(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('backup')
    .description(t.backupDescription)
    .helpOption('-h, --help', t.helpOption)
    .argument('<file>', t.backupArgument)
    .option('--data <folder>', t.optionData)
    .option('--no-media', t.backupNoMedia)
    .option('--verify', t.backupVerify)
    .addHelpText('after', `\n${t.backupExamples}`)
    .action(runBackup);
}

async function runBackup(file: string, options: BackupCliOptions): Promise<void> {
  const t = cliStrings[cliLanguage()];
  const config = readConfig({ data: options.data }, process.env);
  const place = await openPlace(file);
  if (options.verify !== true) {
    const line = percentLine(t.backupTaking);
    const began = performance.now();
    const taken = await takeBackup({
      dataDir: config.data,
      postgres: config.postgres,
      originals: options.media ? await openOriginals(config) : undefined,
      to: place,
      version,
      now: Date.now(),
      onProgress: line.show,
    });
    line.end();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const { manifest, pictures, bytes } = taken;
    say(fill(t.backupTaken, { file, seq: manifest.seq, pictures, size: megabytes(bytes), seconds }));
    return;
  }
  const line = percentLine(t.backupChecking);
  const { manifest, pictures } = await checkBackup({
    from: place,
    folder: config.data,
    onProgress: line.show,
  });
  line.end();
  const { takenAt, seq, digest } = manifest;
  say(fill(t.backupSound, { file, takenAt, seq, pictures, digest }));
}

/** `midad restore FILE|s3://…`: a backup in the place of the record. */
export function registerRestore(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('restore')
    .description(t.restoreDescription)
    .helpOption('-h, --help', t.helpOption)
    .argument('<file>', t.restoreArgument)
    .option('--data <folder>', t.optionData)
    .option('--force', t.optionForce)
    .addHelpText('after', `\n${t.restoreExamples}`)
    .action(async (file: string, { data, force = false }: { data?: string; force?: boolean }) => {
      const config = readConfig({ data }, process.env);
      const line = percentLine(t.restoring);
      const restored = await restoreBackup({
        dataDir: config.data,
        postgres: config.postgres,
        originals: await openOriginals(config),
        from: await openPlace(file),
        force,
        now: Date.now(),
        onProgress: line.show,
      });
      line.end();
      const { manifest, pictures, movedTo } = restored;
      say(fill(t.restored, { takenAt: manifest.takenAt, seq: manifest.seq, pictures }));
      if (movedTo !== undefined) say(fill(t.restoredAside, { path: movedTo }));
    });
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
