import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../src/api/api.ts';
import { addresses, type Name, names, splitAddress } from '../src/api/contract/addresses.ts';
import { policy, type Reach, verbs } from '../src/commands/policy.ts';
import { saveStory } from '../src/commands/save-story.ts';
import { type Role, roles, type User } from '../src/model/user.ts';
import { ownSite } from './support/own-site.ts';
import { type Client, clientOf, employ, enterAs, setUpAs } from './support/staff.ts';

/** Who may use each address at all: the word of this list, not of the program. A new route needs a line here. */
const everyone = [...roles];
const table: Record<Name, 'anyone' | readonly Role[]> = (() => {
  const chiefs: Role[] = ['managing-editor', 'administrator'];
  const editors: Role[] = ['section-editor', ...chiefs];
  const writers: Role[] = ['contributor', 'reporter', ...editors];
  const administrators: Role[] = ['administrator'];
  const deskHands = roles.filter((role) => role !== 'contributor');
  return {
    house: 'anyone',
    setUp: 'anyone',
    signIn: 'anyone',
    signInSecondFactor: 'anyone',
    passkeyChallenge: 'anyone',
    signInPasskey: 'anyone',
    oidcBegin: 'anyone',
    oidcCallback: 'anyone',
    enter: 'anyone',
    readLink: 'anyone',
    setPassword: 'anyone',
    forgotPassword: 'anyone',
    signOut: everyone,
    me: everyone,
    changeMe: everyone,
    changePassword: everyone,
    sessions: everyone,
    endSession: everyone,
    passkeys: everyone,
    passkeyOffer: everyone,
    addPasskey: everyone,
    removePasskey: everyone,
    beginSecondFactor: everyone,
    confirmSecondFactor: everyone,
    endSecondFactor: everyone,
    newRecoveryCodes: everyone,
    settings: everyone,
    users: everyone,
    inviteUser: administrators,
    changeUser: administrators,
    linkForUser: administrators,
    policy: everyone,
    audit: chiefs,
    discussion: everyone,
    addComment: everyone,
    resolveComment: everyone,
    removeComment: everyone,
    assignStory: editors,
    duties: everyone,
    plan: everyone,
    breaking: chiefs,
    setBreaking: chiefs,
    board: deskHands,
    signInEvents: chiefs,
    siteSettings: administrators,
    changeSite: administrators,
    arrangeSections: administrators,
    front: editors,
    setFront: editors,
    scheduleFront: editors,
    unscheduleFront: editors,
    previewFront: editors,
    redirects: chiefs,
    putRedirect: chiefs,
    removeRedirect: chiefs,
    mediaLibrary: everyone,
    addMedia: everyone,
    media: everyone,
    changeMedia: everyone,
    removeMedia: everyone,
    restoreMedia: everyone,
    peopleNamed: everyone,
    mediaPicture: everyone,
    stories: everyone,
    createStory: writers,
    story: everyone,
    saveStory: writers,
    revisions: everyone,
    revision: everyone,
    submitStory: writers,
    sendBackStory: editors,
    approveStory: editors,
    scheduleStory: editors,
    unscheduleStory: editors,
    publishStory: editors,
    updateStory: editors,
    correctStory: editors,
    unpublishStory: editors,
    killStory: chiefs,
    holdStory: chiefs,
    releaseStory: chiefs,
    restoreRevision: writers,
    openDraft: everyone,
    previewStory: everyone,
    saveDraft: writers,
    suggestions: everyone,
    addRecord: deskHands,
    records: deskHands,
    record: deskHands,
    changeRecord: deskHands,
    mergeRecord: chiefs,
  } satisfies Record<Name, 'anyone' | readonly Role[]>;
})();

/** The order in which the roles may more, and how far: the verbs as the newsroom is told of them. */
const reaches: readonly (Reach | undefined)[] = [undefined, 'own', 'sections', 'any'];

const site = ownSite({ demo: false });
let stranger: Client;
const clients = new Map<Role, Client>();
const users = new Map<Role, User>();
/** Somebody's draft in politics, which none of the others began or has in their sections. */
let foreign = 0;

