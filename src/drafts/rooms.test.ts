import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { initialiseSite } from '../commands/initialise-site.ts';
import { saveStory } from '../commands/save-story.ts';
import { submitStory } from '../commands/submit-story.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import { MidadError } from '../model/errors.ts';
import { acceptDrafts, draftsPath } from '../server/draft-sockets.ts';
import { closeServer, listen } from '../server/node-server.ts';
import { roomName } from './room-name.ts';
import { DraftRooms, type SideMessage } from './rooms.ts';

const origin = 'https://newsroom.example';
let folder = '';
let journal: Journal;
let rooms: DraftRooms;
let server: Server;
let stopSockets: () => void;
let port = 0;
const open: { close(): void }[] = [];
const at = () => ({ journal, actor: 'cli', now: Date.UTC(2026, 10, 23) });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
  await initialiseSite(at());
  await saveStory(at(), { fields: { headline: 'سوق السمك', section: 'economy' } });
  await start();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await stop();
  await journal.close();
  await rm(folder, { recursive: true });
});

const suspended = new Set<string>();
let away = false;

async function start(): Promise<void> {
  rooms = new DraftRooms({
    journal,
    readmitMs: 50,
    admit: async (request) => {
      if (away) throw new MidadError('unavailable');
      const user = request.headers.get('x-user') ?? '';
      if (user === '' || suspended.has(user)) throw new MidadError('forbidden');
      return { user, readOnly: user === 'reader' };
    },
  });
  server = createServer();
  stopSockets = acceptDrafts(server, { rooms, origins: () => [origin] });
  port = await listen(server, { port: 0, host: '127.0.0.1' });
}

async function stop(): Promise<void> {
  await rooms.close();
  stopSockets();
  await closeServer(server, 100);
}

/** An editor's side: a document, what it was told on the side, and the way to wait for «محفوظ». */
function enter(room: string, user = 'huda') {
  const doc = new Y.Doc();
  const told: SideMessage[] = [];
  const socket = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}${draftsPath}`,
    WebSocketPolyfill: class extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { origin, 'x-user': user } });
      }
    },
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
  });
  const closed: string[] = [];
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: room,
    document: doc,
    token: 'cookie',
    onStateless: ({ payload }) => told.push(JSON.parse(payload) as SideMessage),
    onAuthenticationFailed: ({ reason }) => closed.push(reason),
    onClose: ({ event }) => closed.push(event.reason),
  });
  provider.attach();
  const one = {
    close() {
      provider.destroy();
      socket.destroy();
    },
  };
  open.push(one);
  let n = 0;
  return {
    doc,
    told,
    closed,
    close: one.close,
    headline: doc.getText('headline'),
    synced: () => until(() => provider.isSynced),
    async saved() {
      const mine = ++n;
      provider.sendStateless(JSON.stringify({ type: 'sent', n: mine }));
      await until(() => told.some((message) => message.type === 'stored' && message.n === mine));
    },
  };
}

async function until(holds: () => boolean | Promise<boolean>, ms = 8000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come');
    await pause(10);
  }
}

const name = async () => roomName(await rooms.open(1));
const inJournal = async () => {
  const doc = new Y.Doc();
  for (const update of (await journal.draftLog(1)).updates) Y.applyUpdate(doc, update);
  return doc.getText('headline').toString();
};

test('what is called saved is in the journal', async () => {
  const huda = enter(await name());
  await huda.synced();
  expect(huda.headline.toString()).toBe('سوق السمك');
  huda.headline.insert(9, ' قبل الشتاء');
  await huda.saved();
  expect(await inJournal()).toBe('سوق السمك قبل الشتاء');
});

test('two people type at once and nobody overwrites anybody', async () => {
  const room = await name();
  const [huda, samir] = [enter(room), enter(room, 'samir')];
  await Promise.all([huda.synced(), samir.synced()]);
  for (let i = 0; i < 20; i++) {
    huda.headline.insert(0, 'ه');
    samir.headline.insert(samir.headline.length, 'س');
  }
  await Promise.all([huda.saved(), samir.saved()]);
  await until(() => huda.headline.toString() === samir.headline.toString());
  expect(huda.headline.toString()).toBe(`${'ه'.repeat(20)}سوق السمك${'س'.repeat(20)}`);
  expect(await inJournal()).toBe(huda.headline.toString());
  expect(rooms.editors(1).sort()).toEqual(['huda', 'samir']);
});

test('what was typed while the server was away is merged when it is back', async () => {
  const huda = enter(await name());
  await huda.synced();
  const { port: same } = { port };
  await stop();
  huda.headline.insert(0, 'عاجل: ');
  rooms = new DraftRooms({ journal, admit: async () => ({ user: 'huda', readOnly: false }) });
  server = createServer();
  stopSockets = acceptDrafts(server, { rooms, origins: () => [origin] });
  await listen(server, { port: same, host: '127.0.0.1' });
  await until(async () => (await inJournal()) === 'عاجل: سوق السمك');
});

test('whoever may only read changes nothing, and strangers are not let in', async () => {
  const room = await name();
  const reader = enter(room, 'reader');
  await reader.synced();
  reader.headline.insert(0, 'تخريب ');
  await pause(200);
  expect(await inJournal()).toBe('سوق السمك');
  const stranger = enter(room, '');
  await until(() => stranger.closed.length > 0);
  expect(stranger.headline.toString()).toBe('');
});

test('a page of another origin does not get a socket', async () => {
  const refused = new Promise<number | undefined>((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${draftsPath}`, {
      headers: { origin: 'https://evil.example' },
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('error', () => {});
  });
  expect(await refused).toBe(403);
});

