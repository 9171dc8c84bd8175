import type { Command } from 'commander';
import type { AlikeGroup } from '../catalog/similar/similar.ts';
import { openCurrentSimilar } from '../catalog/similar/near-duplicates.ts';
import type { DeskCatalog } from '../catalog/desk/desk.ts';
import { readConfig } from '../config.ts';
import { openJournalForReading } from '../journal/open.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { wholeNumber } from './import.ts';
import { cliLanguage } from './language.ts';
import { percent } from './near-report.ts';
import { complain, print } from './output.ts';

interface DuplicatesOptions {
  json?: boolean;
  limit?: number;
  data?: string;
}

const usualLimit = 50;

/** `midad duplicates`: stories that are nearly the same, in groups, the group with the newest story first. */
export function registerDuplicates(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('duplicates')
    .description(t.duplicatesDescription)
    .helpOption('-h, --help', t.helpOption)
    .option('--json', t.duplicatesOptionJson)
    .option('--limit <number>', t.duplicatesOptionLimit, wholeNumber)
    .option('--data <folder>', t.optionData)
    .addHelpText('after', `\n${t.duplicatesExamples}`)
    .action(async (options: DuplicatesOptions) => {
      const { data, postgres } = readConfig({ data: options.data }, process.env);
      const journal = await openJournalForReading(data, postgres);
      const current = openCurrentSimilar(data);
      try {
        const { desk, similar } = current.files();
        list(similar.groups(), desk, options);
        const behind = (await journal.head()).seq - similar.cursor().seq;
        if (behind > 0) complain(fill(t.duplicatesBehind, { count: behind }));
      } finally {
        current.close();
        await journal.close();
      }
    });
}

function list(groups: Iterable<AlikeGroup>, desk: DeskCatalog, options: DuplicatesOptions): void {
  const t = cliStrings[cliLanguage()];
  const json = options.json === true;
  const limit = options.limit ?? (json ? Infinity : usualLimit);
  let count = 0;
  for (const { stories, least, most } of groups) {
    if (count++ === limit) {
      if (!json) print(t.duplicatesMore);
      break;
    }
    const shown = stories.map((id) => {
      const { headline = '', status } = desk.story(id) ?? {};
      return { id, headline, ...(status && { status }) };
    });
    if (json) print(JSON.stringify({ least, most, stories: shown }));
    else {
      print(fill(t.duplicatesGroup, { count: stories.length, least: percent(least), most: percent(most) }));
      for (const { id, headline } of shown) print(`  ${id} ${headline}`);
    }
  }
  if (count === 0 && !json) print(t.duplicatesNone);
}
