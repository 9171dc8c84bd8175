import { expect, test } from 'vitest';
import type { Arrangement } from '../../model/site.ts';
import { put, storiesIn, withStories } from './front-form.ts';

const front: Arrangement = {
  lead: { story: 1, more: [2] },
  packages: [{ kind: 'trio', stories: [3, 4] }],
  pins: [{ place: 2, story: 5 }],
};

test('a story that is put somewhere leaves where it stood, and stands once', () => {
  const moved = put(put(front, 0, 5), 'lead', 4);
  expect([storiesIn(moved, 'lead'), storiesIn(moved, 0), storiesIn(moved, 'pins')]).toEqual([
    [4],
    [3, 5],
    [],
  ]);
  expect(storiesIn(put(front, 'pins', 1), 'lead')).toEqual([]);
});

test('a front that is told so lets a story stand twice', () => {
  const twice = put({ ...front, repeats: true }, 0, 1);
  expect([storiesIn(twice, 'lead'), storiesIn(twice, 0)]).toEqual([[1], [3, 4, 1]]);
});

test('a pinned story keeps its place and a new one takes the first that is free', () => {
  expect(put(front, 'pins', 9).pins).toEqual([
    { place: 2, story: 5 },
    { place: 1, story: 9 },
  ]);
  expect(withStories(front, 'pins', []).pins).toEqual([]);
});
