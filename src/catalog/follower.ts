import { statSync } from 'node:fs';
import type { Entry, Head, Journal } from '../journal/journal.ts';
import {
  catalogFile,
  changeCurrent,
  type Current,
  isOfThisVersion,
  type Part,
  readCurrent,
  removeDatabase,
  removeOldFiles,
  reserveGeneration,
} from './files.ts';
import { ensureCurrent } from './current.ts';
import type { Cursor } from './meta.ts';
import { DamagedFile, isDamage } from './sqlite.ts';
import { inspectFile, type Target, type TargetKind } from './target.ts';

/** Entries a transaction: a commit's cost is spread over hundreds, and a waiting process waits some tens of ms. */
const batchSize = 400;
/** Nobody waits for files that are being built; a batch is some 20 MB of documents. */
const buildBatch = 2000;
/** Reading the whole of a file this small at the start takes some tenths of a second, off the serving thread. */
const checkedAtStart = 64 * 1024 * 1024;

export interface FollowerEvents {
  /** Entries applied to files that are still being built, and how far the journal goes. */
  onBuild?(done: number, total: number): void;
  /** Files are made anew because of this. */
  onDamage?(reason: unknown): void;
}

/**
 * Keeps the current catalog files of one kind up with the journal, in any process, also in several at once. Goes over
 * to other files when the pointer names them; makes new ones beside them when they are damaged, of another version, or
 * of a journal that is no longer this one.
 */
export class Follower {
  readonly #dataDir: string;
  readonly #journal: Journal;
  readonly #kind: TargetKind;
  readonly #events: FollowerEvents;
  #open: { target: Target; current: Current } | undefined;
  #checked = false;

  constructor(dataDir: string, journal: Journal, kind: TargetKind, events: FollowerEvents = {}) {
    this.#dataDir = dataDir;
    this.#journal = journal;
    this.#kind = kind;
    this.#events = events;
  }