test('saved as a revision, the draft goes on; what comes from outside begins it anew and keeps what was typed', async () => {
  const first = await rooms.open(1);
  const huda = enter(roomName(first));
  await huda.synced();
  huda.headline.insert(9, ' الجديد');
  await huda.saved();
  const { fields } = await rooms.state(1, first.generation);
  await saveStory(at(), {
    id: 1,
    expect: 1,
    draft: first.generation,
    fields: { headline: String(fields.headline) },
  });
  await rooms.compact(1, first.generation);
  expect((await journal.draftLog(1)).updates).toHaveLength(1);
  await submitStory(at(), { id: 1 });
  expect((await rooms.open(1)).generation).toBe(first.generation);

  huda.headline.insert(0, 'لم يُحفظ: ');
  await huda.saved();
  await saveStory(at(), { id: 1, fields: { headline: 'عنوان من مكان آخر' } });
  await until(() => huda.told.some(({ type }) => type === 'replaced'));
  const second = await rooms.open(1);
  expect(second.generation).toBe(first.generation + 1);
  expect((await rooms.state(1, second.generation)).fields.headline).toBe('عنوان من مكان آخر');
  expect((await rooms.earlier(1, first.generation))?.fields.headline).toBe('لم يُحفظ: سوق السمك الجديد');
  await expect(rooms.state(1, first.generation)).rejects.toMatchObject({ code: 'draft-replaced' });
});

test('whoever is suspended on another node is out soon, and an outage puts nobody out', async () => {
  const huda = enter(await name());
  await huda.synced();
  away = true;
  await pause(200);
  expect(huda.closed).toEqual([]);
  const late = enter(await name(), 'late');
  await until(() => late.closed.includes('unavailable'));
  away = false;
  suspended.add('huda');
  await until(() => huda.closed.includes('session-ended'));
  suspended.clear();
});

test('a session that ends closes what it had open', async () => {
  const huda = enter(await name());
  await huda.synced();
  rooms.disconnect('huda');
  await until(() => huda.closed.includes('session-ended'));
});

test('rooms of no story, of another shape and of an old generation are not opened', async () => {
  await rooms.open(1);
  for (const room of ['story/1/g9/s1', 'story/1/g1/s99', 'story/99/g1/s1', 'users', '../1']) {
    const huda = enter(room);
    await until(() => huda.closed.length > 0);
    expect(huda.headline.toString()).toBe('');
  }
});
