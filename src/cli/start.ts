import type { Command } from 'commander';
import { readConfig, type Config, type Options } from '../config.ts';
import type { RunningNode, StartOptions } from '../server/primary.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { explain } from './explain.ts';
import { cliLanguage } from './language.ts';
import { complain } from './output.ts';
import { version } from './version.ts';

/** `midad start`: the site on a data folder, until it is told to stop. */
export function registerStart(program: Command): void {
  const t = cliStrings[cliLanguage()];
  withServerOptions(program.command('start').description(t.startDescription)).action(
    async (options: Options) => {
      const config = readConfig(options, process.env);
      const serving = await serve(config, {});
      const { node } = serving;
      if (node.stories === 0) say(t.emptySite);
      const link = await node.setUpLink();
      if (link !== undefined) say(fill(t.setUpNewsroom, { link }));
      await untilStopped(serving);
    },
  );
}

export function withServerOptions(command: Command): Command {
  const t = cliStrings[cliLanguage()];
  return command
    .helpOption('-h, --help', t.helpOption)
    .option('--port <number>', t.optionPort)
    .option('--host <address>', t.optionHost)
    .option('--data <folder>', t.optionData)
    .option('--url <address>', t.optionUrl)
    .option('--workers <number>', t.optionWorkers);
}

/** A node, and when it is told to stop. */
export interface Serving {
  node: RunningNode;
  /** Ends at Ctrl+C or a polite kill; a second one ends the process at once. */
  told: Promise<void>;
}

/** Starts a node and says where it is. Whoever reads that it runs may already tell it to stop. */
export async function serve(config: Config, options: StartOptions): Promise<Serving> {
  const t = cliStrings[cliLanguage()];
  say(fill(t.starting, { version, data: config.data }));
  const { startWhenReady } = await import('../server/reading-only.ts');
  const node = await startWhenReady(config, {
    ...options,
    onAway(error, url) {
      complain(explain(error, cliLanguage()));
      say(fill(t.readingOnly, { url }));
    },
  });
  const told = new Promise<void>((resolve) => {
    for (const sign of ['SIGINT', 'SIGTERM'] as const) {
      process.once(sign, () => {
        process.once(sign, () => process.exit(130));
        resolve();
      });
    }
  });
  say(fill(t.listening, { url: node.url }));
  return { node, told };
}

/** Waits until the node is told to stop, then stops it cleanly. */
export async function untilStopped({ node, told }: Serving): Promise<void> {
  const t = cliStrings[cliLanguage()];
  say(t.stopHint);
  await told;
  say(t.stopping);
  await node.stop();
  say(t.stopped);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
