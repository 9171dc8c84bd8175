import { describe, expect, it } from 'vitest';
import { withoutTracking } from './tracking.ts';

describe('a pasted link', () => {
  it('loses what follows its readers and keeps the rest as it was written', () => {
    const of = (query: string) => withoutTracking(`https://paper.example/a${query}`).slice(23);
    expect(of('?utm_source=x&utm_medium=y')).toBe('');
    expect(of('?id=7&fbclid=abc&page=%D8%A3#end')).toBe('?id=7&page=%D8%A3#end');
    expect(of('?UTM_Campaign=x#end')).toBe('#end');
    expect(of('?reference=1&gclidx=2')).toBe('?reference=1&gclidx=2');
    expect(of('')).toBe('');
  });

  it('stays as it is where it is no address of the web', () => {
    for (const href of ['mailto:desk@paper.example?subject=utm_source', '/economy?utm_source=x', '#end'])
      expect(withoutTracking(href)).toBe(href);
  });
});
