import { z } from 'zod';
import type { Reach, Verb } from '../../commands/policy.ts';
import { type Board, boardSpans } from '../../model/board.ts';
import type { Action, DocumentKind } from '../../model/document.ts';
import { type Role, type User, user } from '../../model/user.ts';
import { answer, expect, id, pageSize, type Shape, wholeNumber } from './shape.ts';

export interface UserRow {
  user: User;
  version: number;
}
/** A link that could not be mailed is handed over by whoever asked for it. */
export interface LinkAnswer {
  id: string;
  mailed: boolean;
  link?: string;
}
export interface AuditRow {
  seq: number;
  at: number;
  actor: string;
  /** The person's name, where a person did it. */
  name?: string;
  action: Action;
  kind: DocumentKind;
  id: string;
  version: number;
  note?: string;
  /** Of a link to a preview: its story, and when it ends, ms since the epoch. */
  story?: number;
  until?: number;
}
export interface SignInEventRow {
  id: number;
  at: number;
  event: string;
  user?: string;
  name?: string;
  by?: string;
  address: string;
  agent: string;
}

const page = { limit: pageSize, before: wholeNumber.exactOptional() };

export const houseContract = {
  users: { answer: answer<{ users: UserRow[] }>() },
  inviteUser: {
    body: z.strictObject({
      name: user.shape.name,
      email: user.shape.email,
      role: user.shape.role,
      sections: user.shape.sections,
      language: user.shape.language,
    }),
    answer: answer<LinkAnswer>(),
  },
  changeUser: {
    params: z.strictObject({ id }),
    body: z.strictObject({
      expect,
      name: user.shape.name.exactOptional(),
      email: user.shape.email.exactOptional(),
      role: user.shape.role.exactOptional(),
      sections: user.shape.sections.exactOptional(),
      suspended: z.boolean().exactOptional(),
      person: z.string().max(64).nullable().exactOptional(),
    }),
    answer: answer<{ id: string; version: number }>(),
  },
  linkForUser: { params: z.strictObject({ id }), body: z.strictObject({}), answer: answer<LinkAnswer>() },
  policy: { answer: answer<{ roles: Role[]; rows: { verb: Verb; may: Partial<Record<Role, Reach>> }[] }>() },
  audit: {
    query: z.strictObject({
      ...page,
      actor: z.string().max(100).exactOptional(),
      kind: z.string().max(40).exactOptional(),
      id: z.string().max(64).exactOptional(),
    }),
    answer: answer<{ entries: AuditRow[] }>(),
  },
  board: {
    query: z.strictObject({ span: z.enum(boardSpans) }),
    answer: answer<Board>(),
  },
  signInEvents: {
    query: z.strictObject({ ...page, user: id.exactOptional() }),
    answer: answer<{ events: SignInEventRow[] }>(),
  },
} as const satisfies Record<string, Shape>;