  /**
   * Applies the next batch.
   * @returns how far the current files are, where the journal is, and which generation they are of.
   */
  async step(): Promise<{ seq: number; head: number; generation: number; more: boolean }> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#step();
      } catch (error) {
        if (!isDamage(error) || attempt === 2) throw error;
        this.#events.onDamage?.(error);
        await this.rebuild();
      }
    }
  }

  /** New files from the beginning of the journal, which become the current ones when they hold everything. */
  async rebuild(): Promise<{ entries: number; current: Current }> {
    ensureCurrent(this.#dataDir);
    const names = reserveGeneration(this.#dataDir, this.#kind.parts);
    let target: Target | undefined;
    try {
      target = this.#kind.open(this.#dataDir, names);
      target.beginBuilding();
      const { seq } = await this.#build(target);
      target.settle();
      const current = await this.#exchange(target, names);
      this.close();
      removeOldFiles(this.#dataDir);
      return { entries: seq, current };
    } finally {
      target?.close();
      this.#removeUnused(names);
    }
  }

  /** Files that were begun and did not become the current ones: on a full disk they would be ever more. */
  #removeUnused(names: Readonly<Record<Part, string>>): void {
    const current = readCurrent(this.#dataDir);
    for (const part of this.#kind.parts)
      if (current?.[part] !== names[part]) removeDatabase(catalogFile(this.#dataDir, names[part]));
  }

  /** Has SQLite read the whole of the current files, and makes new ones if they are damaged. */
  async checkAll(): Promise<void> {
    try {
      this.#opened().target.check();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#events.onDamage?.(error);
      await this.rebuild();
    }
  }

  /** Name of the file of the first part that is open, and what was touched in it since an entry. */
  touchedSince(seq: number): { file: string; keys: string[] } {
    const { target, current } = this.#opened();
    const [part = 'public'] = this.#kind.parts;
    return { file: current[part], keys: target.touchedSince?.(seq) ?? [] };
  }

  close(): void {
    this.#open?.target.close();
    this.#open = undefined;
  }

  async #step() {
    const { target, current } = this.#opened();
    const head = await this.#journal.head();
    if (!(await this.#matches(target.cursors(), head))) {
      this.#events.onDamage?.(new Error('not the same journal'));
      const { entries, current: fresh } = await this.rebuild();
      return { seq: entries, head: entries, generation: fresh.generation, more: true };
    }
    const seq = await this.#applyNext(target, head, () => this.#isCurrent(current));
    const read = await this.#applyTallies(target);
    const { generation } = readCurrent(this.#dataDir) ?? current;
    return { seq, head: head.seq, generation, more: read || seq < head.seq || !this.#isCurrent(current) };
  }

  #opened(): { target: Target; current: Current } {
    const current = ensureCurrent(this.#dataDir);
    if (this.#open !== undefined) {
      const { current: before } = this.#open;
      if (this.#kind.parts.every((part) => before[part] === current[part])) {
        this.#open.current = current;
        return this.#open;
      }
      this.close();
    }
    for (const part of this.#kind.parts) {
      if (!isOfThisVersion(part, current[part]))
        throw new DamagedFile(`${current[part]}: of another version`);
      inspectFile(catalogFile(this.#dataDir, current[part]));
    }
    const target = this.#kind.open(this.#dataDir, current);
    this.#open = { target, current };
    if (!this.#checked && this.#sizeOf(current) <= checkedAtStart) target.check();
    this.#checked = true;
    return this.#open;
  }

  #isCurrent(opened: Current): boolean {
    const now = readCurrent(this.#dataDir);
    return this.#kind.parts.every((part) => now?.[part] === opened[part]);
  }

  async #matches(cursors: readonly Cursor[], head: Head): Promise<boolean> {
    for (const { journalId, seq, digest } of cursors) {
      if (seq === 0) continue;
      if (journalId !== head.journalId || seq > head.seq) return false;
      const recorded = seq === head.seq ? head.digest : await this.#journal.digestAt(seq);
      if (recorded !== digest) return false;
    }
    return true;
  }

  async #applyNext(target: Target, head: Head, guard?: () => boolean): Promise<number> {
    const seq = leastOf(target.cursors());
    if (seq >= head.seq) return seq;
    const entries: Entry[] = await this.#journal.entries(seq, guard === undefined ? buildBatch : batchSize);
    target.apply(head.journalId, entries, guard);
    return leastOf(target.cursors());
  }

  /** Readership comes in few, large batches: at most ten minutes of a busy site at a time. */
  async #applyTallies({ tallies }: Target): Promise<boolean> {
    if (tallies === undefined) return false;
    const batches = await this.#journal.tallies(tallies.cursor(), 50);
    if (batches.length > 0) tallies.apply(batches);
    return batches.length > 0;
  }

  /** Applies everything to files that nobody else has open. */
  async #build(target: Target): Promise<Head> {
    for (;;) {
      const head = await this.#journal.head();
      await this.#catchUp(target, head);
      if ((await this.#journal.head()).seq - head.seq < batchSize) return head;
    }
  }

  async #catchUp(target: Target, head: Head): Promise<void> {
    for (let before = leastOf(target.cursors()); before < head.seq;) {
      const seq = await this.#applyNext(target, head);
      if (seq === before) throw new Error(`entry ${seq + 1} cannot be applied`);
      before = seq;
      this.#events.onBuild?.(seq, head.seq);
    }
    while (await this.#applyTallies(target));
  }

  /**
   * Makes built files the current ones. Nobody applies to the old ones meanwhile, and the new ones are brought up to
   * where those are, so that no reader sees the catalog go back in time.
   */
  async #exchange(target: Target, names: Readonly<Record<Part, string>>): Promise<Current> {
    return this.#holdingOld(async () => {
      await this.#catchUp(target, await this.#journal.head());
      const changed = changeCurrent(this.#dataDir, (current) => {
        if (current === undefined) return undefined;
        const { generation: _, ...after } = current;
        for (const part of this.#kind.parts) after[part] = names[part];
        return after;
      });
      if (changed === undefined) throw new DamagedFile('current.json');
      return changed;
    });
  }

  /** A file too damaged to be locked is applied to by nobody. */
  async #holdingOld<T>(work: () => Promise<T>): Promise<T> {
    let old: Target | undefined;
    try {
      old = this.#opened().target;
      old.hold();
    } catch (error) {
      if (!isDamage(error)) throw error;
      old = undefined;
    }
    try {
      return await work();
    } finally {
      old?.release();
    }
  }

  #sizeOf(current: Current): number {
    return this.#kind.parts.reduce(
      (sum, part) => sum + statSync(catalogFile(this.#dataDir, current[part])).size,
      0,
    );
  }
}

const leastOf = (cursors: readonly Cursor[]) => Math.min(...cursors.map(({ seq }) => seq));
