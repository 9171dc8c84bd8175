import { z } from 'zod';
import type { Reach, Verb } from '../../commands/policy.ts';
import { type User, user } from '../../model/user.ts';
import { answer, id, type Shape } from './shape.ts';

/** As in `accounts/library.ts`, which is asked in the end. */
export const passwordLength = { least: 10, most: 128 } as const;

const password = z.string().min(passwordLength.least).max(passwordLength.most);
/** A password that is only compared may be any. */
const presentPassword = z.string().min(1).max(passwordLength.most);
const token = z.string().min(1).max(200);
const code = z.string().trim().min(6).max(20);
/** Compared, never kept, so only its length is looked at: the same limit counts however it is written. */
const writtenEmail = z.string().min(1).max(320);
/** What a browser makes with a passkey; the library looks at every part of it. */
const credential = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});

export interface Me {
  user: User;
  /** What they may do at all, and how far; the server asks again at every request. */
  may: Partial<Record<Verb, Reach>>;
  secondFactor: boolean;
  password: boolean;
  session: string;
}
export interface House {
  /** The site's name. */
  name: string;
  language: 'ar' | 'en';
  /** Whether anybody has an account yet. */
  setUp: boolean;
  /** What the button to the house's directory says, where there is one. */
  oidc?: string;
  /** Whether links are mailed; else the administrator hands them over. */
  mail: boolean;
}
export interface SessionAnswer {
  id: string;
  since: number;
  lastSeen: number;
  address: string;
  agent: string;
  browser?: string;
  system?: string;
}
export interface PasskeyAnswer {
  id: string;
  name: string;
  since: number;
}

const nothing = answer<Record<string, never>>();
const step = answer<{ step: 'done' | 'second-factor' }>();

export const accountContract = {
  house: { answer: answer<House>() },
  setUp: {
    body: z.strictObject({
      token,
      name: user.shape.name,
      email: user.shape.email,
      password,
      language: user.shape.language,
    }),
    answer: step,
  },
  signIn: { body: z.strictObject({ email: writtenEmail, password: presentPassword }), answer: step },
  signInSecondFactor: { body: z.strictObject({ code, recovery: z.boolean() }), answer: step },
  passkeyChallenge: { body: z.strictObject({}), answer: answer<{ options: unknown }>() },
  signInPasskey: { body: z.strictObject({ response: credential }), answer: step },
  oidcBegin: { body: z.strictObject({}), answer: answer<{ address: string }>() },
  oidcCallback: { query: z.record(z.string(), z.string()), answer: answer<Response>() },
  enter: { body: z.strictObject({ token }), answer: step },
  readLink: { body: z.strictObject({ token }), answer: answer<{ name: string; email: string }>() },
  setPassword: { body: z.strictObject({ token, password }), answer: nothing },
  forgotPassword: { body: z.strictObject({ email: writtenEmail }), answer: answer<{ mail: boolean }>() },
  signOut: { body: z.strictObject({}), answer: nothing },
  me: { answer: answer<Me>() },
  changeMe: { body: z.strictObject({ language: user.shape.language }), answer: nothing },
  changePassword: { body: z.strictObject({ present: presentPassword, password }), answer: nothing },
  sessions: { answer: answer<{ sessions: SessionAnswer[]; present: string }>() },
  endSession: { params: z.strictObject({ id }), answer: nothing },
  passkeys: { answer: answer<{ passkeys: PasskeyAnswer[] }>() },
  passkeyOffer: { body: z.strictObject({}), answer: answer<{ options: unknown }>() },
  addPasskey: {
    body: z.strictObject({ name: z.string().trim().min(1).max(100), response: credential }),
    answer: nothing,
  },
  removePasskey: { params: z.strictObject({ id }), answer: nothing },
  beginSecondFactor: {
    body: z.strictObject({ password: presentPassword }),
    answer: answer<{ address: string; recoveryCodes: string[] }>(),
  },
  confirmSecondFactor: { body: z.strictObject({ code }), answer: nothing },
  endSecondFactor: { body: z.strictObject({ password: presentPassword }), answer: nothing },
  newRecoveryCodes: {
    body: z.strictObject({ password: presentPassword }),
    answer: answer<{ recoveryCodes: string[] }>(),
  },
} as const satisfies Record<string, Shape>;
