import { useId } from 'react';
import {
  accentContrast,
  colourPattern,
  isReadable,
  leastContrast,
  readableAccent,
  type Theme,
} from '../../model/accent.ts';
import { fill } from '../../strings/strings.ts';
import { useArrangingWords } from './words.ts';

/** Paper and tint of each theme, as in the reader's style sheet; the sample is drawn, since styles may not stand in elements. */
const papers: Readonly<Record<Theme, string>> = { light: '#fafaf8', dark: '#12161b' };

/** One accent: chosen or typed, shown as it will look, with its contrast and, where it cannot be read, the nearest that can. */
export function ColourField({
  theme,
  value,
  error,
  onChange,
}: {
  theme: Theme;
  value: string;
  error: string | undefined;
  onChange(colour: string): void;
}) {
  const { t, language, settings } = useArrangingWords();
  const id = useId();
  const valid = colourPattern.test(value);
  const readable = valid && isReadable(value, theme);
  const ratio = (n: number) =>
    new Intl.NumberFormat(language, {
      maximumFractionDigits: 1,
      numberingSystem: language === 'ar' ? settings.digits : 'latn',
    }).format(n);
  return (
    <div className="colour entry">
      <label htmlFor={id}>{t[theme]}</label>
      <span className="both">
        <input
          type="color"
          aria-label={`${t.pick} ${t[theme]}`}
          value={valid ? value : '#000000'}
          onChange={({ target }) => onChange(target.value)}
        />
        <input
          id={id}
          dir="ltr"
          spellCheck={false}
          value={value}
          aria-invalid={!readable || error !== undefined}
          aria-describedby={`${id}-said`}
          onChange={({ target }) => onChange(target.value.trim().toLowerCase())}
        />
      </span>
      <svg viewBox="0 0 320 52" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        <rect width="320" height="52" fill={papers[theme]} />
        <text
          x="160"
          y="33"
          textAnchor="middle"
          direction={language === 'ar' ? 'rtl' : 'ltr'}
          fill={valid ? value : 'none'}
        >
          {t.sample}
        </text>
      </svg>
      <div id={`${id}-said`} role="status">
        {valid && (
          <p className={readable ? 'meta' : 'wrong'}>
            {fill(readable ? t.contrastGood : t.contrastBad, {
              ratio: ratio(Math.floor(accentContrast(value, theme) * 10) / 10),
              least: ratio(leastContrast),
            })}
          </p>
        )}
        {error !== undefined && <p className="wrong">{error}</p>}
      </div>
      {valid && !readable && (
        <div className="acts">
          <button type="button" className="btn" onClick={() => onChange(readableAccent(value, theme))}>
            {t.useNearest}
          </button>
        </div>
      )}
    </div>
  );
}
