import { useWords } from '../session.tsx';
import { Mark } from './mark.tsx';

/** A screen that broke, or whose file is gone because the server has a newer version: loaded anew, it is whole. */
export function Fault() {
  const { t } = useWords();
  return (
    <main id="main" className="door">
      <Mark />
      <h1>{t.fault}</h1>
      <p role="alert">{t.faultNext}</p>
      <button type="button" className="btn btn--main" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </main>
  );
}
