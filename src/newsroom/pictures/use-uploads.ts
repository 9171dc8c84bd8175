import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Media } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import { Refused } from '../client.ts';
import { mostMegabytes, sendFile } from './send-file.ts';
import { usePictureWords } from './words.ts';

/** A file on its way into the library. */
export interface Upload {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'checking' | 'done' | 'duplicate' | 'failed';
  /** 0–1 */
  sent: number;
  /** Why it failed, for a person. */
  message?: string;
  /** Whether another try may go better. */
  again?: boolean;
  media?: Media;
}

/** Two at once fill a line; the server looks them over one by one in any case. */
const atOnce = 2;
let keys = 0;

export interface Uploads {
  list: readonly Upload[];
  add(files: Iterable<File>): void;
  retry(key: number): void;
  /** Stops it, or takes what became of it off the list. */
  dismiss(key: number): void;
}

/** Files being sent; `onDone` hears of each that is in the library, as new or known before. */
export function useUploads(onDone: (media: Media, duplicate: boolean) => void): Uploads {
  const { t, language, figure, explain } = usePictureWords();
  const queries = useQueryClient();
  const [list, setList] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const told = useRef(onDone);
  told.current = onDone;

  const change = useCallback((key: number, now: Partial<Upload>) => {
    setList((all) => all.map((one) => (one.key === key ? { ...one, ...now } : one)));
  }, []);
  const send = async ({ key, file }: Upload) => {
    const stop = new AbortController();
    running.current.set(key, stop);
    change(key, { state: 'sending', sent: 0 });
    try {
      const { media, duplicate } = await sendFile(file, {
        language,
        signal: stop.signal,
        onSent: (sent) => change(key, { sent, state: sent < 1 ? 'sending' : 'checking' }),
      });
      change(key, { state: duplicate ? 'duplicate' : 'done', media });
      void queries.invalidateQueries({ queryKey: ['mediaLibrary'] });
      told.current(media, duplicate);
    } catch (error) {
      const refused = error instanceof Refused;
      // What a file is does not change by sending it again.
      const again = !refused || error.status === 429 || error.status >= 500;
      change(key, { state: 'failed', again, message: refused ? explain(error) : t.unreached });
    } finally {
      running.current.delete(key);
    }
  };

  useEffect(() => {
    const free = atOnce - running.current.size;
    for (const one of list.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free)))
      void send(one);
  });
  useEffect(() => {
    const controllers = running.current;
    return () => controllers.forEach((stop) => stop.abort());
  }, []);

  return {
    list,
    add(files) {
      const added = [...files].map((file): Upload => {
        const one = { key: ++keys, file, sent: 0 };
        if (file.size <= mostMegabytes * 1024 * 1024) return { ...one, state: 'waiting' };
        const size = fill(t.megabytes, { n: figure(Math.ceil(file.size / 1024 / 1024)) });
        return {
          ...one,
          state: 'failed',
          again: false,
          message: fill(t.tooLarge, { size, most: figure(mostMegabytes) }),
        };
      });
      setList((all) => [...all, ...added]);
    },
    retry: (key) => change(key, { state: 'waiting', sent: 0 }),
    dismiss(key) {
      running.current.get(key)?.abort();
      setList((all) => all.filter((one) => one.key !== key));
    },
  };
}
