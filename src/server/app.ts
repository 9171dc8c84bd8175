import { Hono } from 'hono';
import type { BlockList } from 'node:net';
import type { MediaStore } from '../media/store.ts';
import { finishRoutes, readerRoutes, type Reader } from '../reader/app.ts';
import type { Bindings, ReaderRequest } from '../reader/answer.ts';
import { patterns } from '../reader/routes.ts';
import { beacon, type ReadSignal } from './beacon.ts';
import { mediaResponse } from './media-route.ts';

export interface AppParts {
  reader: Reader;
  media: MediaStore;
  signal(read: ReadSignal): void;
  trusted: BlockList;
  /** What the primary answers itself and a reader process hands on: health, later the newsroom and the API. */
  primary(app: Hono<{ Bindings: Bindings }>): void;
}

/** Every address of this process, in the order in which they are tried. */
export function buildApp(parts: AppParts): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  parts.primary(app);
  app.post(patterns.beacon, beacon(parts.signal, parts.trusted));
  app.get(patterns.media, async (request: ReaderRequest) => {
    const { id = '', rendition = '' } = request.req.param();
    const catalog = parts.reader.context.catalog();
    const found = await mediaResponse(
      catalog,
      parts.media,
      id,
      rendition,
      request.req.header('if-none-match'),
    );
    return found ?? request.notFound();
  });
  readerRoutes(app, parts.reader);
  finishRoutes(app, parts.reader);
  return app;
}
