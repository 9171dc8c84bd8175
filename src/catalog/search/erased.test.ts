import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indexTerms } from '../../arabic/analyse.ts';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';

const secret = 'زعفرانستان';

/** Whether search.db, or what SQLite keeps beside it, holds the word on the disk. */
function onDisk(file: string): boolean {
  return [file, `${file}-wal`]
    .filter((path) => existsSync(path))
    .some((path) => [secret, indexTerms(secret)].some((word) => readFileSync(path).includes(word)));
}

test('the words of a redacted story are gone from the bytes of search.db', async () => {
  const newsroom = await Newsroom.open();
  try {
    await newsroom.story(
      makeStory(1, { body: [{ type: 'paragraph', text: [{ text: `خبر عن ${secret}` }] }] }),
    );
    await newsroom.story(makeStory(2));
    (await newsroom.catalog({ search: true })).close();
    expect(onDisk(newsroom.file('search'))).toBe(true);
    await newsroom.journal.redact(
      {
        kind: 'story',
        id: '1',
        why: 'حكم قضائي',
        replacement: { ...makeStory(1, { body: [] }), status: 'killed' },
      },
      { actor: 'editor', at: noon },
    );
    (await newsroom.catalog({ search: true })).close();
    expect(onDisk(newsroom.file('search'))).toBe(false);
  } finally {
    await newsroom.close();
  }
});
