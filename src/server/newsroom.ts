import type { Server } from 'node:http';
import type { Hono } from 'hono';
import { openAccounts, type Accounts } from '../accounts/accounts.ts';
import { enterLink, setUpLink } from '../accounts/links.ts';
import { whoIs } from '../accounts/sign-in.ts';
import { apiRoutes } from '../api/api.ts';
import { openCurrentFile } from '../catalog/current-file.ts';
import { openDeskCatalog } from '../catalog/desk/desk.ts';
import type { PublicCatalog } from '../catalog/public/catalog.ts';
import { openCurrentSimilar } from '../catalog/similar/near-duplicates.ts';
import { permitStory } from '../commands/story-record.ts';
import { type Config, trustedList } from '../config.ts';
import { DraftRooms } from '../drafts/rooms.ts';
import type { Journal } from '../journal/journal.ts';
import type { MediaStore } from '../media/store.ts';
import { MidadError } from '../model/errors.ts';
import type { Front } from '../model/site.ts';
import type { Story } from '../model/story.ts';
import type { User } from '../model/user.ts';
import type { Bindings } from '../reader/answer.ts';
import type { ReaderContext } from '../reader/page.ts';
import { acceptDrafts } from './draft-sockets.ts';
import { onlyAtItsOrigin } from './newsroom-origin.ts';
import { newsroomPages } from './newsroom-pages.ts';
import { previewRoute } from './preview.ts';

export interface NewsroomOptions {
  config: Config;
  journal: Journal;
  media: MediaStore;
  /** Where the site is, as far as known now. */
  siteUrl(): string;
  catalog(): PublicCatalog;
  /** The page of readers that a front would be, as HTML. */
  frontPage(front: Front): Promise<string>;
  /** What the readers' pages are made from. */
  reader: ReaderContext;
  applied(seq: number): Promise<void>;
  /** Tells other nodes who is in the rooms of this one. */
  tellPresence(told: string): void;
  /** Writes down what went wrong in a part. */
  fault(part: string, error: unknown, more?: object): void;
}

/** The newsroom's side of a node: who works here, what they ask, and what they write together. */
export interface NewsroomServer {
  /** Puts /api and /newsroom on the app. */
  routes(app: Hono<{ Bindings: Bindings }>): void;
  /** Takes the editors' sockets on a server. */
  accept(server: Server): void;
  /** Another node told who is in a room. */
  presence(told: string): void;
  /** Another node committed to a draft, or may have: see `DraftRooms.grew`. */
  draftGrew(told: string | undefined): void;
  /** Another file has become the desk's current one. */
  refresh(): void;
  /** The link that sets the newsroom up; undefined once somebody has an account. */
  setUpLink(): Promise<string | undefined>;
  /** A link that lets somebody in once. */
  enterLink(user: User): Promise<string>;
  /** Commits what was typed, then lets everything go. */
  stop(): Promise<void>;
}

export async function startNewsroom(options: NewsroomOptions): Promise<NewsroomServer> {
  const { config, journal, media, siteUrl, catalog, frontPage, reader, applied, tellPresence, fault } =
    options;
  const origin = () => config.newsroomUrl ?? siteUrl();
  const desk = openCurrentFile(config.data, 'desk', openDeskCatalog);
  const similar = openCurrentSimilar(config.data);
  const opened: { rooms?: DraftRooms } = {};
  const accounts = await openAccounts({
    dataDir: config.data,
    postgres: config.postgres,
    journal,
    origin,
    mail: config.mail,
    oidc: config.oidc,
    onError: (message) => fault('signing in failed', message),
    onSessionsEnded: (user) => opened.rooms?.disconnect(user),
  });
  const rooms = new DraftRooms({
    journal,
    shared: config.postgres !== undefined,
    tellPresence,
    admit: (request, story) => admitEditor(accounts, journal, request, story),
    onFault: (error, story) => fault('a draft waits', error, { story }),
  });
  opened.rooms = rooms;
  const stopping: (() => void)[] = [];
  return {
    routes(app) {
      if (config.newsroomUrl !== undefined) onlyAtItsOrigin(app, config.newsroomUrl);
      apiRoutes(app, {
        journal,
        accounts,
        drafts: rooms,
        media,
        desk: () => desk.get(),
        catalog,
        similar: () => similar.files().similar,
        frontPage,
        applied,
        siteUrl,
        now: Date.now,
        trusted: trustedList(config.trustedProxies),
        origins: () => [origin()],
        onError: (error, path) => fault('the newsroom failed', error, { path }),
      });
      newsroomPages(app, { siteUrl });
      previewRoute(app, { journal, drafts: rooms, media, reader, origin });
    },
    accept(server) {
      stopping.push(acceptDrafts(server, { rooms, origins: () => [origin()] }));
    },
    presence: (told) => rooms.hearPresence(told),
    draftGrew: (told) => rooms.grew(told),
    refresh: () => void desk.refresh(),
    setUpLink: () => setUpLink(accounts),
    enterLink: (user) => enterLink(accounts, user),
    async stop() {
      await rooms.close();
      for (const step of stopping) step();
      await accounts.close();
      desk.close();
      similar.close();
    },
  };
}

/** Whoever may read a story may have its draft open; whoever may save it may type. */
async function admitEditor(accounts: Accounts, journal: Journal, request: Request, story: number) {
  const visitor = {
    cookie: request.headers.get('cookie') ?? '',
    origin: request.headers.get('origin') ?? '',
    agent: request.headers.get('user-agent') ?? '',
    address: '',
  };
  const { value: me } = await whoIs(accounts, visitor);
  if (me === undefined) throw new MidadError('sign-in-needed');
  const content = (await journal.current('story', String(story)))?.content as Story | null | undefined;
  if (!content) throw new MidadError('not-found', { kind: 'story', id: story });
  const context = { journal, now: Date.now(), actor: `user:${me.user.id}`, user: me.user };
  await permitStory(context, 'read-story', content);
  const verb = content.status === 'published' ? 'update-story' : 'save-story';
  const readOnly = await permitStory(context, verb, content).then(
    () => false,
    () => true,
  );
  return { user: me.user.id, readOnly };
}
