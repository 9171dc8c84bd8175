import { expect, test } from 'vitest';
import { upcast, type Upcasters } from './upcast.ts';

/** A made-up past: schema 1 kept one `author`, schema 2 a list `writers`, schema 3 called it `people`. */
const past: Upcasters = {
  story: {
    1: (old) => {
      const { author, ...rest } = old as { author: string };
      return { ...rest, writers: [author] };
    },
    2: (old) => {
      const { writers, ...rest } = old as { writers: string[] };
      return { ...rest, people: writers };
    },
  },
};

test('a revision of an old schema is read as one of today', () => {
  const old = Object.freeze({ headline: 'عنوان', author: 'سلمى' });
  expect(upcast('story', 1, old, 3, past)).toEqual({ headline: 'عنوان', people: ['سلمى'] });
  expect(old).toEqual({ headline: 'عنوان', author: 'سلمى' });
});

test('a revision begins at its own schema, and other kinds stay as they are', () => {
  expect(upcast('story', 2, { writers: ['سلمى'] }, 3, past)).toEqual({ people: ['سلمى'] });
  expect(upcast('section', 1, { id: 'arts' }, 3, past)).toEqual({ id: 'arts' });
});

test('what was redacted stays blank', () => {
  expect(upcast('story', 1, null, 3, past)).toBeNull();
});

test('what a newer program wrote is not guessed at', () => {
  expect(() => upcast('story', 4, {}, 3, past)).toThrow(RangeError);
});
