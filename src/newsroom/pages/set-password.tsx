import { useEffect, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { useWords } from '../session.tsx';
import { Door } from '../shell/door.tsx';
import { useSending } from '../shell/form.tsx';
import { NewPassword } from '../shell/new-password.tsx';
import { linkToken } from '../shell/link-token.ts';

/** A password by an invitation or a reset link. */
export function SetPassword() {
  const { t, ask } = useWords();
  const [token] = useState(linkToken);
  const [who, setWho] = useState<{ name: string; email: string }>();
  const [set, setSet] = useState(false);
  const { send, busy, errors, message } = useSending();
  useEffect(() => {
    if (token !== '') void send(async () => setWho(await ask('readLink', { body: { token } })));
    // Read once, when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [token]);
  if (set)
    return (
      <Door title={t.passwordIsSet}>
        <a className="btn btn--main" href="/newsroom/sign-in">
          {t.signIn}
        </a>
      </Door>
    );
  if (who === undefined)
    return <Door title={t.setPassword}>{message ?? <p>{token === '' ? t.linkMissing : t.loading}</p>}</Door>;
  return (
    <Door title={fill(t.invitationTitle, { name: who.name })}>
      <p>{fill(t.invitationIntro, { email: who.email })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const password = String(new FormData(event.currentTarget).get('password'));
          void send(async () => {
            await ask('setPassword', { body: { token, password } });
            setSet(true);
          });
        }}
      >
        <input type="text" name="username" autoComplete="username" value={who.email} readOnly hidden />
        <NewPassword label={t.passwordNew} error={errors['password']} autoFocus />
        {message}
        <button type="submit" className="btn btn--main" disabled={busy}>
          {t.setPassword}
        </button>
      </form>
    </Door>
  );
}
