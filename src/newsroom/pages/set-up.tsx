import { useWords } from '../session.tsx';
import { Door } from '../shell/door.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { NewPassword } from '../shell/new-password.tsx';
import { linkToken } from '../shell/link-token.ts';

/** The first administrator, by the link that was printed when the program started. */
export function SetUp() {
  const { t, ask, language } = useWords();
  const token = linkToken();
  const { send, busy, errors, message } = useSending();
  if (token === '')
    return (
      <Door title={t.setUpTitle}>
        <p role="alert">{t.linkMissing}</p>
      </Door>
    );
  return (
    <Door title={t.setUpTitle}>
      <p>{t.setUpIntro}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [name, email, password] = ['name', 'email', 'password'].map((field) =>
            String(form.get(field)),
          );
          void send(async () => {
            await ask('setUp', {
              body: { token, name: name ?? '', email: email ?? '', password: password ?? '', language },
            });
            location.assign('/newsroom');
          });
        }}
      >
        <Field label={t.name} name="name" autoComplete="name" required autoFocus error={errors['name']} />
        <Field
          label={t.email}
          name="email"
          type="email"
          dir="ltr"
          autoComplete="username"
          required
          error={errors['email']}
        />
        <NewPassword label={t.password} error={errors['password']} />
        {message}
        <button type="submit" className="btn btn--main" disabled={busy}>
          {t.setUpDo}
        </button>
      </form>
    </Door>
  );
}
