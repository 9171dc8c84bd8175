/**
 * Robots and tools by what they say they are. Sources: the names that search engines, feed readers, link previewers and
 * HTTP libraries publish for themselves; «bot», «crawler» and «spider» as RFC 9309 robots customarily call themselves.
 * A robot that lies is left to the caps in `counter.ts`.
 */
const robot =
  /bot\b|bot[/_;-]|crawl|spider|slurp|archiver|preview|facebookexternalhit|embedly|monitor|uptime|pingdom|lighthouse|headless|phantom|selenium|puppeteer|playwright|curl|wget|python|java\/|okhttp|go-http|node-fetch|undici|axios|libwww|httpclient|scrapy|feed|rss|validator|gptbot|claude|perplexity|ccbot|bytespider|mediapartners|google-inspectiontool|whatsapp|telegram|slack|discord|skype/i;

/** Every browser in use calls itself this, for reasons thirty years old. */
const browser = /^Mozilla\/5\.0 \(|^Opera\//;
const longestAgent = 1000;

/**
 * Whether a reading is no person's: a known robot or tool, no agent at all, or a page fetched ahead (`Sec-Purpose`,
 * `Purpose`: prefetch, prerender, preview).
 */
export function isRobot(agent: string | undefined, purpose: string | undefined): boolean {
  if (purpose !== undefined && /prefetch|prerender|preview/i.test(purpose)) return true;
  return agent === undefined || agent.length > longestAgent || !browser.test(agent) || robot.test(agent);
}
