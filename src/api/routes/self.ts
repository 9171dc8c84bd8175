import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  hasPassword,
  newRecoveryCodes,
} from '../../accounts/credentials.ts';
import { addPasskey, listPasskeys, offerPasskey, removePasskey } from '../../accounts/passkeys.ts';
import { endSession, listSessions } from '../../accounts/sessions.ts';
import { reachOf, verbs } from '../../commands/policy.ts';
import { setLanguage } from '../../commands/set-language.ts';
import { route } from '../route.ts';

/** What everybody may see and change of their own. Whose it is comes from the session, never from the request. */
export const selfRoutes = [
  route('me', {
    who: 'signed-in',
    async command({ accounts }, { me, context }) {
      const may = verbs.flatMap((verb) => {
        const reach = reachOf(context, verb);
        return reach === undefined ? [] : [[verb, reach]];
      });
      return {
        user: me.user,
        may: Object.fromEntries(may),
        secondFactor: me.secondFactor,
        password: await hasPassword(accounts, me.user.id),
        session: me.session,
      };
    },
  }),
  route('changeMe', {
    who: 'set-language',
    async command({ applied }, { context, body }) {
      await applied((await setLanguage(context, body)).seq);
      return {};
    },
  }),
  route('changePassword', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, body, cookies }) {
      cookies.push(...(await changePassword(accounts, { visitor, me }, body)));
      return {};
    },
  }),
  route('sessions', {
    who: 'signed-in',
    command: async ({ accounts }, { me }) => ({
      sessions: await listSessions(accounts, me.user.id),
      present: me.session,
    }),
  }),
  route('endSession', {
    who: 'signed-in',
    async command({ accounts }, { me, params }) {
      await endSession(accounts, me.user.id, params.id);
      return {};
    },
  }),
  route('passkeys', {
    who: 'signed-in',
    command: async ({ accounts }, { visitor }) => ({ passkeys: await listPasskeys(accounts, visitor) }),
  }),
  route('passkeyOffer', {
    who: 'signed-in',
    async command({ accounts }, { visitor, cookies }) {
      const offer = await offerPasskey(accounts, visitor);
      cookies.push(...offer.cookies);
      return { options: offer.value };
    },
  }),
  route('addPasskey', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, body, cookies }) {
      cookies.push(...(await addPasskey(accounts, { visitor, me }, body)));
      return {};
    },
  }),
  route('removePasskey', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, params }) {
      await removePasskey(accounts, { visitor, me }, params.id);
      return {};
    },
  }),
  route('beginSecondFactor', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, body, cookies }) {
      const begun = await beginSecondFactor(accounts, { visitor, me }, body.password);
      cookies.push(...begun.cookies);
      return begun.value;
    },
  }),
  route('confirmSecondFactor', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, body, cookies }) {
      cookies.push(...(await confirmSecondFactor(accounts, { visitor, me }, body.code)));
      return {};
    },
  }),
  route('endSecondFactor', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, body, cookies }) {
      cookies.push(...(await endSecondFactor(accounts, { visitor, me }, body.password)));
      return {};
    },
  }),
  route('newRecoveryCodes', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, body, cookies }) {
      const made = await newRecoveryCodes(accounts, { visitor, me }, body.password);
      cookies.push(...made.cookies);
      return { recoveryCodes: made.value };
    },
  }),
];
