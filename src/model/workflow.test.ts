import { expect, test } from 'vitest';
import { MidadError } from './errors.ts';
import { storyStatuses } from './story-status.ts';
import { statusAfter, type StoryAction, workflow } from './workflow.ts';

const actions = Object.keys(workflow) as StoryAction[];
const tryIt = (action: StoryAction, status: (typeof storyStatuses)[number]) => {
  try {
    return statusAfter(action, { id: 1, status });
  } catch (error) {
    return error instanceof MidadError ? error.code : error;
  }
};

test('a draft goes to the reader by way of the desk', () => {
  expect(statusAfter('create', undefined)).toBe('draft');
  expect(tryIt('submit', 'draft')).toBe('in-review');
  expect(tryIt('approve', 'in-review')).toBe('approved');
  expect(tryIt('publish', 'approved')).toBe('published');
  expect(tryIt('update', 'published')).toBe('published');
  expect(tryIt('unpublish', 'published')).toBe('unpublished');
});

test('nothing can be done with a killed story', () => {
  for (const action of actions) expect([action, tryIt(action, 'killed')]).toEqual([action, 'wrong-status']);
});

test('only what can be seen is updated, corrected or unpublished', () => {
  for (const status of storyStatuses.filter((s) => s !== 'published')) {
    for (const action of ['update', 'correct', 'unpublish'] as const) {
      expect([status, tryIt(action, status)]).toEqual([status, 'wrong-status']);
    }
  }
});

test('a published story is never changed silently, nor approved twice', () => {
  expect(tryIt('save', 'published')).toBe('wrong-status');
  expect(tryIt('publish', 'published')).toBe('wrong-status');
  expect(tryIt('approve', 'approved')).toBe('wrong-status');
  expect(() => statusAfter('update', undefined)).toThrow(MidadError);
});
