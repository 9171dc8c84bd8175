import { Command } from 'commander';
import { benchGrowth } from './growth.ts';
import { benchImport } from './import.ts';
import { benchLists } from './lists.ts';
import { benchPictures } from './pictures.ts';
import { benchPages, type PagesBench } from './pages.ts';
import { benchServe } from './serve.ts';
import { benchSuggest } from './suggest.ts';
import { machine } from './table.ts';

/** `npm run bench`: the figures of docs/benchmarks.md. `npm run bench -- serve` runs one part. */
const program = new Command('bench').description('prints the figures of docs/benchmarks.md');
const print = (text: string) => {
  process.stdout.write(`${text}\n`);
};
const sizes = (text: string) => text.split(',').map(Number);

program
  .command('serve')
  .description('cached and uncached pages, readings')
  .action(async () => print(await benchServe()));
program
  .command('import')
  .option('--stories <n>', 'how many', '50000')
  .action(async ({ stories }: { stories: string }) => print(await benchImport(Number(stories))));
program
  .command('growth')
  .option('--stories <list>', 'sizes of archives', '1000,100000,1000000')
  .option('--keep <folder>', 'keep the archives there, and use those that are there')
  .action(async ({ stories, keep }: { stories: string; keep?: string }) => {
    print(await benchGrowth(sizes(stories), keep));
  });
program
  .command('lists')
  .description('the lists of the newsroom, by every filter')
  .option('--stories <n>', 'how many', '1000000')
  .option('--keep <folder>', 'keep the catalog there, and use the one that is there')
  .action(async ({ stories, keep }: { stories: string; keep?: string }) =>
    print(await benchLists(Number(stories), keep)),
  );
program
  .command('pictures')
  .description('the media library')
  .option('--pictures <n>', 'how many', '200000')
  .action(async ({ pictures }: { pictures: string }) => print(await benchPictures(Number(pictures))));
program
  .command('suggest')
  .description('suggestions while typing, and what a mistyped query may have meant')
  .option('--stories <list>', 'sizes of archives', '1000,1000000')
  .option('--keep <folder>', 'keep the archives there, and use those that are there')
  .action(async ({ stories, keep }: { stories: string; keep?: string }) => {
    print(await benchSuggest(sizes(stories), keep));
  });
program
  .command('pages')
  .description('reading pages and pasted text: what is lost, what is left in')
  .option('--archive <file>', 'NDJSON of stories with title and text, gzipped or not')
  .option('--against <folder>', 'another checkout, measured on the same pages')
  .option('--set <name>', 'only this set of templates: A to T')
  .option('--wrong <n>', 'print so many examples of what went wrong', Number)
  .action(async (options: PagesBench) => print(await benchPages(options)));
program.command('all', { isDefault: true }).action(async () => {
  print(`${machine()}\n`);
  print(await benchServe());
  print(await benchImport(50_000));
  print(await benchGrowth([1000, 100_000, 1_000_000]));
});

await program.parseAsync();
