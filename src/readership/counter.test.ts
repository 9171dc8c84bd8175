import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadCounter } from './counter.ts';
import { lineOf, networkOf } from './network.ts';
import { isRobot } from './robots.ts';
import { checkReadToken, readToken } from './token.ts';

const secret = 'c'.repeat(64);
const hour = 3_600_000;
const noon = Date.UTC(2026, 10, 23, 12);
const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36';
const reading = (more: object = {}) => ({
  token: readToken(secret, 12, noon),
  address: '203.0.113.7',
  agent: phone,
  now: noon,
  ...more,
});

test('readers with unusual browsers are people, also inside other apps', () => {
  for (const agent of [
    `${phone} [FB_IAB/FB4A;FBAV/520.0.0.0.0;]`,
    `${phone} Telegram-Android/11.2 (Samsung SM-A155F; Android 14)`,
    'Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/400.0 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 12; HarmonyOS; ANA-NX9) AppleWebKit/537.36 HuaweiBrowser/15.0 Mobile Safari/537.36',
    'Opera/9.80 (Android; Opera Mini/36.2/191.256; U; ar) Presto/2.12.423 Version/12.16',
  ]) {
    expect([agent, isRobot(agent)]).toEqual([agent, false]);
  }
});

test('crawlers that dress as browsers still say their name', () => {
  for (const agent of [
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.3; +https://openai.com/gptbot)',
    'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15 (Applebot/0.1)',
    'Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Chrome-Lighthouse',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  ]) {
    expect([agent, isRobot(agent)]).toEqual([agent, true]);
  }
});

test('an address is known however it is written', () => {
  expect(lineOf('2001:DB8:0:5::1')).toBe(lineOf('2001:db8:0:5:ffff::9'));
  expect(lineOf('2001:db8:0:6::1')).not.toBe(lineOf('2001:db8:0:5::1'));
  expect(networkOf('2001:db8:0:6::1')).toBe(networkOf('2001:db8::5'));
  for (const same of ['::ffff:203.0.113.7', '::FFFF:cb00:7107', '0:0:0:0:0:ffff:203.0.113.7']) {
    expect([lineOf(same), networkOf(same)]).toEqual(['203.0.113.7', '203.0.113']);
  }
  expect(lineOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      expect(networkOf(address)).toMatch(/^([0-9a-f]{1,4}:){2}[0-9a-f]{1,4}$|^\d+\.\d+\.\d+$/);
      expect(lineOf(address).startsWith(networkOf(address))).toBe(true);
    }),
  );
});

test('a telephone that changes its IPv6 address stays one reader, its neighbour is another', () => {
  const counter = new ReadCounter({ secret });
  expect(counter.count(reading({ address: '2001:db8:0:5::1' })).outcome).toBe('counted');
  expect(counter.count(reading({ address: '2001:db8:0:5::2' })).outcome).toBe('repeat');
  expect(counter.count(reading({ address: '2001:db8:0:6::1' })).outcome).toBe('counted');
});

test('a reading counts in the hour in which it was read, though its page is of yesterday', () => {
  const counter = new ReadCounter({ secret });
  const now = noon + 20 * hour + 5000;
  expect(counter.count(reading({ now }))).toEqual({ outcome: 'counted', story: 12, hour: noon + 20 * hour });
});

test('one network is capped over all stories together', () => {
  const counter = new ReadCounter({ secret, limits: { network: 50 } });
  for (let story = 1; story <= 80; story++) counter.count(reading({ token: readToken(secret, story, noon) }));
  expect(counter.outcomes).toMatchObject({ counted: 50, capped: 30 });
});

test('memory is bounded: the oldest readers are forgotten, the newest are not', () => {
  const counter = new ReadCounter({ secret, limits: { remembered: 1000 } });
  const from = (i: number) => reading({ address: `10.${i >> 8}.${i & 255}.1` });
  for (let i = 0; i < 5000; i++) expect(counter.count(from(i)).outcome).toBe('counted');
  for (let i = 4600; i < 5000; i++) expect(counter.count(from(i)).outcome).toBe('repeat');
  expect(counter.count(from(0)).outcome).toBe('counted');
});

test('tokens say what they were made for, whatever the story and the hour', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 0, max: 24 }),
      (story, age) => {
        const token = readToken(secret, story, noon);
        expect(token).toMatch(/^[\w.-]{20,36}$/);
        expect(checkReadToken(secret, token, noon + age * hour)).toEqual({ story, hour: noon });
        expect(checkReadToken(secret, `${token}A`, noon)).toBeUndefined();
        expect(checkReadToken(secret, `0${token}`, noon)).toBeUndefined();
      },
    ),
  );
});

test('counts each of many readings from as many addresses', () => {
  const counter = new ReadCounter({ secret });
  const token = readToken(secret, 12, noon);
  const count = 20_000;
  for (let i = 0; i < count; i++) {
    counter.count({ token, address: `10.${(i >> 8) & 255}.${i & 255}.${i % 200}`, agent: phone, now: noon });
  }
  expect(counter.outcomes.counted).toBe(count);
});
