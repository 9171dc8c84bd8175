import { useEffect, useRef } from 'react';
import { useWords } from '../session.tsx';
import { Door } from '../shell/door.tsx';
import { useSending } from '../shell/form.tsx';
import { linkToken } from '../shell/link-token.ts';

/** In by a link that was printed at the machine. */
export function Enter() {
  const { t, ask } = useWords();
  const { send, message } = useSending();
  const begun = useRef(false);
  const token = linkToken();
  useEffect(() => {
    // Once: the link works once, and a development build runs effects twice.
    if (begun.current || token === '') return;
    begun.current = true;
    void send(async () => {
      await ask('enter', { body: { token } });
      location.assign('/newsroom');
    });
  }, [ask, send, token]);
  return (
    <Door title={t.signInTitle}>
      {message ?? <p role="status">{token === '' ? t.linkMissing : t.entering}</p>}
    </Door>
  );
}
