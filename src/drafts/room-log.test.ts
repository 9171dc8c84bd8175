import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { initialiseSite } from '../commands/initialise-site.ts';
import { saveStory } from '../commands/save-story.ts';
import { draftSchema } from '../editing/schema.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import { RoomLog } from './room-log.ts';

test('an update that comes in the very step in which another one is done is stored too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'midad-'));
  const journal = await openJournal(folder);
  const at = { journal, actor: 'cli', now: Date.UTC(2026, 10, 23) } as const;
  await initialiseSite(at);
  await saveStory(at, { fields: { headline: 'سوق السمك', section: 'economy' } });
  const doc = new Y.Doc();
  const draft = await journal.beginDraft({
    story: 1,
    after: undefined,
    schema: draftSchema,
    version: 1,
    seed: Y.encodeStateAsUpdate(doc),
    at: at.now,
  });
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const type = () => {
    doc.getText('headline').insert(0, 'س');
    return updates.pop() ?? new Uint8Array();
  };
  for (let later = 0; later < 12; later++) {
    let typed = false;
    // The journal as it is, with somebody who types `later` steps after it has committed.
    const watched: Journal = Object.create(journal, {
      appendDraft: {
        value: async (...given: Parameters<Journal['appendDraft']>) => {
          const number = await journal.appendDraft(...given);
          if (!typed) {
            typed = true;
            void (async () => {
              for (let step = 0; step < later; step++) await undefined;
              log.append(type());
            })();
          }
          return number;
        },
      },
    }) as Journal;
    const log = new RoomLog(
      watched,
      { story: 1, generation: draft?.generation ?? 0, last: 0, apply() {} },
      () => {},
    );
    log.append(type());
    await new Promise((resolve) => setTimeout(resolve, 20));
    await log.settled();
    const stored = new Y.Doc();
    for (const update of (await journal.draftLog(1)).updates) Y.applyUpdate(stored, update);
    expect([later, stored.getText('headline').length]).toEqual([later, 2 * (later + 1)]);
  }
  await journal.close();
  await rm(folder, { recursive: true });
});
