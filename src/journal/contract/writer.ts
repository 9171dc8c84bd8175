import { writeSync } from 'node:fs';
import type { Journal } from '../journal.ts';

/**
 * A writer in a process of its own, for the contract suite:
 * `node writer.ts MODULE EXPORT PLACE WRITER COUNT`. It appends one new story after another, of its own
 * numbering, and says each on its output once it is acknowledged: `seq id`. Each has a job and takes a claim.
 */
const [module = '', opener = '', place = '', writer = '', count = ''] = process.argv.slice(2);
const exported = (await import(module)) as Record<string, (place: string) => Promise<Journal>>;
const open = exported[opener];
if (!open) throw new Error(`${module} has no ${opener}`);

const journal = await open(place);
for (let i = 1; i <= Number(count); i++) {
  const id = `${writer}-${i}`;
  const [receipt] = await journal.append(
    [
      {
        kind: 'story',
        id,
        action: 'create',
        expect: 0,
        content: { id, text: 'ميناء '.repeat(200) },
        take: [{ space: 'address', name: `/${id}` }],
        jobs: [{ kind: 'index', payload: { id }, dueAt: i }],
      },
    ],
    { actor: writer, at: i },
  );
  writeSync(1, `${receipt?.seq} ${id}\n`);
}
await journal.close();
