import type { Command } from 'commander';
import { catchUp } from '../catalog/catch-up.ts';
import { erasable, isErasable, redactDocument } from '../commands/redact-document.ts';
import { readConfig } from '../config.ts';
import { openJournal } from '../journal/open.ts';
import { openOriginals } from '../media/originals.ts';
import { MediaStore } from '../media/store.ts';
import { type DocumentKind, documentKinds } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { say } from './start.ts';

interface RedactOptions {
  why: string;
  versions?: string;
  notice?: string;
  data?: string;
}

/** `midad redact KIND ID --why …`: legal removal, from the record to the last index. */
export function registerRedact(program: Command): void {
  const t = cliStrings[cliLanguage()];
  program
    .command('redact')
    .description(t.redactDescription)
    .helpOption('-h, --help', t.helpOption)
    .argument('<kind>', fill(t.redactKind, { kinds: erasable.join(', ') }))
    .argument('<id>', t.redactId)
    .requiredOption('--why <reason>', t.redactWhy)
    .option('--versions <numbers>', t.redactVersions)
    .option('--notice <text>', t.redactNotice)
    .option('--data <folder>', t.optionData)
    .addHelpText('after', `\n${t.redactExamples}`)
    .action(runRedact);
}

async function runRedact(kind: string, id: string, options: RedactOptions): Promise<void> {
  const t = cliStrings[cliLanguage()];
  const config = readConfig({ data: options.data }, process.env);
  const { data, postgres } = config;
  if (!(documentKinds as readonly string[]).includes(kind))
    throw new MidadError('bad-option', { name: 'kind', value: kind, expected: documentKinds.join(', ') });
  if (options.versions === undefined && !isErasable(kind as DocumentKind))
    throw new MidadError('bad-option', { name: 'kind', value: kind, expected: erasable.join(', ') });
  const versions = options.versions === undefined ? undefined : numbersIn(options.versions);
  const journal = await openJournal(data, postgres);
  try {
    if ((await journal.current(kind as DocumentKind, id)) === undefined)
      throw new MidadError('document-missing', { kind, id });
    const { seq, erase } = await redactDocument(
      { journal, actor: 'cli:redact', now: Date.now() },
      {
        kind: kind as DocumentKind,
        id,
        why: options.why,
        ...(versions && { versions }),
        ...(options.notice !== undefined && { notice: options.notice }),
      },
    );
    if (erase !== undefined) {
      const media = new MediaStore(data, { originals: await openOriginals(config) });
      await media.erase(erase);
      await media.close();
    }
    await catchUp(data, { upTo: seq, postgres });
    say(fill(t.redacted, { kind, id, seq }));
    say(t.redactedElsewhere);
  } finally {
    await journal.close();
  }
}

function numbersIn(text: string): number[] {
  const numbers = text.split(/[\s,،]+/).map(Number);
  if (numbers.every((n) => Number.isSafeInteger(n) && n > 0)) return numbers;
  throw new MidadError('bad-option', { name: '--versions', value: text, expected: '1,2' });
}
