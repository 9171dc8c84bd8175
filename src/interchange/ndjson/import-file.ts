import {
  batchSize,
  type ImportedStory,
  type IncomingStory,
  type StoryImport,
} from '../../commands/import-stories.ts';
import { MidadError } from '../../model/errors.ts';
import { openLines } from './lines.ts';
import { type LineProblem, readStoryLine } from './story-line.ts';

export interface Counts {
  new: number;
  updated: number;
  unchanged: number;
  failed: number;
}

export interface FileProgress extends Counts {
  stories: number;
  /** Left out because they are nearly the same as others. */
  skipped: number;
  bytesRead: number;
  /** Bytes of the file; undefined for standard input. */
  size: number | undefined;
}

/** A line that was skipped, or a story that the rules refused. */
export type Problem = { line: number } & (
  | LineProblem
  | { problem: 'too-long' | 'not-utf8' }
  | { problem: 'refused'; error: MidadError }
);

export interface FileImport {
  /** Path, or `-` for standard input. */
  file: string;
  import: StoryImport;
  zone: string;
  /** Stop at the first bad line. */
  strict: boolean;
  /** At most so many stories. */
  limit: number | undefined;
  /** Asked after each line: true ends the import once what was read is written. */
  stopped: () => boolean;
  /** Asked before a batch is written: for each story, whether to leave it out. */
  leaveOut?: ((batch: readonly IncomingStory[], lines: readonly number[]) => Promise<boolean[]>) | undefined;
  /** What became of the stories of a batch. */
  onWritten?: (results: readonly ImportedStory[]) => void;
  onProgress: (progress: FileProgress) => void;
  onProblem: (problem: Problem) => void;
  /** A story without a title was given the first words of its text. */
  onDerivedHeadline: (line: number) => void;
}

export interface FileSummary extends FileProgress {
  derivedHeadlines: number;
  /** Why the import ended before the file did. */
  ended: 'end-of-file' | 'limit' | 'stopped' | 'strict' | 'truncated';
  /** Last line that was read. */
  line: number;
}

/** A batch is written early once its lines are this long together, so that huge stories do not add up in memory. */
const mostLetters = 4 * 1024 * 1024;

/**
 * Brings the stories of an NDJSON file into the journal, in batches, in order, with flat memory. What was written before
 * an error stays and is found unchanged when the same file is brought in again.
 * @throws MidadError `file-missing`, `file-empty`, `file-not-text`, and those of `StoryImport.add`.
 */
export async function importFile(options: FileImport): Promise<FileSummary> {
  const { lines, size } = openLines(options.file);
  const summary: FileSummary = {
    new: 0,
    updated: 0,
    unchanged: 0,
    failed: 0,
    skipped: 0,
    stories: 0,
    bytesRead: 0,
    size,
    derivedHeadlines: 0,
    ended: 'end-of-file',
    line: 0,
  };
  let batch: IncomingStory[] = [];
  let numbers: number[] = [];
  let letters = 0;

  const write = async (): Promise<void> => {
    const left = (await options.leaveOut?.(batch, numbers)) ?? [];
    if (left.includes(true)) {
      summary.skipped += left.filter(Boolean).length;
      batch = batch.filter((_, i) => left[i] !== true);
      numbers = numbers.filter((_, i) => left[i] !== true);
    }
    const results = await options.import.add(batch);
    options.onWritten?.(results);
    for (const [i, { outcome, error }] of results.entries()) {
      summary[outcome]++;
      if (error) options.onProblem({ line: numbers[i] ?? 0, problem: 'refused', error });
    }
    batch = [];
    numbers = [];
    letters = 0;
    options.onProgress(summary);
  };

  try {
    for await (const line of lines) {
      summary.line = line.number;
      summary.bytesRead = line.bytesRead;
      const read:
        | { story: IncomingStory; derivedHeadline: boolean }
        | LineProblem
        | { problem: 'too-long' | 'not-utf8' } =
        line.text === undefined
          ? { problem: line.problem ?? 'not-utf8' }
          : readStoryLine(line.text, options.zone);
      if ('problem' in read) {
        summary.failed++;
        options.onProblem({ line: line.number, ...read });
        if (!options.strict) continue;
        summary.ended = 'strict';
        break;
      }
      if (read.derivedHeadline) {
        summary.derivedHeadlines++;
        options.onDerivedHeadline(line.number);
      }
      batch.push(read.story);
      numbers.push(line.number);
      summary.stories++;
      letters += line.text?.length ?? 0;
      if (batch.length >= batchSize || letters >= mostLetters) {
        const failed = summary.failed;
        await write();
        if (options.strict && summary.failed > failed) {
          summary.ended = 'strict';
          break;
        }
      }
      if (options.stopped()) {
        summary.ended = 'stopped';
        break;
      }
      if (options.limit !== undefined && summary.stories >= options.limit) {
        summary.ended = 'limit';
        break;
      }
    }
  } catch (error) {
    if (!(error instanceof MidadError) || error.code !== 'file-truncated') throw error;
    summary.ended = 'truncated';
  }
  if (batch.length > 0) await write();
  return summary;
}
