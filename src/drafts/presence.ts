import type { Document } from '@hocuspocus/server';
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { fromOthers } from './from-others.ts';

/** Cursors that move are told of together, ten times a second at most. */
const gatherMs = 100;

/**
 * Who is in the rooms, and where their cursors are, between nodes: `story/7/g3/s1 BASE64`, an update of y-protocols' awareness.
 * A name alone asks who is there.
 * Nothing is kept; whoever is not heard of for half a minute, as when their node died, is taken to have left.
 */
export class Presence {
  readonly #tell: (told: string) => void;
  readonly #moved = new Map<Document, Set<number>>();

  constructor(tell: (told: string) => void) {
    this.#tell = tell;
  }

  /** Somebody of ours came, moved or left. */
  moved(document: Document, clients: readonly number[]): void {
    if (this.#moved.size === 0) setTimeout(() => this.#send(), gatherMs).unref();
    const waiting = this.#moved.get(document) ?? new Set();
    for (const client of clients) waiting.add(client);
    this.#moved.set(document, waiting);
  }

  /** A room was opened here: the other nodes are asked who is in it. */
  opened(name: string): void {
    this.#tell(name);
  }

  /** What another node told of a room that is open here. */
  hear(told: string, documents: ReadonlyMap<string, Document>): void {
    const [name = '', update = ''] = told.split(' ');
    const document = documents.get(name);
    if (document === undefined) return;
    if (update === '') return this.moved(document, [...document.awareness.getStates().keys()]);
    try {
      applyAwarenessUpdate(document.awareness, Buffer.from(update, 'base64'), fromOthers);
    } catch {
      // Of a newer or older program: their cursors are not seen until all nodes are of one version.
    }
  }

  #send(): void {
    for (const [document, clients] of this.#moved) {
      const { awareness } = document;
      const known = [...clients].filter((client) => awareness.meta.has(client));
      const update = encodeAwarenessUpdate(awareness, known);
      this.#tell(`${document.name} ${Buffer.from(update).toString('base64')}`);
    }
    this.#moved.clear();
  }
}
