import type { Change, Journal } from '../src/journal/journal.ts';
import type { MediaStore } from '../src/media/store.ts';
import { MidadError } from '../src/model/errors.ts';
import { sampleDocuments, type SampleDocument } from './documents.ts';
import { readSample } from './sample.ts';

/** Numbers below this one belong to the sample; what is written later in the folder begins here. */
const firstFreeNumber = 1000;

/**
 * Puts the sample newsroom into an empty journal, in one append: all of it or nothing. Stories keep the numbers
 * of their files, so their addresses are the same on every machine; their times are counted back from `now`
 * (ms since the epoch). A journal that holds the sample already is left as it is.
 * @returns how many stories and pictures the sample has.
 * @throws MidadError `data-folder-not-empty` when the journal holds something else; what `append` throws.
 */
export async function loadDemo(
  journal: Journal,
  media: MediaStore,
  options: { now: number },
): Promise<{ stories: number; pictures: number }> {
  const sample = await readSample();
  const counts = { stories: sample.stories.length, pictures: sample.pictures.length };
  const head = await journal.head();
  if (head.seq > 0) {
    const [first] = await journal.entries(0, 1);
    if (first?.actor === demoAuthor) return counts;
    throw new MidadError('data-folder-not-empty', { entries: head.seq });
  }
  // Pictures first: a file without a record is harmless, a record without its file is a hole in a page.
  for (const picture of sample.pictures) await media.put(picture.bytes, 'image/svg+xml');
  await journal.reserve('story', firstFreeNumber - 1);
  const documents = sampleDocuments(sample, options.now);
  await journal.append(documents.map(changeOf), { actor: demoAuthor, at: options.now });
  return counts;
}

const demoAuthor = 'demo';

function changeOf(document: SampleDocument): Change {
  const { kind, id, content } = document;
  const action = kind === 'story' || kind === 'live-entry' ? 'publish' : 'create';
  const slugged = kind === 'topic' || kind === 'person' || kind === 'place' || kind === 'organisation';
  const take = slugged && 'slug' in content ? [{ space: `slug:${kind}`, name: content.slug }] : [];
  return { kind, id, action, expect: 0, content, take };
}
