import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useSession } from '../session.tsx';
import { Mark } from './mark.tsx';
import { applyTheme, rememberedTheme, type Theme } from './theme.ts';

/** With the words of every key, which only whoever asks for them needs. */
const KeyList = lazy(() => import('./key-list.tsx').then(({ KeyList }) => ({ default: KeyList })));

type Place =
  | '/'
  | '/queue'
  | '/stories'
  | '/records'
  | '/plan'
  | '/breaking'
  | '/readership'
  | '/media/{-$id}'
  | '/fronts/{-$id}'
  | '/redirects'
  | '/settings'
  | '/users'
  | '/policy'
  | '/audit'
  | '/account';

/** The bar above and the list beside: where one is, who one is, and where one may go. */
export function Shell({ children }: { children: ReactNode }) {
  const { t, me, term, may, figure, settings, ask, language } = useSession();
  const navigate = useNavigate();
  const waiting = useAnswer('stories', { query: { status: 'in-review', limit: 1 } }, { every: 30_000 });
  const [theme, setTheme] = useState<Theme>(rememberedTheme);
  const [keys, setKeys] = useState(false);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The key's place, so that any keyboard will do; plain keys never while somebody writes.
      const held = event.ctrlKey || event.metaKey;
      if (event.altKey || (!held && isWriting(event.target))) return;
      const slash = event.code === 'Slash' && (held || event.shiftKey);
      const open = document.querySelector<HTMLDialogElement>('dialog[open]');
      if (slash || (!held && /^[?؟]$/.test(event.key))) {
        event.preventDefault();
        if (open === null) setKeys(true);
        else if (open.matches('.key-list')) open.close();
      } else if (!held && event.code === 'KeyN' && open === null && may('save-story'))
        void navigate({ to: '/stories/new' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate, may]);

  const signOut = async () => {
    await ask('signOut', { body: {} });
    location.assign('/newsroom/sign-in');
  };
  const choose = async (wanted: 'ar' | 'en') => {
    await ask('changeMe', { body: { language: wanted } });
    location.reload();
  };
  const entry = (to: Place, label: string, n?: number) => (
    <li>
      <Link to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
        {label} {n !== undefined && n > 0 && <span className="n">{figure(n)}</span>}
      </Link>
    </li>
  );
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="bar">
        <Link to="/" className="mark">
          <Mark />
        </Link>
        <span className="paper">{settings.name}</span>
        <span className="grow" />
        <a className="hide-s" href={settings.url}>
          {t.site}
        </a>
        <label className="pick">
          <span className="vh">{t.theme}</span>
          <select
            value={theme}
            onChange={({ target }) => {
              const chosen = target.value as Theme;
              applyTheme(chosen);
              setTheme(chosen);
            }}
          >
            <option value="system">{t.themeSystem}</option>
            <option value="light">{t.themeLight}</option>
            <option value="dark">{t.themeDark}</option>
          </select>
        </label>
        <label className="pick">
          <span className="vh">{t.language}</span>
          <select value={language} onChange={({ target }) => void choose(target.value as 'ar' | 'en')}>
            <option value="ar" lang="ar">
              العربية
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        </label>
        <Link to="/account" className="hide-s">
          {fill(t.signedInAs, { name: me.user.name, role: term(`role-${me.user.role}`) })}
        </Link>
        <button type="button" className="quiet" onClick={() => void signOut()}>
          {t.signOut}
        </button>
        {may('save-story') && (
          <Link to="/stories/new" className="btn btn--main">
            {t.newStory}
          </Link>
        )}
      </header>
      <div className="desk">
        <nav className="side" aria-label={t.newsroom}>
          <ul>
            {entry('/', t.desk)}
            {may('approve-story') && entry('/queue', t.queue, waiting.data?.total)}
            {entry('/stories', t.allStories)}
            {may('read-media') && entry('/media/{-$id}', t.pictures)}
            {may('put-entity') && entry('/records', t.records)}
            {me.may['read-story'] === 'any' && entry('/plan', t.plan)}
            {may('set-breaking') && entry('/breaking', t.breaking)}
            {may('read-readership') && entry('/readership', t.readership)}
            {may('set-front') && entry('/fronts/{-$id}', t.fronts)}
            {may('put-redirect') && entry('/redirects', t.redirects)}
            {may('put-site') && entry('/settings', t.siteSettings)}
            {may('put-user') && entry('/users', t.users)}
            {entry('/policy', t.policy)}
            {may('read-audit') && entry('/audit', t.audit)}
            {entry('/account', t.account)}
            <li>
              <button type="button" aria-keyshortcuts="?" onClick={() => setKeys(true)}>
                {t.keys}
              </button>
            </li>
          </ul>
        </nav>
        <main id="main" className="work" tabIndex={-1}>
          {children}
        </main>
      </div>
      {keys && (
        <Suspense fallback={null}>
          <KeyList editing={/\/stories\/\d+$/.test(location.pathname)} onClose={() => setKeys(false)} />
        </Suspense>
      )}
    </>
  );
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
