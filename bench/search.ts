import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readCollections } from './search/collections.ts';
import { benchQuality } from './search/quality.ts';
import { benchScale } from './search/scale.ts';
import { machine } from './table.ts';

/** `npm run bench:search`: how well and how fast the readers' search finds, side by side with others. */
const usual = join(import.meta.dirname, '../../shared/data');
const print = (text: string) => {
  process.stdout.write(`${text}\n`);
};

const program = new Command('bench:search')
  .description('quality on collections with known answers; speed with --scale')
  .option('--data <folder>', 'with arcd/arcd.json, ant/articles.ndjson.gz, or one of them', usual)
  .option('--scale <stories>', 'speed over so many generated stories instead of quality', Number)
  .option('--keep <folder>', 'where the generated archive stays; a larger --scale continues it');
program.parse();
const options = program.opts<{ data: string; scale?: number; keep?: string }>();

print(`${machine()}\n`);
if (options.scale === undefined) await quality(resolve(options.data));
else print(await benchScale(options.scale, options.keep && resolve(options.keep), print));

async function quality(data: string): Promise<void> {
  const collections = readCollections(data);
  if (collections.length === 0)
    print(
      `No collection in ${data}: there is neither arcd/arcd.json nor ant/articles.ndjson.gz. ` +
        'Quality is not measured; give another folder with --data.\n',
    );
  for (const collection of collections) print(await benchQuality(collection));
}
