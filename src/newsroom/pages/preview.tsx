import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { previewStrings } from '../../strings/preview.ts';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useSession } from '../session.tsx';
import './preview.css';
import { Failure } from '../shell/awaiting.tsx';

const widths = ['phone', 'desk'] as const;
const themes = ['light', 'dark'] as const;

/** A story as readers will see it: what its draft says now, on a phone or a desk, light or dark; and a link to send to others. */
export function Preview() {
  const { id } = useParams({ from: '/inside/stories/$id/preview' });
  const { t, language, moment } = useSession();
  const words = previewStrings[language];
  const [width, setWidth] = useState<(typeof widths)[number]>(innerWidth < 700 ? 'phone' : 'desk');
  const [theme, setTheme] = useState<(typeof themes)[number]>(
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const [round, setRound] = useState(0);
  const [told, setTold] = useState<'copied' | 'notCopied'>();
  const sent = useMemo(() => ({ params: { id: Number(id) }, body: {} }), [id]);
  const link = useAnswer('previewStory', sent, { key: round, once: true });
  const copy = async (url: string) => {
    try {
      await navigator.clipboard.writeText(url);
      setTold('copied');
    } catch {
      setTold('notCopied');
    }
  };
  return (
    <>
      <div className="top">
        <h1>{words.title}</h1>
        <Link to="/stories/$id" params={{ id }} className="btn">
          {words.back}
        </Link>
      </div>
      <div className="look">
        <Choice
          label={words.width}
          options={widths}
          names={words}
          value={width}
          set={(one) => setWidth(one)}
        />
        <Choice
          label={words.theme}
          options={themes}
          names={words}
          value={theme}
          set={(one) => setTheme(one)}
        />
        <button type="button" className="btn" onClick={() => setRound(round + 1)}>
          {words.renew}
        </button>
        {link.data !== undefined && (
          <button type="button" className="btn btn--main" onClick={() => void copy(link.data.url)}>
            {words.copy}
          </button>
        )}
      </div>
      <p className="meta" role="status">
        {told === 'copied' && link.data && fill(words.copied, { when: moment(link.data.until) })}
        {told === 'notCopied' && words.notCopied}
      </p>
      {told === 'notCopied' && link.data && (
        <p className="look__url">
          <bdi dir="ltr">{link.data.url}</bdi>
        </p>
      )}
      <Failure error={link.error} />
      {link.data === undefined ? (
        link.error === null && <p className="wait">{t.loading}</p>
      ) : (
        <Sight title={words.frame} src={`${link.data.url}?theme=${theme}`} width={width} />
      )}
    </>
  );
}

function Choice<T extends string>({
  label,
  options,
  names,
  value,
  set,
}: {
  label: string;
  options: readonly T[];
  names: Readonly<Record<T, string>>;
  value: NoInfer<T>;
  set(value: NoInfer<T>): void;
}) {
  return (
    <div className="filters" role="group" aria-label={label}>
      {options.map((one) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => set(one)}>
          {names[one]}
        </button>
      ))}
    </div>
  );
}

/** A desk's page is drawn in its own width and made as small as the place for it. */
function Sight({ title, src, width }: { title: string; src: string; width: (typeof widths)[number] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = place.current;
    if (here === null) return;
    const watch = new ResizeObserver(() =>
      here.style.setProperty('--look-scale', String(Math.min(1, here.clientWidth / 1280))),
    );
    watch.observe(here);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} className={`sight sight--${width}`}>
      <iframe title={title} src={src} referrerPolicy="no-referrer" />
    </div>
  );
}
