import { KeyCaps } from '../shell/key-caps.tsx';
import { keysOf } from './keys-of.ts';
import { useWords } from './words.ts';

/** The footer has room for these; the others stand in the list. */
const inFooter = 9;

/** The keys most used, below the text; Ctrl+/ lists all of them. */
export function Keys() {
  const { t } = useWords();
  return (
    <footer className="keys" aria-label={t.keys}>
      {keysOf(t)
        .slice(0, inFooter)
        .map(([keys, does]) => (
          <span key={keys}>
            <KeyCaps keys={keys} />
            {does}
          </span>
        ))}
    </footer>
  );
}
