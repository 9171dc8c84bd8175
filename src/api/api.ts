import type { Context as HonoContext, Hono } from 'hono';
import { whoIs } from '../accounts/sign-in.ts';
import { addressKey, countTry, limits } from '../accounts/limits.ts';
import { may } from '../commands/policy.ts';
import { MidadError } from '../model/errors.ts';
import type { Site } from '../model/site.ts';
import { contract } from './contract/contract.ts';
import { splitAddress } from './contract/addresses.ts';
import type { Shape } from './contract/shape.ts';
import { Pace } from './pace.ts';
import type { ApiParts } from './parts.ts';
import { InputInvalid, languageOf, refusal } from './refusal.ts';
import { checkOrigin, jsonBody, visitorOf } from './request.ts';
import type { Route } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { arrangingRoutes } from './routes/arranging.ts';
import { auditRoutes } from './routes/audit.ts';
import { boardRoutes } from './routes/board.ts';
import { discussionRoutes } from './routes/discussion.ts';
import { draftRoutes } from './routes/drafts.ts';
import { frontRoutes } from './routes/fronts.ts';
import { mediaRoutes } from './routes/media.ts';
import { redirectRoutes } from './routes/redirects.ts';
import { recordRoutes } from './routes/records.ts';
import { selfRoutes } from './routes/self.ts';
import { settingsRoutes } from './routes/settings.ts';
import { storyRoutes } from './routes/stories.ts';
import { suggestionRoutes } from './routes/suggestions.ts';
import { userRoutes } from './routes/users.ts';
import { workflowRoutes } from './routes/workflow.ts';

interface Bindings {
  incoming: import('node:http').IncomingMessage;
}
type Request = HonoContext<{ Bindings: Bindings }>;

/** Every route of the API; the matrix of roles is tested over this list. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...selfRoutes,
  ...userRoutes,
  ...auditRoutes,
  ...boardRoutes,
  ...storyRoutes,
  ...workflowRoutes,
  ...draftRoutes,
  ...suggestionRoutes,
  ...settingsRoutes,
  ...mediaRoutes,
  ...arrangingRoutes,
  ...discussionRoutes,
  ...recordRoutes,
  ...frontRoutes,
  ...redirectRoutes,
];

/** No person and no page of the newsroom asks this fast; a script that runs wild is slowed down. */
const usualPace = { burst: 300, perSecond: 10 };
/** Behind one address may be a whole newsroom that is signing in. */
const strangersPace = { burst: 3000, perSecond: 50 };
/** A page of the media library shows sixty at a time, and somebody may leaf through it quickly. */
const picturePace = { burst: 2000, perSecond: 100 };

/** Of every answer: nobody keeps it, and no other site may load it. */
const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** Puts the API's addresses on the app; whatever else is under /api is answered with a 404 of ours. */
export function apiRoutes(app: Hono<{ Bindings: Bindings }>, parts: ApiParts): void {
  const usual = new Pace(usualPace);
  const strangers = new Pace(strangersPace);
  const pictures = new Pace(picturePace);
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const { method, path } = splitAddress(route.name);
    const pace = route.limit === 'pictures' ? pictures : usual;
    methods.set(path, [...(methods.get(path) ?? []), method]);
    app.on(method, path, (request) =>
      guarded(parts, request, () => answer(parts, { pace, strangers }, route, request)),
    );
  }
  for (const [path, allowed] of methods) {
    app.all(path, (request) =>
      guarded(parts, request, async () => {
        throw new MidadError('method-not-allowed', { allow: allowed.join(', ') });
      }),
    );
  }
  const nothing = (request: Request) =>
    guarded(parts, request, async () => {
      throw new MidadError('not-found', { path: request.req.path });
    });
  app.all('/api', nothing);
  app.all('/api/*', nothing);
}

async function answer(
  parts: ApiParts,
  { pace, strangers }: { pace: Pace; strangers: Pace },
  route: Route,
  request: Request,
): Promise<Response> {
  const { incoming } = request.env;
  const visitor = visitorOf(incoming, parts.trusted);
  const changes = request.req.method !== 'GET' && request.req.method !== 'HEAD';
  if (changes) checkOrigin(incoming, parts.origins());
  if (route.limit === 'address')
    await countTry(parts.accounts.database, limits.addressTries, addressKey(visitor.address), parts.now());

  const cookies: string[] = [];
  const found = route.who === 'anyone' ? undefined : await whoIs(parts.accounts, visitor);
  cookies.push(...(found?.cookies ?? []));
  const me = found?.value;
  if (me === undefined) strangers.take(addressKey(visitor.address), parts.now());
  else pace.take(me.user.id, parts.now());
  const actor = me === undefined ? undefined : { actor: `user:${me.user.id}`, user: me.user };
  if (route.who !== 'anyone') {
    if (actor === undefined) throw new MidadError('sign-in-needed');
    if (route.who !== 'signed-in' && !may(actor, route.who))
      throw new MidadError('forbidden', { actor: actor.user.name, verb: route.who });
  }

  const shape: Shape = contract[route.name];
  const asked = {
    params: valid(shape.params, request.req.param()),
    query: valid(shape.query, request.req.query()),
    body: valid(shape.body, shape.body === undefined ? undefined : await jsonBody(incoming)),
    visitor,
    me,
    context: actor && { ...actor, journal: parts.journal, now: parts.now() },
    cookies,
    incoming,
  };
  const said = await route.command(parts, asked as never);
  const response =
    said instanceof Response ? new Response(said.body, said) : Response.json(said, { headers });
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}

function valid(schema: Shape['body'], value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new InputInvalid(parsed.error.issues);
  return parsed.data;
}

async function guarded(parts: ApiParts, request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MidadError) || error.code === 'unavailable')
      parts.onError(error, request.req.path);
    const language = languageOf(request.req.header('accept-language'));
    const { status, body } = refusal(error, language, siteOf(parts));
    const { allow } = body.error.params;
    const { seconds } = body.error.params;
    return Response.json(body, {
      status,
      headers: {
        ...headers,
        ...(allow !== undefined && { Allow: String(allow) }),
        ...(seconds !== undefined && { 'Retry-After': String(seconds) }),
      },
    });
  }
}

/** The site; nothing while the catalog cannot be read, since a refusal is said in any case. */
function siteOf({ catalog }: ApiParts): Site | undefined {
  try {
    return catalog().site();
  } catch {
    return undefined;
  }
}
