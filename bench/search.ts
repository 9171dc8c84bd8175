import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readCollections } from './search/collections.ts';
import { benchQuality } from './search/quality.ts';
import { machine } from './table.ts';

/** `npm run bench:search`: how well and how fast the readers' search finds, side by side with others. */
const usual = join(import.meta.dirname, '../../shared/data');
const print = (text: string) => {
  process.stdout.write(`${text}\n`);
};

const program = new Command('bench:search')
  .description('quality on collections with known answers')
  .option('--data <folder>', 'with arcd/arcd.json, ant/articles.ndjson.gz, or one of them', usual);
program.parse();
const options = program.opts<{ data: string }>();

print(`${machine()}\n`);
const collections = readCollections(resolve(options.data));
if (collections.length === 0)
  print(
    `No collection in ${resolve(options.data)}: there is neither arcd/arcd.json nor ant/articles.ndjson.gz. ` +
      'Quality is not measured; give another folder with --data.\n',
  );
for (const collection of collections) print(await benchQuality(collection));
