import { afterAll, beforeAll, expect, it } from 'vitest';
import { midad } from './support/midad.ts';
import { startSite, type TestSite } from './support/site.ts';
import { clientOf, password, setUpAs, tokenOf } from './support/staff.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ demo: false });
}, 120_000);
afterAll(() => site?.stop());

it('lets an administrator in who is locked out, beside the running site', async () => {
  const users = (...args: string[]) => midad('users', ...args, '--data', site.data);
  expect((await users('list')).err).toContain('Nobody');
  await setUpAs(site, 'reem@paper.example');
  const at = ['--url', site.url];
  const invited = await users('invite', 'Salma@paper.example', '--name', 'سلمى', '--role', 'reporter', ...at);
  expect(invited).toMatchObject({ code: 0 });
  expect(invited.out).toMatch(new RegExp(`^${site.url}/newsroom/invitation#\\S+\\n$`));
  const salma = clientOf(site);
  const set = await salma.call('setPassword', { body: { token: tokenOf(invited.out.trim()), password } });
  expect(set.status).toBe(200);

  const listed = (await users('list')).out.split('\n');
  expect(listed[0]).toContain('reem@paper.example');
  expect(listed[1]).toContain('salma@paper.example\tسلمى\tReporter');

  expect((await users('role', 'salma@paper.example', 'administrator')).code).toBe(0);
  expect((await users('list')).out).toContain('سلمى\tAdministrator');
  const link = await users('link', 'salma@paper.example', ...at);
  const token = tokenOf(link.out.trim());
  const changed = { token, password: 'كلمة أخرى 1924 طويلة' };
  expect((await clientOf(site).call('setPassword', { body: changed })).status).toBe(200);
  const again = clientOf(site);
  const body = { email: 'salma@paper.example', password: changed.password };
  expect((await again.call('signIn', { body })).status).toBe(200);
  expect((await again.call('me')).said).toMatchObject({ user: { role: 'administrator' } });
  const entering = tokenOf((await users('enter', 'reem@paper.example', ...at)).out.trim());
  expect((await clientOf(site).call('enter', { body: { token: entering } })).status).toBe(200);

  expect((await users('link', 'nobody@paper.example')).err).toContain('nobody@paper.example');
  expect((await users('role', 'salma@paper.example', 'king')).code).toBe(2);
  expect((await users('invite', 'salma@paper.example', '--name', 'س')).code).toBe(1);
}, 180_000);
