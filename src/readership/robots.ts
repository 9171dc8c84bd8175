/**
 * Which requests no person made. Beacons come from a script in a browser, so the question is
 * narrower than in a log of requests: whatever does not introduce itself as a browser is a program.
 *
 * Sources of the words: the crawlers' own documentation (Google, Bing, Yandex, Apple, Meta, OpenAI, Anthropic,
 * Perplexity, Amazon, ByteDance, Common Crawl, Internet Archive, Pingdom, UptimeRobot, GTmetrix), the
 * convention of RFC 9309 that a crawler's product token stands in its agent, and the names by which headless
 * browsers and HTTP libraries announce themselves.
 */
const words = [
  // Cubot makes telephones.
  '(?<!cu)bot',
  'crawl',
  'spider',
  'slurp',
  'scrap',
  'fetch',
  'archiv',
  'monitor',
  'uptime',
  'pingdom',
  'gtmetrix',
  'lighthouse',
  'pagespeed',
  'headless',
  'phantomjs',
  'puppeteer',
  'playwright',
  'selenium',
  'webdriver',
  'electron',
  'validator',
  'checker',
  'scanner',
  'preview',
  'prerender',
  'embedly',
  'facebookexternalhit',
  'meta-external',
  'google-',
  'googleother',
  'mediapartners',
  'feedburner',
  'chatgpt',
  'oai-search',
  'claude-',
  'perplexity',
  'cohere',
  'yandex\\.com/bots',
  'curl/',
  'wget/',
  'python',
  'java/',
  'okhttp',
  'go-http',
  'axios',
  'undici',
  'node\\.js',
  'libwww',
  'httpclient',
  'http_request',
  'http://',
  'https://',
];
const robot = new RegExp(words.join('|'), 'i');

/** All browsers that run scripts begin so, for reasons of the nineties; Opera Mini and UC in their own way. */
const browser = /^(Mozilla\/\d|Opera\/\d|UCWEB\/?\d)/;

/** Loaded ahead in case the reader comes (`Sec-Purpose: prefetch;prerender`, older `Purpose`, `X-Moz`). */
const ahead = /prefetch|prerender|preview/i;

/** True when no person is reading: a robot or tool, an agent that is missing or absurd, a page loaded ahead. */
export function isRobot(agent: string | undefined, purpose?: string): boolean {
  if (purpose !== undefined && ahead.test(purpose)) return true;
  if (agent === undefined || agent.length > 1000 || !browser.test(agent)) return true;
  return robot.test(agent);
}
