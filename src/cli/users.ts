import type { Command } from 'commander';
import { type Accounts, openAccounts, userById } from '../accounts/accounts.ts';
import { enterLink, linkFor, newUserId } from '../accounts/links.ts';
import { addUser, changeUser, emailSpace } from '../commands/put-user.ts';
import { readConfig } from '../config.ts';
import { openJournal } from '../journal/open.ts';
import { MidadError } from '../model/errors.ts';
import { type Role, roles, type User } from '../model/user.ts';
import { cliStrings, fill, termStrings } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { complain, print } from './output.ts';

interface UserOptions {
  data?: string;
  url?: string;
  name?: string;
  role?: string;
}

/** `midad users`: who works here, and a way in for whoever is locked out. For whoever sits at the machine. */
export function registerUsers(program: Command): void {
  const t = cliStrings[cliLanguage()];
  const users = program
    .command('users')
    .description(t.usersDescription)
    .helpOption('-h, --help', t.helpOption)
    .helpCommand('help [command]', t.helpCommand)
    .addHelpText('after', `\n${t.usersExamples}`);
  const add = (name: string, description: string) =>
    users
      .command(name)
      .description(description)
      .helpOption('-h, --help', t.helpOption)
      .option('--data <folder>', t.optionData);
  const withLink = (command: Command) =>
    command.argument('<email>', t.usersEmail).option('--url <address>', t.optionUrl);

  add('list', t.usersListDescription).action((options: UserOptions) => withAccounts(options, list));
  withLink(add('invite', t.usersInviteDescription))
    .requiredOption('--name <name>', t.usersName)
    .option('--role <role>', fill(t.usersRole, { roles: roles.join(', ') }), 'reporter')
    .action((email: string, options: UserOptions) =>
      withAccounts(options, (at) => invite(at, email, options)),
    );
  withLink(add('link', t.usersLinkDescription)).action((email: string, options: UserOptions) =>
    withAccounts(options, async (accounts) => {
      const user = await byEmail(accounts, email);
      const { link } = await linkFor(accounts, 'reset', user, atTheMachine(user.id));
      shown(fill(t.usersLink, { name: user.name }), link);
    }),
  );
  withLink(add('enter', t.usersEnterDescription)).action((email: string, options: UserOptions) =>
    withAccounts(options, async (accounts) => {
      const user = await byEmail(accounts, email);
      shown(fill(t.usersEnter, { name: user.name }), await enterLink(accounts, user));
    }),
  );
  add('role', t.usersRoleDescription)
    .argument('<email>', t.usersEmail)
    .argument('<role>', fill(t.usersRole, { roles: roles.join(', ') }))
    .action((email: string, role: string, options: UserOptions) =>
      withAccounts(options, async (accounts) => {
        const user = await byEmail(accounts, email);
        // Whoever gives a role here also wants them in.
        const fields = { role: roleOf(role), suspended: undefined };
        await changeUser(context(accounts), { id: user.id, fields });
        print(lineOf({ ...user, ...fields }));
      }),
    );
}

async function withAccounts(
  options: UserOptions,
  work: (accounts: Accounts) => Promise<void>,
): Promise<void> {
  const config = readConfig({ data: options.data, url: options.url }, process.env);
  const journal = await openJournal(config.data, config.postgres);
  try {
    const accounts = await openAccounts({
      dataDir: config.data,
      postgres: config.postgres,
      journal,
      origin: () => config.newsroomUrl ?? config.url ?? `http://localhost:${config.port}`,
      onError: complain,
    });
    try {
      await work(accounts);
    } finally {
      await accounts.close();
    }
  } finally {
    await journal.close();
  }
}

async function list(accounts: Accounts): Promise<void> {
  const { rows } = await accounts.database.ask('SELECT id FROM sign_in_user');
  const users = await Promise.all(rows.map(({ id }) => userById(accounts, String(id))));
  const known = users.flatMap((user) => user ?? []).sort((a, b) => Number(a.id) - Number(b.id));
  if (known.length === 0) complain(cliStrings[cliLanguage()].usersNone);
  for (const user of known) print(lineOf(user));
}

/** One a line, parts with tabs between: for people and for `cut`. */
function lineOf({ id, email, name, role, suspended }: User): string {
  const t = cliStrings[cliLanguage()];
  const called = termStrings[cliLanguage()][`role-${role}`];
  return [id, email, name, called, suspended === true ? t.usersSuspended : ''].join('\t').trimEnd();
}

async function invite(
  accounts: Accounts,
  email: string,
  { name = '', role = '' }: UserOptions,
): Promise<void> {
  const user: User = {
    id: await newUserId(accounts),
    name,
    email: email.trim().toLowerCase(),
    role: roleOf(role),
    sections: [],
    language: cliLanguage(),
  };
  await addUser(context(accounts), user);
  const { link } = await linkFor(accounts, 'invitation', user, atTheMachine(user.id));
  shown(fill(cliStrings[cliLanguage()].usersInvited, { name }), link);
}

const context = ({ journal, now }: Accounts) => ({ journal, actor: 'cli:users', now: now() });
const atTheMachine = (user: string) => ({ cookie: '', origin: '', address: '', agent: 'midad users', user });

/** The link stands alone on standard output. */
function shown(what: string, link: string | undefined): void {
  complain(what);
  print(link ?? '');
}

function roleOf(role: string): Role {
  const found = roles.find((known) => known === role);
  if (found === undefined)
    throw new MidadError('bad-option', { name: 'role', value: role, expected: roles.join(', ') });
  return found;
}

async function byEmail(accounts: Accounts, email: string): Promise<User> {
  const name = email.trim().toLowerCase();
  const holder = (await accounts.journal.holders(emailSpace, [name])).get(name);
  const user = holder && (await userById(accounts, holder.id));
  if (user === undefined) throw new MidadError('document-missing', { kind: 'user', id: email });
  return user;
}
