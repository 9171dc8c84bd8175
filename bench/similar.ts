import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { storyGenerator } from './generate.ts';
import { readArchive } from './similar/archived.ts';
import { benchPairs } from './similar/quality.ts';
import { benchRelated, benchRelatedGrowth } from './similar/related.ts';
import { benchScale } from './similar/scale.ts';
import { machine } from './table.ts';
import { wordDistribution } from './words.ts';

const archive = join(import.meta.dirname, '../../shared/data/ant/articles.ndjson.gz');
const print = (text: string) => process.stdout.write(`${text}\n`);

/** `npm run bench:similar`: near-duplicates and related stories. */
const program = new Command('bench:similar')
  .description('near-duplicates and related stories: how good, and how fast among many')
  .option('--archive <file>', 'stories to measure on: NDJSON, gzipped', archive)
  .option('--stories <list>', 'sizes of generated archives', '1000,100000,1000000')
  .option('--only <part>', 'pairs, scale, related, growth')
  .option('--against <folder>', 'another checkout, whose related stories are shown beside')
  .action(async (options: { archive: string; stories: string; only?: string; against?: string }) => {
    print(`${machine()}\n`);
    const wanted = (part: string) => options.only === undefined || options.only === part;
    if (!existsSync(options.archive)) {
      print(
        `No archive at ${options.archive}: what is measured on real stories is left out (--archive FILE).\n`,
      );
    } else {
      const stories = await readArchive(options.archive);
      if (wanted('pairs')) print(benchPairs(stories.map(({ text }) => text)));
      if (wanted('related')) print(await benchRelated(stories, options.against));
    }
    const sizes = options.stories.split(',').map(Number);
    const story = storyGenerator(await wordDistribution());
    if (wanted('scale')) print(benchScale(sizes, story));
    if (wanted('growth')) print(await benchRelatedGrowth(sizes, story, options.against));
  });

await program.parseAsync();
