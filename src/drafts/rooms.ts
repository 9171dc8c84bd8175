import { type Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { z } from 'zod';
import { fieldsOf, seedOf } from '../editing/draft.ts';
import { draftSchema } from '../editing/schema.ts';
import type { Draft } from '../journal/drafts.ts';
import type { Journal } from '../journal/journal.ts';
import { isOutage, MidadError } from '../model/errors.ts';
import type { Story } from '../model/story.ts';
import { parseDraftNews } from './draft-news.ts';
import { fromOthers } from './from-others.ts';
import { Presence } from './presence.ts';
import { RoomLog } from './room-log.ts';
import { parseRoomName, roomName } from './room-name.ts';

/** Who is at the other end of a connection. */
export interface Editor {
  /** A user's id. */
  user: string;
  readOnly: boolean;
}

export interface DraftRoomsOptions {
  journal: Journal;
  /**
   * Who asks, and whether they may open this story's draft; also asked again from time to time while it is open.
   * @throws MidadError `forbidden` or `unavailable`.
   */
  admit(request: Request, story: number): Promise<Editor>;
  onFault?: (error: unknown, story: number) => void;
  /** Other nodes write the same drafts. */
  shared?: boolean;
  /** Tells them who is in the rooms of this one. */
  tellPresence?: (told: string) => void;
  /** How often those in the rooms are admitted anew; 5 s unless said. */
  readmitMs?: number;
}

/** What a draft says, ready for a command, with what the command must say of it. */
export interface DraftState {
  generation: number;
  fields: { [K in keyof ReturnType<typeof fieldsOf>]: unknown };
}

/** An editor says: everything up to my number n has been sent. We answer when all of it has been committed. */
const sentMessage = z.object({ type: z.literal('sent'), n: z.number().int().nonnegative() });
/** What the server says on the side. `replaced`: the draft began anew, open it again. */
export type SideMessage = { type: 'stored'; n: number } | { type: 'replaced' };

/** A log longer than this is made one update when the room is opened: loading a thousand small ones takes 20 ms. */
const longLog = 200;
/** So often open rooms are compared with the record, for revisions that came from elsewhere. */
const watchMs = 1000;
/** So often everybody in a room is asked for anew: their session may have been ended on another node. */
const readmitMs = 5000;

/**
 * The rooms in which stories are written together: one Yjs document each, every update of which is committed to the
 * draft's log in the journal. «Saved» is said for what was committed, by our own message: Hocuspocus acknowledges what it
 * has received.
 */
export class DraftRooms {
  readonly hocuspocus: Hocuspocus;
  readonly #options: DraftRoomsOptions;
  readonly #logs = new Map<string, RoomLog>();
  readonly #watch: NodeJS.Timeout;
  readonly #readmission: NodeJS.Timeout;

  readonly #presence: Presence;

  constructor(options: DraftRoomsOptions) {
    this.#options = options;
    this.#presence = new Presence((told) => options.tellPresence?.(told));
    this.hocuspocus = new Hocuspocus({
      quiet: true,
      yDocOptions: { gc: true, gcFilter: () => true },
      onAuthenticate: async ({ documentName, request, connectionConfig }) => {
        const room = parseRoomName(documentName);
        if (room === undefined || room.schema !== draftSchema) throw new Error('no such room');
        const { user, readOnly } = await atTheDoor(options.admit(request, room.story));
        connectionConfig.readOnly = readOnly;
        return { user };
      },
      onLoadDocument: ({ documentName, document }) => atTheDoor(this.#load(documentName, document)),
      onChange: async ({ documentName, update, transactionOrigin }) => {
        if (transactionOrigin !== fromOthers) this.#logs.get(documentName)?.append(update);
      },
      onAwarenessUpdate: async ({ document, added, updated, removed, transactionOrigin }) => {
        if (options.shared === true && transactionOrigin !== fromOthers)
          this.#presence.moved(document, [...added, ...updated, ...removed]);
      },
      onStateless: async ({ documentName, payload, connection }) => {
        const said = sentMessage.safeParse(parsed(payload));
        const log = this.#logs.get(documentName);
        if (!said.success) return;
        // The room was closed under this connection: it comes again, and what it has is asked for.
        if (log === undefined) return connection.close({ code: 4205, reason: 'room-closed' });
        // Messages of a connection are handled in order, so its updates up to n are in the log by now.
        await log.settled().then(
          () =>
            connection.sendStateless(
              JSON.stringify({ type: 'stored', n: said.data.n } satisfies SideMessage),
            ),
          () => {},
        );
      },
      beforeUnloadDocument: async ({ documentName }) => {
        await this.#logs
          .get(documentName)
          ?.settled()
          .catch(() => {});
      },
    });
    this.#watch = setInterval(() => void this.#compareAll(), watchMs);
    this.#watch.unref();
    this.#readmission = setInterval(() => void this.#readmit(), options.readmitMs ?? readmitMs);
    this.#readmission.unref();
  }

  /**
   * The draft of a story as it is to be opened now: begun where there is none, begun anew where the story has a revision
   * that did not come from it, or where it has another shape.
   *
   * @throws MidadError `not-found`; `wrong-status` for a killed story.
   */
  async open(story: number): Promise<Draft> {
    const { journal } = this.#options;
    const entry = await journal.current('story', String(story));
    const content = entry?.content as Story | null | undefined;
    if (!entry || !content) throw new MidadError('not-found', { kind: 'story', id: story });
    if (content.status === 'killed')
      throw new MidadError('wrong-status', { id: story, action: 'save', status: 'killed' });
    const draft = await journal.draft(story);
    if (draft !== undefined && draft.version === entry.version && draft.schema === draftSchema) return draft;
    const begun = await journal.beginDraft({
      story,
      after: draft,
      schema: draftSchema,
      version: entry.version,
      seed: seedOf(content),
      at: Date.now(),
    });
    // Another one came first and the revision that we saw is old: look again.
    if (begun === undefined) return this.open(story);
    if (draft !== undefined && begun.generation !== draft.generation) this.#replace(roomName(draft));
    return begun;
  }

  /**
   * What a draft says now, after everything in it has been committed: of the room if it is open, else from its log.
   *
   * @throws MidadError `draft-replaced` when it has begun anew since `generation`.
   */
  async state(story: number, generation: number): Promise<DraftState> {
    const name = roomName({ story, generation, schema: draftSchema });
    const log = this.#logs.get(name);
    await log?.settled();
    if (this.#options.shared === true) await log?.readOn();
    const draft = await this.#options.journal.draft(story);
    if (draft?.generation !== generation) throw new MidadError('draft-replaced', { story, generation });
    const open = this.hocuspocus.documents.get(name);
    if (open !== undefined) return { generation, fields: fieldsOf(open) };
    const doc = new Y.Doc();
    const { updates } = await this.#options.journal.draftLog(story);
    for (const update of updates) Y.applyUpdate(doc, update);
    const fields = fieldsOf(doc);
    doc.destroy();
    return { generation, fields };
  }

  /** What an earlier generation said last; undefined when it is not kept any more. */
  async earlier(story: number, generation: number): Promise<DraftState | undefined> {
    const { updates } = await this.#options.journal.draftLog(story, generation);
    if (updates.length === 0) return undefined;
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    const fields = fieldsOf(doc);
    doc.destroy();
    return { generation, fields };
  }

  /** Makes the log of an open room one update; to be called when it has been saved. */
  async compact(story: number, generation: number): Promise<void> {
    const name = roomName({ story, generation, schema: draftSchema });
    const open = this.hocuspocus.documents.get(name);
    const log = this.#logs.get(name);
    if (open === undefined || log === undefined) return;
    await log.settled();
    // Read in one go: whatever the state has beyond `last` comes again with its own update, which changes nothing.
    const { last } = log;
    await this.#options.journal.compactDraft(story, generation, last, Y.encodeStateAsUpdate(open));
  }

  /**
   * Another node committed to a draft: what it wrote comes into the room, if it is open here.
   * @param told by the journal, `7 3 12`; undefined where something may have been missed.
   */
  grew(told: string | undefined): void {
    if (told === undefined) for (const log of this.#logs.values()) void log.hear(Infinity);
    const news = told === undefined ? undefined : parseDraftNews(told);
    if (news !== undefined) void this.#logs.get(roomName({ ...news, schema: draftSchema }))?.hear(news.n);
  }

  /** Another node told who is in a room. */
  hearPresence(told: string): void {
    this.#presence.hear(told, this.hocuspocus.documents);
  }

  /** Who has the story open, by user, for «يكتب الآن»; each once. */
  editors(story: number): string[] {
    const users = new Set<string>();
    for (const [name, document] of this.hocuspocus.documents) {
      if (parseRoomName(name)?.story !== story) continue;
      for (const { context } of document.getConnections()) users.add((context as { user: string }).user);
      // Those on other nodes, as they say of themselves.
      for (const { user } of document.awareness.getStates().values() as Iterable<{ user?: { id?: unknown } }>)
        if (typeof user?.id === 'string') users.add(user.id);
    }
    return [...users];
  }

  /** Ends the connections of a user, whose session or rights ended. */
  disconnect(user: string): void {
    for (const document of this.hocuspocus.documents.values()) {
      for (const connection of document.getConnections()) {
        if ((connection.context as { user: string }).user === user)
          connection.close({ code: 4401, reason: 'session-ended' });
      }
    }
  }

  /** Commits everything that was typed, then ends all connections. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    clearInterval(this.#readmission);
    await Promise.all([...this.#logs.values()].map((log) => log.settled().catch(() => {})));
    this.hocuspocus.closeConnections();
  }

  async #load(name: string, document: Document): Promise<void> {
    const room = parseRoomName(name);
    if (room === undefined) throw new Error('no such room');
    const { journal, onFault } = this.#options;
    const { story, generation } = room;
    const draft = await journal.draft(story);
    if (draft?.generation !== generation) throw new MidadError('draft-replaced', { story, generation });
    const { updates, last } = await journal.draftLog(story);
    document.transact(() => {
      for (const update of updates) Y.applyUpdate(document, update);
    });
    const apply = (update: Uint8Array) => Y.applyUpdate(document, update, fromOthers);
    const log = new RoomLog(journal, { story, generation, last, apply }, (error) => {
      onFault?.(error, story);
      if (error instanceof MidadError && error.code === 'draft-replaced') this.#replace(name);
    });
    this.#logs.set(name, log);
    if (this.#options.shared === true) this.#presence.opened(name);
    // The room may be open anew by the time that the old one has gone.
    document.on('destroy', () => {
      if (this.#logs.get(name) === log) this.#logs.delete(name);
    });
    if (updates.length > longLog)
      await journal.compactDraft(story, generation, last, Y.encodeStateAsUpdate(document));
  }

  /** Tells whoever is in a room that its draft began anew, and closes it. */
  #replace(name: string): void {
    const document = this.hocuspocus.documents.get(name);
    if (document === undefined) return;
    document.broadcastStateless(JSON.stringify({ type: 'replaced' } satisfies SideMessage));
    for (const connection of document.getConnections())
      connection.close({ code: 4409, reason: 'draft-replaced' });
  }

  /** Closes the door on whoever would not be let in any more; an outage is no reason. */
  async #readmit(): Promise<void> {
    for (const [name, document] of this.hocuspocus.documents) {
      const story = parseRoomName(name)?.story ?? 0;
      for (const connection of document.getConnections()) {
        const admitted = await this.#options.admit(connection.request, story).then(
          () => true,
          (error: unknown) => !(error instanceof MidadError) || isOutage(error),
        );
        if (!admitted) connection.close({ code: 4401, reason: 'session-ended' });
      }
    }
  }

  /** Rooms whose story has had a revision from outside since: an import, a restored revision, another node. */
  async #compareAll(): Promise<void> {
    for (const name of this.hocuspocus.documents.keys()) {
      const room = parseRoomName(name);
      if (room === undefined) continue;
      try {
        const { generation } = await this.open(room.story);
        if (generation !== room.generation) this.#replace(name);
        else if (this.#options.shared === true) await this.#logs.get(name)?.readOn();
      } catch (error) {
        if (error instanceof MidadError && !isOutage(error)) this.#replace(name);
        else this.#options.onFault?.(error, room.story);
      }
    }
  }
}

/** Whoever comes while the record is away is told so: it is no refusal. */
async function atTheDoor<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isOutage(error) ? Object.assign(new Error(error.message), { reason: 'unavailable' }) : error;
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
