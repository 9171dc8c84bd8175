import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { formatDate, formatTime } from './dates.ts';
import type { Name } from '../api/contract/addresses.ts';
import type { Me } from '../api/contract/account.ts';
import type { AnswerOf, Sent } from '../api/contract/contract.ts';
import type { SettingsAnswer } from '../api/contract/settings.ts';
import {
  type Language,
  newsroomStrings,
  type NewsroomStrings,
  plural,
  type PluralForms,
  termStrings,
} from '../strings/strings.ts';
import { call, Refused, Unreached } from './client.ts';

/** What every screen needs: who is there, the site's settings, and words in their language. */
export interface Session extends Words {
  me: Me;
  settings: SettingsAnswer;
  may(verb: keyof Me['may']): boolean;
  /** The name of a section, also of one that was removed. */
  sectionName(id: string): string;
}

export interface Words {
  t: NewsroomStrings;
  language: Language;
  /** The name of a role, verb, status, action or kind: `role-reporter`. */
  term(name: string): string;
  figure(n: number): string;
  count(forms: PluralForms, n: number): string;
  /** Day and time in the site's zone, with the months of its country. */
  moment(at: number): string;
  clock(at: number): string;
  ask<N extends Name>(name: N, sent: Sent<N>): Promise<AnswerOf<N>>;
  /** What a person reads of an error. */
  explain(error: unknown): string;
}

const plainSettings: Pick<SettingsAnswer, 'country' | 'timeZone' | 'digits'> = {
  country: 'sa',
  timeZone: 'UTC',
  digits: 'arab',
};

export function wordsFor(language: Language, settings: typeof plainSettings = plainSettings): Words {
  const t = newsroomStrings[language];
  const terms: Readonly<Record<string, string>> = termStrings[language];
  const numberingSystem = language === 'ar' ? settings.digits : 'latn';
  const numbers = new Intl.NumberFormat(language, { numberingSystem, useGrouping: false });
  const figure = (n: number) => numbers.format(n);
  return {
    t,
    language,
    term: (name) => terms[name] ?? name,
    figure,
    count: (forms, n) => plural(language, forms, n, figure(n)),
    moment: (at) => formatDate(at, language, settings),
    clock: (at) => formatTime(at, language, settings),
    ask: (name, sent) => call(name, sent, language),
    explain: (error) => (error instanceof Refused ? error.message : t.failed),
  };
}

/** The language of the interface before anybody is known: what was chosen here last, else Arabic. */
export const rememberedLanguage = (): Language =>
  localStorage.getItem('midad-language') === 'en' ? 'en' : 'ar';

export const WordsContext = createContext<Words>(wordsFor('ar'));
export const useWords = () => useContext(WordsContext);
const SessionContext = createContext<Session | undefined>(undefined);

/** Inside `WithSession` only. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no session');
  return session;
}

/**
 * The answer to a question of the API, kept until something is written.
 * @param more `once`: for what makes something by being asked, it is not asked again when the window is looked at again.
 */
export function useAnswer<N extends Name>(
  name: N,
  sent: Sent<N>,
  more: { every?: number; key?: number; once?: boolean } = {},
): UseQueryResult<AnswerOf<N>> {
  const { ask } = useWords();
  return useQuery({
    queryKey: [name, sent, more.key],
    queryFn: () => ask(name, sent),
    retry: (count, error) => error instanceof Unreached && count < 2,
    ...(more.every !== undefined && { refetchInterval: more.every }),
    ...(more.once === true && { staleTime: Infinity, gcTime: 0 }),
  });
}

/** Makes every list and story be asked for anew. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

/** The screen on which a story is written. */
const isWriting = /\/stories\/\d+$/;

/** Shows its children to whoever is signed in; everybody else is sent to the door, and back here afterwards. */
export function WithSession({ children }: { children: ReactNode }) {
  const { t, explain } = useWords();
  const me = useAnswer('me', {});
  const settings = useAnswer('settings', {});
  const session = useMemo((): Session | undefined => {
    if (me.data === undefined || settings.data === undefined) return undefined;
    const { sections, formerSections } = settings.data;
    const sectionNames = new Map([...formerSections, ...sections].map(({ id, name }) => [id, name]));
    return {
      ...wordsFor(me.data.user.language, settings.data),
      me: me.data,
      settings: settings.data,
      may: (verb) => me.data.may[verb] !== undefined,
      sectionName: (id) => sectionNames.get(id) ?? id,
    };
  }, [me.data, settings.data]);
  const error = me.error ?? settings.error;
  const known = session !== undefined;
  const outside = error instanceof Refused && error.status === 401;
  useEffect(() => {
    // Whoever is writing is told there, over what they wrote, and goes when they are ready.
    if (outside && !(known && isWriting.test(location.pathname))) {
      const next = location.pathname + location.search;
      location.replace(`/newsroom/sign-in?next=${encodeURIComponent(next)}`);
    }
  }, [outside, known]);
  const language = session?.language;
  useEffect(() => {
    if (language === undefined) return;
    localStorage.setItem('midad-language', language);
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  }, [language]);
  if (session === undefined) {
    if (error === null || outside) return <p className="wait">{t.loading}</p>;
    return (
      <div className="wait" role="alert">
        <p>{explain(error)}</p>
        <button type="button" className="btn" onClick={() => location.reload()}>
          {t.retry}
        </button>
      </div>
    );
  }
  return (
    <SessionContext value={session}>
      <WordsContext value={session}>{children}</WordsContext>
    </SessionContext>
  );
}
