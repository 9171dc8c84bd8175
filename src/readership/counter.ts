import { hash, randomBytes } from 'node:crypto';
import { lineOf, networkOf } from './network.ts';
import { isRobot } from './robots.ts';
import { checkReadToken } from './token.ts';

/** One reading as the beacon tells it. */
export interface Reading {
  /** From the page, see `token.ts`. */
  token: string;
  /** IP address of the reader; used here and now, never kept. */
  address: string;
  agent: string | undefined;
  /** `Sec-Purpose`, `Purpose` or `X-Moz` of the request. */
  purpose?: string | undefined;
  /** Ms since the epoch. */
  now: number;
}

/** `hour` is the start of the hour in which it was read (ms), whatever the age of the page. */
export type Counted =
  | { outcome: 'counted'; story: number; hour: number }
  | { outcome: 'repeat' | 'robot' | 'forged' | 'capped' };

export interface Limits {
  /** Readings of one story an hour from one network (/24, /48). */
  networkStory: number;
  /** Readings of anything an hour from one network. */
  network: number;
  /** Readers (line, agent, story) and networks remembered at a time. */
  remembered: number;
}

const hourMs = 3_600_000;

/**
 * Browsers now report the same reduced agent for millions of telephones, and a mobile operator puts thousands of
 * them behind one address. So «the same address and agent» is no person: after a minute it may well be another
 * one, and a dozen an hour are let through. A reader who reloads all hour adds eleven at most.
 */
const gapSeconds = 60;
const mostPerHour = 12;

/**
 * A /24 of a mobile operator may carry fifty thousand people; six hundred of them reading one story within an
 * hour is a success, more is a machine or will be on the list anyway. Half a million remembered readers take
 * about 40 MB at most.
 */
const defaults: Limits = { networkStory: 600, network: 20_000, remembered: 500_000 };

/**
 * Tells readings from repeats, robots and forgeries, in memory. No address is stored: what is remembered are
 * 48 bits of a hash with a random salt that is replaced every hour and never leaves this object.
 * The memory is bounded by forgetting: the older half of what is remembered goes when it is full.
 */
export class ReadCounter {
  /** What became of all readings so far. */
  readonly outcomes: Record<Counted['outcome'], number> = {
    counted: 0,
    repeat: 0,
    robot: 0,
    forged: 0,
    capped: 0,
  };
  readonly #secret: string;
  readonly #limits: Limits;
  readonly #readers: Recent;
  readonly #networks: Recent;
  #hour = Number.NaN;
  #salt = '';

  constructor(options: { secret: string; limits?: Partial<Limits> }) {
    this.#secret = options.secret;
    this.#limits = { ...defaults, ...options.limits };
    this.#readers = new Recent(this.#limits.remembered);
    this.#networks = new Recent(this.#limits.remembered);
  }

  /** Judges one reading and remembers it. Never throws, whatever it is given. */
  count(reading: Reading): Counted {
    const counted = this.#judge(reading);
    this.outcomes[counted.outcome]++;
    return counted;
  }

  #judge({ token, address, agent, purpose, now }: Reading): Counted {
    if (isRobot(agent, purpose)) return { outcome: 'robot' };
    const read = checkReadToken(this.#secret, token, now);
    if (!read) return { outcome: 'forged' };
    const hour = Math.floor(now / hourMs) * hourMs;
    this.#begin(hour);

    const { story } = read;
    const network = networkOf(address);
    const reader = this.#key(`${lineOf(address)} ${story} ${agent}`);
    const seen = this.#readers.get(reader);
    // Seconds of this hour and number of readings in one small integer: `second * 16 + number`.
    const second = Math.max(0, Math.floor((now - hour) / 1000));
    if (seen !== undefined && (second - (seen >> 4) < gapSeconds || (seen & 15) >= mostPerHour)) {
      return { outcome: 'repeat' };
    }

    const all = this.#key(`n ${network}`);
    const some = this.#key(`n ${network} ${story}`);
    const ofAll = this.#networks.get(all) ?? 0;
    const ofSome = this.#networks.get(some) ?? 0;
    if (ofAll >= this.#limits.network || ofSome >= this.#limits.networkStory) return { outcome: 'capped' };

    this.#readers.set(reader, second * 16 + (seen === undefined ? 0 : seen & 15) + 1);
    this.#networks.set(all, ofAll + 1);
    this.#networks.set(some, ofSome + 1);
    return { outcome: 'counted', story, hour };
  }

  /** A new hour begins with a new salt and without memory; a clock set back keeps the hour it has. */
  #begin(hour: number): void {
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#salt = randomBytes(16).toString('base64');
    this.#readers.clear();
    this.#networks.clear();
  }

  /** 48 bits: two of half a million readers share a key once in some thousand hours. */
  #key(text: string): number {
    return Number.parseInt(hash('sha256', this.#salt + text, 'hex').slice(0, 12), 16);
  }
}

/** A map that forgets its older half when it is full: two generations, so that forgetting costs nothing. */
class Recent {
  readonly #half: number;
  #young = new Map<number, number>();
  #old = new Map<number, number>();

  constructor(most: number) {
    this.#half = Math.max(1, Math.floor(most / 2));
  }

  get(key: number): number | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  set(key: number, value: number): void {
    if (this.#young.size >= this.#half && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
  }
}
