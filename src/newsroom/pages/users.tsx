import { useState } from 'react';
import type { LinkAnswer, UserRow } from '../../api/contract/house.ts';
import { type Role, roles } from '../../model/user.ts';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { useTypedForm } from '../shell/typed-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';

/** Who works here: invited, given a role and sections, suspended, let in again. */
export function Users() {
  const { t, may } = useSession();
  const list = useAnswer('users', {});
  const [link, setLink] = useState<LinkAnswer>();
  if (!may('put-user')) return <p>{t.noRight}</p>;
  return (
    <>
      <h1>{t.usersTitle}</h1>
      {link !== undefined && <LinkNotice link={link} onClose={() => setLink(undefined)} />}
      <ul className="rows">
        {list.data?.users.map((row) => (
          <Person key={row.user.id} row={row} onLink={setLink} />
        ))}
      </ul>
      <Invite onLink={setLink} />
    </>
  );
}

function LinkNotice({ link, onClose }: { link: LinkAnswer; onClose(): void }) {
  const { t } = useSession();
  const [copied, setCopied] = useState(false);
  return (
    <div className="notice" role="status">
      <p>{link.mailed ? t.linkMailed : t.linkShown}</p>
      {link.link !== undefined && (
        <>
          <p className="secret">{link.link}</p>
          <button
            type="button"
            className="btn"
            onClick={() => void navigator.clipboard.writeText(link.link ?? '').then(() => setCopied(true))}
          >
            {copied ? t.copied : t.copy}
          </button>
        </>
      )}
      <button type="button" className="quiet" onClick={onClose}>
        {t.close}
      </button>
    </div>
  );
}

function Person({ row, onLink }: { row: UserRow; onLink(link: LinkAnswer): void }) {
  const { t, term, ask, settings, me } = useSession();
  const refresh = useRefresh();
  const { send, busy, message } = useSending();
  const { user, version } = row;
  const change = (body: object) =>
    void send(async () => {
      await ask('changeUser', { params: { id: user.id }, body: { expect: version, ...body } });
      await refresh();
    });
  const own = me.user.id === user.id;
  return (
    <li>
      <span>
        <b>{user.name}</b>{' '}
        <bdi dir="ltr" className="meta">
          {user.email}
        </bdi>
        {user.suspended === true && <span className="wrong"> {t.suspended}</span>}
      </span>
      <label className="pick">
        <span className="vh">{t.role}</span>
        <select
          value={user.role}
          disabled={busy || own}
          onChange={({ target }) => change({ role: target.value as Role })}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {term(`role-${role}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="quiet"
        disabled={busy}
        onClick={() =>
          void send(async () => onLink(await ask('linkForUser', { params: { id: user.id }, body: {} })))
        }
      >
        {t.resetLink}
      </button>
      {!own && (
        <button
          type="button"
          className="quiet"
          disabled={busy}
          onClick={() => change({ suspended: user.suspended !== true })}
        >
          {user.suspended === true ? t.unsuspend : t.suspend}
        </button>
      )}
      {user.role === 'section-editor' && (
        <Sections
          chosen={user.sections}
          all={settings.sections}
          onChange={(sections) => change({ sections })}
        />
      )}
      {message}
    </li>
  );
}

function Sections({
  chosen,
  all,
  onChange,
}: {
  chosen: readonly string[];
  all: readonly { id: string; name: string }[];
  onChange(sections: string[]): void;
}) {
  const { t } = useSession();
  return (
    <fieldset className="checks">
      <legend className="meta">{t.sections}</legend>
      {all.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Invite({ onLink }: { onLink(link: LinkAnswer): void }) {
  const { t, term, ask, settings } = useSession();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const [role, setRole] = useState<Role>('reporter');
  const [sections, setSections] = useState<string[]>([]);
  const { isTyped, watch } = useTypedForm();
  return (
    <section className="block">
      <h2>{t.invite}</h2>
      <Unsaved dirty={isTyped} />
      <form
        {...watch}
        onSubmit={(event) => {
          event.preventDefault();
          const target = event.currentTarget;
          const form = new FormData(target);
          void send(async () => {
            onLink(
              await ask('inviteUser', {
                body: {
                  name: String(form.get('name')),
                  email: String(form.get('email')),
                  role,
                  sections: role === 'section-editor' ? sections : [],
                  language: 'ar',
                },
              }),
            );
            target.reset();
            await refresh();
          });
        }}
      >
        <Field label={t.name} name="name" dir="auto" required error={errors['name']} />
        <Field label={t.email} name="email" type="email" dir="ltr" required error={errors['email']} />
        <div className="entry">
          <label htmlFor="invite-role">{t.role}</label>
          <select id="invite-role" value={role} onChange={({ target }) => setRole(target.value as Role)}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {term(`role-${one}`)}
              </option>
            ))}
          </select>
        </div>
        {role === 'section-editor' && (
          <Sections chosen={sections} all={settings.sections} onChange={setSections} />
        )}
        {message}
        <button type="submit" className="btn btn--main" disabled={busy}>
          {t.inviteDo}
        </button>
      </form>
    </section>
  );
}
