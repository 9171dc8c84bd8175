import { MidadError } from '../model/errors.ts';
import type { User } from '../model/user.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';

/**
 * Chooses the language in which the newsroom speaks to whoever asks; of their own document nothing else is theirs to change.
 *
 * @throws MidadError `forbidden`, `not-found`, `conflict`.
 */
export async function setLanguage(
  context: Context,
  { language }: { language: User['language'] },
): Promise<Written> {
  const { journal, actor, user, now } = context;
  const id = user?.id ?? '';
  permit(context, 'set-language', { owners: [id] });
  const entry = await journal.current('user', id);
  if (!entry || entry.content === null) throw new MidadError('not-found', { kind: 'user', id });
  const content = { ...(entry.content as User), language };
  const [receipt] = await journal.append(
    [{ kind: 'user', id, action: 'update', expect: entry.version, content }],
    { actor, at: now },
  );
  if (!receipt) throw new Error('no receipt');
  return { id, ...receipt };
}
