import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { MidadError } from '../../model/errors.ts';
import type { Change, Journal } from '../journal.ts';

/** What the suite must know of a backend. Writers in other processes open it too, so by module and name. */
export interface JournalBackend {
  /** Address of the module that exports `opener`. */
  module: URL;
  /** Name of the function that opens the journal at a place. */
  opener: string;
  open(place: string): Promise<Journal>;
  /** An empty place of its own: a folder, a schema. */
  makePlace(): Promise<string>;
  removePlace(place: string): Promise<void>;
  /** Changes a stored content behind the journal's back. */
  tamper(place: string, seq: number, content: object): Promise<void>;
}

/** A journal for one test. */
export interface Kept {
  readonly journal: Journal;
  readonly place: string;
  /** Closes it and opens it again. */
  reopen(): Promise<void>;
  /** Begins a process that appends so many stories, as `writer.ts` says. */
  write(writer: string, count: number): ChildProcess;
}

/** Opens an empty journal before each test of a suite and removes it afterwards. */
export function keptFor(backend: JournalBackend): Kept {
  let place = '';
  let journal: Journal;
  beforeEach(async () => {
    place = await backend.makePlace();
    journal = await backend.open(place);
  });
  afterEach(async () => {
    await journal.close();
    await backend.removePlace(place);
  });
  const program = fileURLToPath(new URL('writer.ts', import.meta.url));
  return {
    get journal() {
      return journal;
    },
    get place() {
      return place;
    },
    async reopen() {
      await journal.close();
      journal = await backend.open(place);
    },
    write: (writer, count) =>
      spawn(process.execPath, [program, backend.module.href, backend.opener, place, writer, String(count)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
  };
}

export const by = { actor: 'سلمى', at: Date.UTC(2026, 10, 23) };

/** A change that makes a story. */
export const story = (id: string, more: Partial<Change> = {}): Change => ({
  kind: 'story',
  id,
  action: 'create',
  expect: 0,
  content: { id, headline: 'افتتاح الميناء القديم' },
  ...more,
});

/** How work is refused; that it is not, or breaks in another way, ends the test. */
export async function failure(work: Promise<unknown>): Promise<MidadError> {
  const error: unknown = await work.then(
    () => new Error('it should have failed'),
    (e: unknown) => e,
  );
  if (!(error instanceof MidadError)) throw error;
  return error;
}
