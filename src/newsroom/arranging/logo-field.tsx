import { useRef, useState } from 'react';
import type { Site } from '../../model/site.ts';
import { useArrangingWords } from './words.ts';

/** As `model/site.ts` has it. */
const pathPattern = /^\s*[Mm][MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]*$/;

/** Of a file nothing but its outlines: whatever else stands in an SVG (scripts, styles, links) is left behind. */
export function outlineOf(source: string): Site['logo'] | undefined {
  const drawing = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  const width = Number.parseFloat(drawing.getAttribute('width') ?? '');
  const height = Number.parseFloat(drawing.getAttribute('height') ?? '');
  const viewBox =
    drawing.getAttribute('viewBox') ?? (width > 0 && height > 0 ? `0 0 ${width} ${height}` : undefined);
  const path = [...drawing.querySelectorAll('path')]
    .map((one) => one.getAttribute('d')?.trim() ?? '')
    .filter((one) => pathPattern.test(one))
    .join(' ');
  return viewBox === undefined || path === '' || path.length > 60_000 ? undefined : { viewBox, path };
}

/** The nameplate: drawn, or the name in the display face. */
export function LogoField({
  name,
  value,
  onChange,
}: {
  name: string;
  value: Site['logo'] | null;
  onChange(logo: Site['logo'] | null): void;
}) {
  const { t } = useArrangingWords();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const read = async (file: File | undefined) => {
    const found = file === undefined ? undefined : outlineOf(await file.text());
    setWrong(file !== undefined && found === undefined);
    if (found !== undefined) onChange(found);
  };
  return (
    <div className="entry" role="group" aria-label={t.logo}>
      <div className="plate-sample">
        {value ? (
          <svg viewBox={value.viewBox} role="img" aria-label={name}>
            <path fill="currentColor" d={value.path} />
          </svg>
        ) : (
          <b>{name}</b>
        )}
      </div>
      <p className="meta">{t.logoHint}</p>
      {wrong && (
        <p className="wrong" role="alert">
          {t.logoWrong}
        </p>
      )}
      <div className="acts">
        <input
          ref={input}
          hidden
          type="file"
          accept=".svg,image/svg+xml"
          aria-label={t.logoChoose}
          onChange={({ target }) => {
            void read(target.files?.[0]);
            target.value = '';
          }}
        />
        <button type="button" className="btn" onClick={() => input.current?.click()}>
          {t.logoChoose}
        </button>
        {value && (
          <button type="button" className="btn" onClick={() => onChange(null)}>
            {t.logoRemove}
          </button>
        )}
      </div>
    </div>
  );
}