beforeAll(async () => {
  stranger = clientOf(site);
  await setUpAs(site);
  for (const role of roles) {
    const user = await employ(site, role, { sections: role === 'section-editor' ? ['sports'] : [] });
    users.set(role, user);
    clients.set(role, await enterAs(site, user));
  }
  const context = { journal: site.journal, actor: 'cli', now: Date.now() };
  const written = await saveStory(context, {
    fields: { headline: 'مجلس البلدية يجتمع', section: 'politics' },
  });
  foreign = Number(written.id);
  await site.caughtUp(written.seq);
});

const clientFor = (role: Role) => clients.get(role) ?? stranger;

/** A request to a route with nothing in it that would change anything: whoever is let through is told that it does not fit. */
async function knock(client: Client, name: Name): Promise<number> {
  const { method, path } = splitAddress(name);
  const filled = path.replace(':id', String(foreign)).replace(/:\w+/g, '999');
  const response = await client.send(method, filled, method === 'GET' ? undefined : { nothing: true });
  return response.status;
}

describe('the table of routes', () => {
  it('has every registered route once, and every address of the contract', () => {
    expect(routes.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(Object.keys(table).toSorted()).toEqual(names.toSorted());
    expect(new Set(Object.values(addresses)).size).toBe(names.length);
  });

  it('lets a stranger in nowhere but where one signs in', async () => {
    for (const name of names) {
      // Signing in has a limit of tries, which is not what is tested here.
      if (table[name] === 'anyone') continue;
      expect([name, await knock(stranger, name)]).toEqual([name, 401]);
    }
  });

  for (const role of roles)
    it(`lets a ${role} do what the table says, and nothing else`, async () => {
      const client = clientFor(role);
      for (const name of names) {
        const who = table[name];
        // Signing out would end the client's session; it is tested on its own.
        if (who === 'anyone' || name === 'signOut') continue;
        const status = await knock(client, name);
        if (who.includes(role)) expect([name, role, status]).not.toEqual([name, role, 401]);
        else expect([name, role, status]).toEqual([name, role, 403]);
      }
      expect((await client.call('me')).status).toBe(200);
    });

  it('opens no door by another way to write an address or another method', async () => {
    for (const { name } of routes) {
      if (table[name] === 'anyone') continue;
      const { method, path } = splitAddress(name);
      const filled = path.replace(':id', String(foreign)).replace(/:\w+/g, '1');
      const variants = [
        `${filled}/`,
        `${filled}//`,
        filled.toUpperCase(),
        filled.replace('/api/', '/API/'),
        filled.replace('/api/', '//api/'),
        filled.replace('/api/', '/api/./'),
        filled.replace('/api/', '/%61pi/'),
        `${filled};a=b`,
        `${filled}%2f`,
        `${filled}%00`,
        `${filled}.json`,
      ];
      for (const variant of variants) {
        const { status } = await stranger.send(method, variant, method === 'GET' ? undefined : {});
        expect([method, variant, [301, 400, 401, 403, 404, 405].includes(status)]).toEqual([
          method,
          variant,
          true,
        ]);
      }
      // Also by a pattern: `offer` is an id like any other where one is deleted.
      const allowed = new Set(
        names
          .map(splitAddress)
          .flatMap((one) =>
            new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(filled) ? [one.method] : [],
          ),
      );
      for (const other of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'get']) {
        const { status } = await stranger.send(
          other,
          filled,
          ['GET', 'HEAD', 'get'].includes(other) ? undefined : {},
        );
        const known = allowed.has(other.toUpperCase()) || (other === 'HEAD' && allowed.has('GET'));
        expect([other, filled, status]).toEqual([other, filled, known ? 401 : 405]);
      }
    }
  }, 120_000);

  it('says 404 in JSON for an address that is none', async () => {
    const response = await stranger.send('GET', '/api/nothing/here');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json']);
  });
});

