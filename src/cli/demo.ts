import type { Command } from 'commander';
import { readConfig, type Options } from '../config.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { say, serve, untilStopped, withServerOptions } from './start.ts';

/** Beside the folder of a real site, so that trying the demo never touches one. */
const demoFolder = 'data/demo';

/** `midad demo`: a sample newspaper with its stories and pictures, running. */
export function registerDemo(program: Command): void {
  const t = cliStrings[cliLanguage()];
  withServerOptions(program.command('demo').description(t.demoDescription)).action(
    async (options: Options) => {
      const config = readConfig(
        { ...options, data: options.data ?? process.env['MIDAD_DATA'] ?? demoFolder },
        process.env,
      );
      const serving = await serve(config, {
        async seed(journal, media) {
          const { loadDemo } = await import('../../demo/load.ts');
          say(t.seeding);
          const loaded = await loadDemo(journal, media, { now: Date.now() });
          say(fill(t.seeded, { stories: loaded.stories, pictures: loaded.pictures }));
        },
      });
      const { node } = serving;
      const { addColleagues, colleagues } = await import('../../demo/colleagues.ts');
      await addColleagues(node.journal, Date.now());
      const [first] = colleagues;
      if (first !== undefined)
        say(fill(t.demoNewsroom, { name: first.name, link: await node.enterLink(first) }));
      await untilStopped(serving);
    },
  );
}
