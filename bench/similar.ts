import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Command } from 'commander';
import { storyGenerator } from './generate.ts';
import { benchPairs } from './similar/quality.ts';
import { benchScale } from './similar/scale.ts';
import { machine } from './table.ts';
import { wordDistribution } from './words.ts';

/** A story of the archive that is measured on. */
export interface ArchivedStory {
  id: number;
  title: string;
  abstract: string;
  text: string;
  category: string;
  published: string;
}

const archive = join(import.meta.dirname, '../../shared/data/ant/articles.ndjson.gz');
const print = (text: string) => process.stdout.write(`${text}\n`);

/** `npm run bench:similar`: near-duplicates and related stories. */
const program = new Command('bench:similar')
  .description('near-duplicates and related stories: how good, and how fast among many')
  .option('--archive <file>', 'stories to measure on: NDJSON, gzipped', archive)
  .option('--stories <list>', 'sizes of generated archives', '1000,100000,1000000')
  .option('--only <part>', 'pairs, scale')
  .action(async (options: { archive: string; stories: string; only?: string }) => {
    print(`${machine()}\n`);
    const wanted = (part: string) => options.only === undefined || options.only === part;
    if (!existsSync(options.archive)) {
      print(
        `No archive at ${options.archive}: what is measured on real stories is left out (--archive FILE).\n`,
      );
    } else {
      const stories = await readArchive(options.archive);
      if (wanted('pairs')) print(benchPairs(stories.map(({ text }) => text)));
    }
    if (wanted('scale')) {
      const story = storyGenerator(await wordDistribution());
      print(benchScale(options.stories.split(',').map(Number), story));
    }
  });

async function readArchive(path: string): Promise<ArchivedStory[]> {
  const stories: ArchivedStory[] = [];
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) }))
    stories.push(JSON.parse(line) as ArchivedStory);
  return stories;
}

await program.parseAsync();
