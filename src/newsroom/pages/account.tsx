import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { NewPassword } from '../shell/new-password.tsx';
import { useTypedForm } from '../shell/typed-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';

/** One's own: password, passkeys, second factor, and where one is signed in. */
export function Account() {
  const { t, me, term } = useSession();
  return (
    <>
      <div className="top">
        <h1>{t.accountTitle}</h1>
        <p className="meta">
          {me.user.name} · {term(`role-${me.user.role}`)} · <bdi dir="ltr">{me.user.email}</bdi>
        </p>
      </div>
      {me.password && <Password />}
      <Passkeys />
      <SecondFactor />
      <Sessions />
    </>
  );
}

function Password() {
  const { t, ask } = useSession();
  const { send, busy, errors, message } = useSending();
  const [done, setDone] = useState(false);
  const { isTyped, watch } = useTypedForm();
  return (
    <section className="block">
      <h2>{t.passwordTitle}</h2>
      <Unsaved dirty={isTyped} />
      <form
        {...watch}
        onSubmit={(event) => {
          event.preventDefault();
          const target = event.currentTarget;
          const form = new FormData(target);
          const body = { present: String(form.get('present')), password: String(form.get('password')) };
          setDone(false);
          void send(async () => {
            await ask('changePassword', { body });
            target.reset();
            setDone(true);
          });
        }}
      >
        <Field
          label={t.passwordPresent}
          name="present"
          type="password"
          dir="ltr"
          autoComplete="current-password"
          required
          error={errors['present']}
        />
        <NewPassword label={t.passwordNew} error={errors['password']} />
        {message}
        {done && <p role="status">{t.saved}</p>}
        <button type="submit" className="btn" disabled={busy}>
          {t.changePassword}
        </button>
      </form>
    </section>
  );
}

function Passkeys() {
  const { t, ask, moment } = useSession();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const list = useAnswer('passkeys', {});
  const add = (name: string) =>
    send(async () => {
      const { options } = await ask('passkeyOffer', { body: {} });
      const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
      const response = await startRegistration({ optionsJSON });
      await ask('addPasskey', { body: { name, response } as never });
      await refresh();
    });
  return (
    <section className="block">
      <h2>{t.passkeysTitle}</h2>
      <p className="meta">{t.passkeysIntro}</p>
      <ul className="rows">
        {list.data?.passkeys.map(({ id, name, since }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="meta">{fill(t.sessionSince, { time: moment(since) })}</span>
            <button
              type="button"
              className="quiet"
              disabled={busy}
              onClick={() => void send(async () => ask('removePasskey', { params: { id } }).then(refresh))}
            >
              {t.remove}
            </button>
          </li>
        ))}
      </ul>
      {list.data?.passkeys.length === 0 && <p>{t.passkeyNone}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add(String(new FormData(event.currentTarget).get('name')));
        }}
      >
        <Field label={t.passkeyName} name="name" dir="auto" required maxLength={100} error={errors['name']} />
        {message}
        <button type="submit" className="btn" disabled={busy}>
          {t.passkeyAdd}
        </button>
      </form>
    </section>
  );
}

function SecondFactor() {
  const { t, me, ask } = useSession();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const [begun, setBegun] = useState<{ address: string; recoveryCodes: string[] }>();
  const [codes, setCodes] = useState<string[]>();
  const withPassword =
    (work: (password: string) => Promise<unknown>) => (event: React.SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      const password = String(new FormData(event.currentTarget).get('password'));
      void send(() => work(password));
    };
  const password = (
    <Field
      label={t.passwordPresent}
      name="password"
      type="password"
      dir="ltr"
      autoComplete="current-password"
      required
      error={errors['password']}
    />
  );
  return (
    <section className="block">
      <h2>{t.secondFactorTitle}</h2>
      <p>{me.secondFactor ? t.secondFactorOn : t.secondFactorOff}</p>
      {begun === undefined && !me.secondFactor && (
        <form
          onSubmit={withPassword(async (one) =>
            setBegun(await ask('beginSecondFactor', { body: { password: one } })),
          )}
        >
          {password}
          {message}
          <button type="submit" className="btn" disabled={busy}>
            {t.secondFactorBegin}
          </button>
        </form>
      )}
      {begun !== undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const code = String(new FormData(event.currentTarget).get('code'));
            void send(async () => {
              await ask('confirmSecondFactor', { body: { code } });
              setCodes(begun.recoveryCodes);
              setBegun(undefined);
              await refresh();
            });
          }}
        >
          <p>{t.secondFactorScan}</p>
          <div
            className="qr"
            aria-hidden="true"
            dangerouslySetInnerHTML={{ __html: renderSVG(begun.address) }}
          />
          <p className="secret">{new URL(begun.address).searchParams.get('secret')}</p>
          <Field
            label={t.code}
            hint={t.codeHint}
            name="code"
            dir="ltr"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            error={errors['code']}
          />
          {message}
          <button type="submit" className="btn btn--main" disabled={busy}>
            {t.confirm}
          </button>
        </form>
      )}
      {me.secondFactor && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            const body = { password: String(form.get('password')) };
            const fresh = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'codes';
            void send(async () => {
              if (fresh) setCodes((await ask('newRecoveryCodes', { body })).recoveryCodes);
              else {
                await ask('endSecondFactor', { body });
                setCodes(undefined);
              }
              await refresh();
            });
          }}
        >
          {password}
          {message}
          <div className="acts">
            <button type="submit" value="codes" className="btn" disabled={busy}>
              {t.recoveryNew}
            </button>
            <button type="submit" value="end" className="btn" disabled={busy}>
              {t.secondFactorEnd}
            </button>
          </div>
        </form>
      )}
      {codes !== undefined && (
        <div role="status">
          <h3>{t.recoveryTitle}</h3>
          <p>{t.recoveryIntro}</p>
          <p className="secret">
            {codes.map((code) => (
              <code key={code}>{code}</code>
            ))}
          </p>
        </div>
      )}
    </section>
  );
}

function Sessions() {
  const { t, ask, moment } = useSession();
  const refresh = useRefresh();
  const { send, busy, message } = useSending();
  const list = useAnswer('sessions', {});
  return (
    <section className="block">
      <h2>{t.sessionsTitle}</h2>
      <ul className="rows">
        {list.data?.sessions.map(({ id, since, address, agent, browser, system }) => (
          <li key={id}>
            <span title={agent}>
              {browser === undefined
                ? t.sessionUnknown
                : system === undefined
                  ? browser
                  : fill(t.sessionDevice, { browser, system })}
            </span>
            <bdi dir={address === '' ? undefined : 'ltr'} className="meta">
              {address === '' ? t.sessionHere : address}
            </bdi>
            <span className="meta">{fill(t.sessionSince, { time: moment(since) })}</span>
            {id === list.data.present ? (
              <b>{t.sessionPresent}</b>
            ) : (
              <button
                type="button"
                className="quiet"
                disabled={busy}
                onClick={() => void send(async () => ask('endSession', { params: { id } }).then(refresh))}
              >
                {t.sessionEnd}
              </button>
            )}
          </li>
        ))}
      </ul>
      {message}
    </section>
  );
}