describe('the policy', () => {
  it('has a cell for every verb and role, and never a role that may less than one below it among writers and editors', () => {
    for (const verb of verbs) {
      const row: Partial<Record<Role, Reach>> = policy[verb];
      const [section, managing, administrator] = (
        ['section-editor', 'managing-editor', 'administrator'] as const
      ).map((role) => reaches.indexOf(row[role]));
      expect([verb, (section ?? 0) <= (managing ?? 0) && (managing ?? 0) <= (administrator ?? 0)]).toEqual([
        verb,
        true,
      ]);
    }
  });

  it('is shown to the newsroom as it is', async () => {
    const { said } = await clientFor('contributor').call('policy');
    expect(said.roles).toEqual([...roles]);
    expect(Object.fromEntries(said.rows.map(({ verb, may }) => [verb, may]))).toEqual(policy);
  });
});

describe('whose story it is', () => {
  const draft = { headline: 'عنوان', section: 'sports' };
  const make = async (role: Role, section = 'sports') => {
    const { said, status } = await clientFor(role).call('createStory', {
      body: { fields: { ...draft, section } },
    });
    expect(status).toBe(200);
    return Number(said.id);
  };
  const save = (role: Role, id: number, version: number, fields = {}) =>
    clientFor(role).call('saveStory', { params: { id }, body: { expect: version, fields } });

  it('decides what a writer may do: their own, and nobody else’s', async () => {
    for (const role of ['contributor', 'reporter'] as const) {
      const id = await make(role);
      expect((await save(role, id, 1, { kicker: 'جديد' })).said.version).toBe(2);
      expect((await save(role, foreign, 1)).status).toBe(403);
      expect(
        (await clientFor(role).call('submitStory', { params: { id: foreign }, body: { expect: 1 } })).status,
      ).toBe(403);
    }
  });

  it('decides what a contributor sees at all', async () => {
    const own = await make('contributor');
    const contributor = clientFor('contributor');
    expect((await contributor.call('story', { params: { id: foreign } })).status).toBe(403);
    expect((await contributor.call('revisions', { params: { id: foreign } })).status).toBe(403);
    expect((await contributor.call('revision', { params: { id: foreign, version: 1 } })).status).toBe(403);
    expect((await contributor.call('openDraft', { params: { id: foreign } })).status).toBe(403);
    const { said } = await contributor.call('stories');
    expect(said.stories.map(({ id }) => id)).toContain(own);
    expect(said.stories.map(({ id }) => id)).not.toContain(foreign);
    expect(said.total).toBe(said.stories.length);
    const reporter = await clientFor('reporter').call('stories', { query: { limit: 200 } });
    expect(reporter.said.stories.map(({ id }) => id)).toContain(foreign);
  });

  it('decides for a section editor by section: theirs to publish, others’ not, and no moving out of them', async () => {
    const editor = clientFor('section-editor');
    const id = await make('reporter');
    const published = await editor.call('publishStory', { params: { id }, body: { expect: 1 } });
    expect(published.said).toEqual({ id: String(id), version: 2 });
    for (const name of ['publishStory', 'approveStory', 'unpublishStory', 'unscheduleStory'] as const)
      expect((await editor.call(name, { params: { id: foreign }, body: { expect: 1 } })).status).toBe(403);
    const politics = await make('reporter', 'politics');
    expect((await save('section-editor', politics, 1)).status).toBe(403);
    const moved = await editor.call('updateStory', {
      params: { id },
      body: { expect: 2, fields: { section: 'politics' } },
    });
    expect(moved.status).toBe(403);
  });

  it('is what the buttons are shown by', async () => {
    const id = await make('reporter');
    const mayOf = async (role: Role) => (await clientFor(role).call('story', { params: { id } })).said.may;
    expect(await mayOf('reporter')).toEqual(['save-story', 'submit-story', 'restore-revision']);
    expect(await mayOf('photo-editor')).toEqual([]);
    expect(await mayOf('section-editor')).toContain('publish-story');
    expect(await mayOf('section-editor')).not.toContain('kill-story');
    expect(await mayOf('managing-editor')).toContain('kill-story');
  });
});
