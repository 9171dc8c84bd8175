import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../journal/open.ts';
import type { Journal } from '../journal/journal.ts';
import { ReadCounter } from './counter.ts';
import { networkOf } from './network.ts';
import { TallyWriter } from './tally.ts';
import { checkReadToken, readToken } from './token.ts';

const secret = 'a'.repeat(64);
const noon = Date.UTC(2026, 10, 23, 12, 10);
const hour = 3_600_000;
const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36';
const reading = (more: object = {}) => ({
  token: readToken(secret, 12, noon),
  address: '203.0.113.7',
  agent: phone,
  now: noon,
  ...more,
});

describe('the token of a reading', () => {
  it('is accepted for a day and no longer', () => {
    const token = readToken(secret, 12, noon);
    expect(checkReadToken(secret, token, noon)).toEqual({ story: 12, hour: noon - (noon % hour) });
    expect(checkReadToken(secret, token, noon + 24 * hour)).toBeDefined();
    expect(checkReadToken(secret, token, noon + 25 * hour)).toBeUndefined();
    expect(checkReadToken(secret, token, noon - hour)).toBeUndefined();
  });

  it('cannot be made or changed without the secret, and nothing that is sent breaks the check', () => {
    const token = readToken(secret, 12, noon);
    expect(checkReadToken('b'.repeat(64), token, noon)).toBeUndefined();
    expect(checkReadToken(secret, token.replace(/^./, 'd'), noon)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => checkReadToken(secret, text, noon) === undefined));
  });
});

describe('counting readings', () => {
  it('counts a reader once, and another reader behind the same address as well', () => {
    const counter = new ReadCounter({ secret });
    expect(counter.count(reading()).outcome).toBe('counted');
    expect(counter.count(reading({ now: noon + 30_000 })).outcome).toBe('repeat');
    expect(counter.count(reading({ agent: `${phone} Other` })).outcome).toBe('counted');
    expect(counter.count(reading({ token: readToken(secret, 13, noon) })).outcome).toBe('counted');
  });

  it('has room for many with the same phone behind a mobile address, but not for a machine that reloads', () => {
    const counter = new ReadCounter({ secret });
    let counted = 0;
    for (let s = 0; s < 2900; s++)
      if (counter.count(reading({ now: noon + s * 1000 })).outcome === 'counted') counted++;
    expect(counted).toBe(12);
  });

  it('caps what one network can add to a story, and forgets with the hour', () => {
    const counter = new ReadCounter({ secret });
    let counted = 0;
    for (let i = 0; i < 2000; i++) {
      if (
        counter.count(reading({ address: `203.0.113.${i % 250}`, agent: `${phone} ${i}` })).outcome ===
        'counted'
      )
        counted++;
    }
    expect(counted).toBe(600);
    expect(counter.count(reading({ address: '198.51.100.1' })).outcome).toBe('counted');
    expect(counter.count(reading({ now: noon + hour })).outcome).toBe('counted');
  });

  it('counts no robot, no tool, no page fetched ahead, no forgery', () => {
    const counter = new ReadCounter({ secret });
    for (const agent of [
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'curl/8.5.0',
      '',
      undefined,
      'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/153.0',
    ]) {
      expect(counter.count(reading({ agent })).outcome).toBe('robot');
    }
    expect(counter.count(reading({ purpose: 'prefetch;prerender' })).outcome).toBe('robot');
    expect(counter.count(reading({ token: 'c.1.AAAAAAAAAAAAAAAA' })).outcome).toBe('forged');
  });

  it('knows networks', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0');
    expect(networkOf('2001:db8:0:5::1')).toBe('2001:db8:0');
    expect(networkOf('::1')).toBe('0:0:0');
    fc.assert(fc.property(fc.string(), (text) => typeof networkOf(text) === 'string'));
  });
});

describe('bringing readings to the journal', () => {
  let folder: string;
  let journal: Journal;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'midad-tally-'));
    journal = await openJournal(folder);
  });
  afterEach(async () => {
    await journal.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const writer = () => new TallyWriter(journal, folder, { onError: () => {}, flushMs: 1e9 });
  const reads = async () =>
    (await journal.tallies(0, 100))
      .flatMap(({ counts }) => counts)
      .reduce((sum, { reads }) => sum + reads, 0);

  it('loses none on a clean stop', async () => {
    const tallies = writer();
    for (let i = 0; i < 5000; i++) tallies.add(i % 7, noon);
    await tallies.close();
    expect(await reads()).toBe(5000);
    expect(readdirSync(join(folder, 'tallies'))).toEqual([]);
  });

  it('keeps them while the journal is away, and counts none twice when it is back', async () => {
    const tallies = writer();
    tallies.add(1, noon);
    await journal.close();
    await tallies.flush();
    expect(readdirSync(join(folder, 'tallies'))).toHaveLength(1);
    await tallies.close();
    journal = await openJournal(folder);
    const again = writer();
    await Promise.all([again.flush(), again.flush()]);
    await again.close();
    expect(await reads()).toBe(1);
  });
});
