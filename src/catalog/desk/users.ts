import type { User } from '../../model/user.ts';
import { type Database, number, text } from '../sqlite.ts';

export interface DeskUser {
  user: User;
  version: number;
}

/** Everybody who works here or did, by name as Arabic sorts. A newsroom has some hundreds. */
export function usersIn(db: Database): DeskUser[] {
  const order = new Intl.Collator('ar');
  return db
    .all(
      `SELECT supply.document, document.version FROM supply
       JOIN document ON document.kind = 'user' AND document.id = supply.id WHERE supply.kind = 'user'`,
    )
    .map(([content, version]) => ({ user: JSON.parse(text(content)) as User, version: number(version) }))
    .sort((a, b) => order.compare(a.user.name, b.user.name) || (a.user.id < b.user.id ? -1 : 1));
}
