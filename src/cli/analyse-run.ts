import { once } from 'node:events';
import { basename } from 'node:path';
import { z } from 'zod';
import { buildGazetteer, type Gazetteer } from '../arabic/entities/gazetteer.ts';
import { survey } from '../arabic/survey.ts';
import { readConfig } from '../config.ts';
import { catalogFile, isOfThisVersion, readCurrent } from '../catalog/files.ts';
import { openPublicCatalog } from '../catalog/public/open.ts';
import { MidadError } from '../model/errors.ts';
import { openLines } from '../interchange/ndjson/lines.ts';
import { readTextAsItStands } from '../interchange/text-file.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { showSurvey } from './analyse-show.ts';
import { cliLanguage } from './language.ts';
import { problemLine } from './import-ndjson.ts';
import { complain, print } from './output.ts';

interface AnalyseOptions {
  json?: boolean;
  ndjson?: boolean;
  data?: string;
}

/** Shown one by one on standard error; the rest are in the output only. */
const shownProblems = 50;

/** What a line must hold; `id` may be any value and comes back as it is. */
const lineSchema = z.object({ id: z.unknown().optional(), text: z.string() });

/**
 * Prints what is seen in a file or standard input: for a person, as JSON, or line by line for a stream of texts.
 * @throws MidadError those of `readTextAsItStands` and `openLines`; `file-missing` where the data folder has no catalog.
 */
export async function runAnalyse(file: string, options: AnalyseOptions): Promise<void> {
  const gazetteer = gazetteerOf(options.data);
  if (options.ndjson === true) {
    await analyseLines(file, gazetteer);
    return;
  }
  const t = cliStrings[cliLanguage()];
  const { text, encoding } = await readTextAsItStands(file);
  if (encoding !== 'utf-8') {
    const name = file === '-' ? t.standardInput : basename(file);
    complain(fill(t.analyseEncoding, { file: name, encoding }));
  }
  const seen = survey(text, gazetteer);
  if (options.json === true) print(JSON.stringify(seen, null, 2));
  else for (const line of showSurvey(text, seen, cliLanguage())) print(line);
}

/** With a data folder, its records of people, places and bodies are known as well. */
function gazetteerOf(data: string | undefined): Gazetteer {
  if (data === undefined) return buildGazetteer();
  const folder = readConfig({ data }, process.env).data;
  const current = readCurrent(folder);
  if (current === undefined || !isOfThisVersion('public', current.public))
    throw new MidadError('file-missing', { file: catalogFile(folder, 'current.json') });
  const catalog = openPublicCatalog(catalogFile(folder, current.public));
  try {
    return buildGazetteer(catalog.knownNames());
  } finally {
    catalog.close();
  }
}

/** One result a line, in order; a bad line has its error in its place, and the rest goes on. */
async function analyseLines(file: string, gazetteer: Gazetteer): Promise<void> {
  const t = cliStrings[cliLanguage()];
  const name = file === '-' ? t.standardInput : basename(file);
  let problems = 0;
  // Whoever reads has had enough («| head»): no error, and nothing further to do.
  const closed = new AbortController();
  process.stdout.on('error', (error) => closed.abort(error));
  const write = async (value: unknown): Promise<void> => {
    if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
    await once(process.stdout, 'drain', { signal: closed.signal }).catch((error: unknown) =>
      closed.abort(error),
    );
  };
  for await (const line of openLines(file).lines) {
    if (closed.signal.aborted) break;
    const read =
      line.text === undefined ? { problem: line.problem ?? ('not-utf8' as const) } : readLine(line.text);
    if ('problem' in read) {
      problems++;
      const message = problemLine(name, { line: line.number, ...read });
      if (problems <= shownProblems) complain(message);
      else if (problems === shownProblems + 1) complain(t.importMoreProblems);
      await write({ ...('id' in read && { id: read.id }), line: line.number, error: read.problem, message });
      continue;
    }
    await write({ id: read.id, ...survey(read.text, gazetteer) });
  }
  const reason: unknown = closed.signal.reason;
  if (closed.signal.aborted && (reason as { code?: unknown }).code !== 'EPIPE') throw reason;
  if (problems > 0) process.exitCode = 1;
}

type ReadLine =
  | { id: unknown; text: string }
  | { problem: 'not-json' | 'not-object' }
  | { id: unknown; problem: 'wrong-type'; field: string; value: string };

function readLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: 'not-json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'not-object' };
  const read = lineSchema.safeParse(value);
  if (read.success) return { id: read.data.id ?? null, text: read.data.text };
  const { id, text } = value as { id?: unknown; text?: unknown };
  return {
    id: id ?? null,
    problem: 'wrong-type',
    field: 'text',
    value: JSON.stringify(text ?? null).slice(0, 40),
  };
}
