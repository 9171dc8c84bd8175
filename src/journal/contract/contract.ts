import { atOnceContract } from './at-once.ts';
import type { JournalBackend } from './backend.ts';
import { countsContract } from './counts.ts';
import { draftsContract } from './drafts.ts';
import { entriesContract } from './entries.ts';
import { jobsContract } from './jobs.ts';
import { modelContract } from './model.ts';

/** Everything a journal must do, whatever keeps it. Run on each backend. */
export function journalContract(name: string, backend: JournalBackend): void {
  for (const part of [
    entriesContract,
    atOnceContract,
    jobsContract,
    countsContract,
    draftsContract,
    modelContract,
  ])
    part(name, backend);
}
