import { IncomingComparison, type SeenBefore } from '../commands/compare-incoming.ts';
import { StoryImport } from '../commands/import-stories.ts';
import { readConfig } from '../config.ts';
import { pagesIn, type ReadFile, readPageFile } from '../interchange/page/files.ts';
import { type ReadingJson, toIncoming, toJson } from '../interchange/page/to-story.ts';
import { hasJournal, openJournalForReading } from '../journal/open.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { MidadError } from '../model/errors.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { catchUp } from '../catalog/catch-up.ts';
import { explain } from './explain.ts';
import { importer, openSite, type SiteForImport, zoneOf } from './import-site.ts';
import { cliLanguage } from './language.ts';
import { percent } from './near-report.ts';
import { complain, print } from './output.ts';

interface PageOptions {
  section?: string;
  publish?: boolean;
  dryRun?: boolean;
  skipDuplicates?: boolean;
  json?: boolean;
  source?: string;
  data?: string;
}

/** `midad import page FILE|FOLDER|-`: reads pages, shows what it recognised and dropped, and stores them. */
export async function runPageImport(path: string, options: PageOptions): Promise<void> {
  const { data, postgres } = readConfig({ data: options.data }, process.env);
  const pages = pagesIn(path);
  if (pages.length === 0) throw new MidadError('no-story-found', { file: path });
  const folder = pages.length > 1 || pages[0] !== path;
  const zone = await zoneWithin(data, postgres);
  // Opened by the first good page, so that a bad file leaves no data folder behind.
  let site: SiteForImport | undefined;
  let comparison: IncomingComparison | undefined;
  try {
    for (const file of pages) {
      try {
        const read = await readPageFile(file, zone);
        const keep = !read.truncated && options.dryRun !== true;
        if (keep) {
          site ??= await openSite(data, postgres);
          comparison ??= new IncomingComparison(data, site.journal);
        }
        const near = keep ? await nearTo(read, options, comparison) : [];
        show(file, read, near, folder, options);
        if (read.truncated) {
          // Half a story is shown to whoever asks, and never stored: readers would take it for the whole.
          complain(fill(cliStrings[cliLanguage()].pageTruncated, { file }));
          process.exitCode = 1;
          continue;
        }
        if (site === undefined || !keep) continue;
        if (options.skipDuplicates === true && near.length > 0) {
          if (options.json !== true) print(cliStrings[cliLanguage()].pageSkipped);
        } else await store(read, options, site);
      } catch (error) {
        // In a folder a bad page is reported and passed over.
        if (!folder || !(error instanceof MidadError)) throw error;
        complain(explain(error, cliLanguage()));
        process.exitCode = 1;
      }
    }
    if (site) await catchUp(data, { postgres, upTo: (await site.journal.head()).seq });
  } finally {
    comparison?.close();
    await site?.journal.close();
  }
}

async function store(read: ReadFile, options: PageOptions, site: SiteForImport): Promise<void> {
  const t = cliStrings[cliLanguage()];
  const { source, story } = toIncoming(read.story);
  const stories = new StoryImport({
    journal: site.journal,
    actor: importer,
    source: options.source ?? source,
    publish: options.publish === true,
    sections: site.sections,
    section: options.section,
    now: Date.now,
  });
  const [result] = await stories.add([story]);
  if (result?.error) throw result.error;
  if (options.json !== true && result) {
    const sentence = {
      new: options.publish === true ? t.pagePublished : t.pageDrafted,
      updated: t.pageUpdated,
      unchanged: t.pageUnchanged,
      failed: '',
    }[result.outcome];
    print(fill(sentence, { id: result.story ?? 0 }));
  }
}

/** Stories that the page's is nearly the same as; none where an earlier import brought this very page. */
async function nearTo(
  read: ReadFile,
  options: PageOptions,
  comparison: IncomingComparison | undefined,
): Promise<SeenBefore[]> {
  const { source, story } = toIncoming(read.story);
  const [compared] = (await comparison?.compare(options.source ?? source, [story])) ?? [];
  return compared?.held === undefined ? (compared?.near ?? []) : [];
}

function show(
  file: string,
  read: ReadFile,
  near: readonly SeenBefore[],
  folder: boolean,
  options: PageOptions,
): void {
  const t = cliStrings[cliLanguage()];
  const json = toJson(read.story.reading);
  if (options.json === true) {
    const shown = { ...json, ...(near.length > 0 && { nearDuplicates: near }) };
    print(folder ? JSON.stringify({ file, ...shown }) : JSON.stringify(shown, null, 2));
  } else {
    showText(file, json, folder);
    for (const { story, headline, similarity } of near)
      print(fill(t.pageNear, { id: story ?? '', headline, percent: percent(similarity) }));
  }
  if (read.claimed !== undefined) {
    process.stderr.write(
      `${fill(t.pageEncoding, { file, claimed: read.claimed, encoding: read.encoding })}\n`,
    );
  }
}

/** What was recognised and what was dropped, for a person. */
function showText(file: string, json: ReadingJson, folder: boolean): void {
  const t = cliStrings[cliLanguage()];
  if (folder) print(`\n${file}`);
  const fields: [string, string | null][] = [
    [t.pageHeadline, json.headline],
    [t.pageKicker, json.kicker],
    [t.pageStandfirst, json.standfirst],
    [t.pageDateline, json.dateline],
    [t.pageAgency, json.agency],
    [t.pageReporter, json.reporter],
    [t.pageDate, json.published],
  ];
  for (const [label, value] of fields) if (value !== null) print(`${label}: ${value}`);
  print(fill(t.pageParagraphs, { count: json.paragraphs.length }));
  for (const [i, paragraph] of json.paragraphs.entries()) print(`  ${i + 1}. ${shortened(paragraph)}`);
  for (const image of json.images) print(`${t.pageImage}: ${image}`);
  if (json.dropped.length > 0) print(fill(t.pageDropped, { count: json.dropped.length }));
  for (const line of json.dropped) print(`  - ${shortened(line)}`);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** The site's zone if there is one; a dry run makes nothing. */
async function zoneWithin(data: string, postgres?: PostgresPlace): Promise<string> {
  if (!hasJournal(data, postgres)) return 'UTC';
  const journal = await openJournalForReading(data, postgres).catch((error: unknown) => {
    // A database that nobody has set up yet has no zone either.
    if (postgres !== undefined && error instanceof MidadError && error.code === 'unavailable')
      return undefined;
    throw error;
  });
  if (journal === undefined) return 'UTC';
  try {
    return await zoneOf(journal);
  } finally {
    await journal.close();
  }
}
