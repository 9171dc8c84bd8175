import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { IncomingComparison } from '../commands/compare-incoming.ts';
import { StoryImport } from '../commands/import-stories.ts';
import { readConfig } from '../config.ts';
import {
  type FileProgress,
  type FileSummary,
  importFile,
  type Problem,
} from '../interchange/ndjson/import-file.ts';
import { openLines } from '../interchange/ndjson/lines.ts';
import { MidadError } from '../model/errors.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { followImport } from './follow-import.ts';
import { explain } from './explain.ts';
import { importer, openSite } from './import-site.ts';
import { IdRanges } from './id-ranges.ts';
import { cliLanguage } from './language.ts';
import { leaveOutDuplicates } from './leave-out.ts';
import { openReport, reportNear } from './near-report.ts';
import { progressLine } from './progress.ts';
import { complain, print } from './output.ts';

interface NdjsonOptions {
  source: string;
  publish?: boolean;
  strict?: boolean;
  skipDuplicates?: boolean;
  report?: string;
  limit?: number;
  quiet?: boolean;
  data?: string;
}

/** So many bad lines are shown one by one; the rest are counted. */
const shownProblems = 50;

/** `midad import ndjson FILE --source NAME`. Ends when what it brought in can be found by search. */
export async function runNdjsonImport(file: string, options: NdjsonOptions): Promise<void> {
  const t = cliStrings[cliLanguage()];
  const { data, postgres } = readConfig({ data: options.data }, process.env);
  const began = performance.now();
  // A name that was mistyped is not to leave a data folder behind.
  openLines(file);
  const nearReport = openReport(options.report);
  const { journal, sections, zone } = await openSite(data, postgres);
  const name = file === '-' ? t.standardInput : basename(file);
  const bar = options.quiet === true ? silent : progressBar(name);
  const following = await followImport(data, postgres);
  const comparison = options.skipDuplicates === true ? new IncomingComparison(data, journal) : undefined;
  const brought = new IdRanges();
  let problems = 0;
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    bar.pause();
    complain(t.importStopping);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const stories = new StoryImport({
      journal,
      actor: importer,
      source: options.source,
      publish: options.publish === true,
      sections,
      now: Date.now,
    });
    const summary = await importFile({
      file,
      import: stories,
      zone,
      strict: options.strict === true,
      limit: options.limit,
      stopped: () => stopping,
      leaveOut:
        comparison &&
        leaveOutDuplicates(comparison, {
          source: options.source,
          file: name,
          report: nearReport,
          say(line) {
            bar.pause();
            complain(line);
          },
        }),
      onWritten(results) {
        for (const { outcome, story } of results)
          if (story !== undefined && outcome !== 'unchanged') brought.add(story);
      },
      onProgress(progress) {
        bar.show(progress, (performance.now() - began) / 1000);
        following.poke();
      },
      onProblem(problem) {
        problems++;
        bar.pause();
        if (problems <= shownProblems) complain(problemLine(name, problem));
        else if (problems === shownProblems + 1) complain(t.importMoreProblems);
      },
      onDerivedHeadline(line) {
        if (options.quiet === true) return;
        bar.pause();
        complain(fill(t.importDerivedHeadline, { file: name, line }));
      },
    });
    bar.end();
    const written = (performance.now() - began) / 1000;
    const applying = progressLine((done, total) => fill(t.importIndexing, { done, total }));
    await following.finish(journal, options.quiet === true ? undefined : applying.show);
    applying.end();
    report(summary, written, (performance.now() - began) / 1000);
    reportNear(data, brought, nearReport);
    conclude(summary, file, name);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    bar.end();
    nearReport.close();
    comparison?.close();
    await following.close();
    await journal.close();
  }
}

function report(summary: FileSummary, written: number, total: number): void {
  const t = cliStrings[cliLanguage()];
  print(
    fill(t.importCounts, {
      new: summary.new,
      updated: summary.updated,
      unchanged: summary.unchanged,
      failed: summary.failed,
    }),
  );
  if (summary.skipped > 0) print(fill(t.importSkipped, { count: summary.skipped }));
  const seconds = (value: number): string => value.toFixed(1);
  const rate = Math.round(summary.stories / Math.max(written, 0.001));
  print(fill(t.importRate, { seconds: seconds(written), rate, total: seconds(total) }));
}

/** Says why the import ended early and how it goes on; exit code 1 where not everything came in. */
function conclude(summary: FileSummary, file: string, name: string): void {
  const t = cliStrings[cliLanguage()];
  if (summary.ended === 'truncated') throw new MidadError('file-truncated', { file });
  if (summary.ended === 'strict') {
    complain(fill(t.importStrictStop, { file: name, line: summary.line }));
    process.exitCode = 1;
  } else if (summary.ended === 'stopped') {
    complain(fill(t.importStopped, { line: summary.line }));
    process.exitCode = 130;
  } else if (summary.stories === 0 && summary.failed === 0) throw new MidadError('file-empty', { file });
  else if (summary.failed > 0) process.exitCode = 1;
}

/** «articles.ndjson, line 12: …» with the remedy. */
export function problemLine(file: string, problem: Problem): string {
  const language = cliLanguage();
  const t = cliStrings[language];
  const reason = ((): string => {
    switch (problem.problem) {
      case 'not-json':
        return t.lineNotJson;
      case 'not-object':
        return t.lineNotObject;
      case 'no-title':
        return t.lineNoTitle;
      case 'no-id':
        return t.lineNoId;
      case 'wrong-type':
        return fill(t.lineWrongType, { field: problem.field, value: problem.value });
      case 'bad-date':
        return fill(t.lineBadDate, { field: problem.field, value: problem.value });
      case 'too-long-field':
        return fill(t.lineFieldTooLong, { field: problem.field, value: problem.value });
      case 'too-long':
        return t.lineTooLong;
      case 'not-utf8':
        return t.lineNotUtf8;
      case 'refused':
        return explain(problem.error, language);
    }
  })();
  return explain(new MidadError('line-invalid', { file, line: problem.line, reason }), language);
}

interface Progress {
  show(progress: FileProgress, seconds: number): void;
  /** Clears the line for a message. */
  pause(): void;
  end(): void;
}

const silent: Progress = { show() {}, pause() {}, end() {} };

/** A bar in a terminal, where the file's size is known; else a line now and then. */
function progressBar(name: string): Progress {
  const t = cliStrings[cliLanguage()];
  let last: FileProgress | undefined;
  let elapsed = 0;
  const sentence = (): string =>
    fill(t.importProgress, {
      file: name,
      stories: last?.stories ?? 0,
      failed: last?.failed ?? 0,
      rate: Math.round((last?.stories ?? 0) / Math.max(elapsed, 0.001)),
    });
  const line = progressLine(sentence);
  const bar = new SingleBar({
    format: `{bar} {percentage}% | {sentence}`,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
    etaBuffer: 50,
  });
  return {
    show(progress, seconds) {
      last = progress;
      elapsed = seconds;
      if (!process.stderr.isTTY || progress.size === undefined) line.show(progress.stories, progress.stories);
      else {
        if (!bar.isActive) bar.start(progress.size, 0, { sentence: sentence() });
        bar.update(Math.min(progress.bytesRead, progress.size), { sentence: sentence() });
      }
    },
    pause() {
      if (bar.isActive) bar.stop();
    },
    end() {
      if (bar.isActive) bar.stop();
      line.end();
    },
  };
}
