import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Media } from '../../model/site.ts';
import { makeStory, Newsroom } from '../fixtures/newsroom.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

const picture: Media = {
  id: 'm1',
  sha256: 'a'.repeat(64),
  mime: 'image/jpeg',
  width: 10,
  height: 10,
  alt: 'صورة',
};

test('a picture whose rights have ended leaves the pages by itself, and comes back with a later date', async () => {
  const shown = async () => {
    const catalog = await newsroom.catalog();
    const media = catalog.media('m1');
    catalog.close();
    return media !== undefined;
  };
  await newsroom.save('media', 'm1', picture);
  await newsroom.story(makeStory(1, { lead: { media: 'm1' } }));
  expect(await shown()).toBe(true);
  await newsroom.save('media', 'm1', { ...picture, expired: true });
  expect(await shown()).toBe(false);
  // Nor does it come with another story that uses it.
  await newsroom.story(makeStory(2, { lead: { media: 'm1' } }));
  expect(await shown()).toBe(false);
  await newsroom.save('media', 'm1', picture);
  expect(await shown()).toBe(true);
});
