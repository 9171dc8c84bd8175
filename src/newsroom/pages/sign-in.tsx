import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useWords } from '../session.tsx';
import { Door } from '../shell/door.tsx';
import { Field, useSending } from '../shell/form.tsx';

/** Only to a page of the newsroom, whatever the address says. */
function nextPage(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '';
  return /^\/newsroom(\/[A-Za-z0-9/_-]*)?(\?[A-Za-z0-9=&_-]*)?$/.test(next) ? next : '/newsroom';
}

export function SignIn() {
  const { t, ask } = useWords();
  const house = useAnswer('house', {});
  const [step, setStep] = useState<'password' | 'code' | 'forgot'>('password');
  const [told, setTold] = useState<string>();
  const { send, busy, errors, message } = useSending();
  const done = ({ step: next }: { step: 'done' | 'second-factor' }) => {
    if (next === 'done') location.assign(nextPage());
    else setStep('code');
  };
  if (step === 'code') return <SecondFactor onDone={done} />;
  const forgot = step === 'forgot';
  return (
    <Door title={t.signInTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const email = String(form.get('email'));
          void send(async () => {
            if (!forgot)
              return done(await ask('signIn', { body: { email, password: String(form.get('password')) } }));
            const { mail } = await ask('forgotPassword', { body: { email } });
            setTold(mail ? t.forgotSent : t.forgotNoMail);
          });
        }}
      >
        <Field
          label={t.email}
          name="email"
          type="email"
          dir="ltr"
          autoComplete="username webauthn"
          required
          autoFocus
          error={errors['email']}
        />
        {!forgot && (
          <Field
            label={t.password}
            name="password"
            type="password"
            dir="ltr"
            autoComplete="current-password"
            required
            error={errors['password']}
          />
        )}
        {message}
        {told !== undefined && <p role="status">{told}</p>}
        <button type="submit" className="btn btn--main" disabled={busy}>
          {forgot ? t.forgot : t.signIn}
        </button>
      </form>
      {!forgot && (
        <div className="acts">
          <button
            type="button"
            className="btn"
            onClick={() =>
              void send(async () => {
                const { options } = await ask('passkeyChallenge', { body: {} });
                const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
                const response = await startAuthentication({ optionsJSON });
                done(
                  await ask('signInPasskey', {
                    body: {
                      response: response as unknown as Parameters<
                        typeof ask<'signInPasskey'>
                      >[1]['body']['response'],
                    },
                  }),
                );
              })
            }
          >
            {t.passkeySignIn}
          </button>
          {house.data?.oidc !== undefined && (
            <button
              type="button"
              className="btn"
              onClick={() =>
                void send(async () => location.assign((await ask('oidcBegin', { body: {} })).address))
              }
            >
              {fill(t.oidcSignIn, { name: house.data.oidc })}
            </button>
          )}
        </div>
      )}
      <button type="button" className="quiet" onClick={() => setStep(forgot ? 'password' : 'forgot')}>
        {forgot ? t.signIn : t.forgot}
      </button>
    </Door>
  );
}

function SecondFactor({ onDone }: { onDone(found: { step: 'done' | 'second-factor' }): void }) {
  const { t, ask } = useWords();
  const [recovery, setRecovery] = useState(false);
  const { send, busy, errors, message } = useSending();
  return (
    <Door title={recovery ? t.recoveryCode : t.code}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const code = String(new FormData(event.currentTarget).get('code'));
          void send(async () => onDone(await ask('signInSecondFactor', { body: { code, recovery } })));
        }}
      >
        <Field
          key={String(recovery)}
          label={recovery ? t.recoveryCode : t.code}
          hint={recovery ? undefined : t.codeHint}
          name="code"
          dir="ltr"
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          required
          autoFocus
          error={errors['code']}
        />
        {message}
        <button type="submit" className="btn btn--main" disabled={busy}>
          {t.signIn}
        </button>
      </form>
      <button type="button" className="quiet" onClick={() => setRecovery(!recovery)}>
        {recovery ? t.useCode : t.useRecovery}
      </button>
    </Door>
  );
}
