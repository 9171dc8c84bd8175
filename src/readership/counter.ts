import { createHash, randomBytes } from 'node:crypto';
import { networkOf } from './network.ts';
import { isRobot } from './robots.ts';
import { checkReadToken } from './token.ts';

const hourMs = 3_600_000;
/**
 * The same address and agent may be one reader who reloads, or hundreds behind one mobile provider's address with the same
 * phone: browsers report a reduced agent, and carrier NAT shares an address among thousands. So it counts again, but only
 * after a pause, and so often an hour.
 */
const pauseMs = 60_000;
const mostAlike = 12;
/** One network, one story, one hour: a large office or a small provider reads less than this. */
const mostForStory = 600;
/** One network in an hour, over all stories. */
const mostForNetwork = 6000;
/** Readers remembered in an hour, about 150 bytes each; when full, no further new ones are counted until the next. */
const mostRemembered = 2_000_000;

export type Outcome = 'counted' | 'repeat' | 'robot' | 'forged' | 'capped';

export interface Reading {
  token: string;
  address: string;
  agent: string | undefined;
  purpose?: string | undefined;
  /** ms since the epoch. */
  now: number;
}

/**
 * Decides which readings count. Everything it remembers is in memory, of this hour, and keyed by hashes with a salt that is
 * never written down and replaced each hour: no address is stored.
 */
export class ReadCounter {
  readonly #secret: string;
  #hour = -1;
  #salt = randomBytes(16);
  #readers = new Map<string, { last: number; times: number }>();
  #networks = new Map<string, number>();
  readonly outcomes: Record<Outcome, number> = { counted: 0, repeat: 0, robot: 0, forged: 0, capped: 0 };

  constructor(options: { secret: string }) {
    this.#secret = options.secret;
  }

  /** @returns the outcome; for a counted one, the story and the hour of its reading (ms). */
  count(
    reading: Reading,
  ): { outcome: Exclude<Outcome, 'counted'> } | { outcome: 'counted'; story: number; hour: number } {
    const result = this.#judge(reading);
    this.outcomes[result.outcome]++;
    return result;
  }

  #judge({ token, address, agent, purpose, now }: Reading): ReturnType<ReadCounter['count']> {
    if (isRobot(agent, purpose)) return { outcome: 'robot' };
    const read = checkReadToken(this.#secret, token, now);
    if (read === undefined) return { outcome: 'forged' };
    const hour = Math.floor(now / hourMs);
    if (hour !== this.#hour) this.#begin(hour);

    const reader = this.#hash(`${address}\n${agent ?? ''}\n${read.story}`);
    const before = this.#readers.get(reader);
    if (before !== undefined && (now - before.last < pauseMs || before.times >= mostAlike))
      return { outcome: 'repeat' };

    const network = networkOf(address);
    const ofNetwork = this.#hash(network);
    const ofStory = this.#hash(`${network}\n${read.story}`);
    const full = before === undefined && this.#readers.size >= mostRemembered;
    const inNetwork = this.#networks.get(ofNetwork) ?? 0;
    const inStory = this.#networks.get(ofStory) ?? 0;
    if (full || inNetwork >= mostForNetwork || inStory >= mostForStory) return { outcome: 'capped' };

    this.#networks.set(ofNetwork, inNetwork + 1);
    this.#networks.set(ofStory, inStory + 1);
    this.#readers.set(reader, { last: now, times: (before?.times ?? 0) + 1 });
    return { outcome: 'counted', story: read.story, hour: hour * hourMs };
  }

  #begin(hour: number): void {
    this.#hour = hour;
    this.#salt = randomBytes(16);
    this.#readers = new Map();
    this.#networks = new Map();
  }

  /** 72 bits: two readers in two million share one with a chance under one in a thousand million. */
  #hash(text: string): string {
    return createHash('sha256').update(this.#salt).update(text).digest('base64url').slice(0, 12);
  }
}
