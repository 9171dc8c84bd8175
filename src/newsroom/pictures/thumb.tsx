import type { Media } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import { usePictureWords } from './words.ts';
import { dayOf } from './zone-days.ts';

/** Where the newsroom finds a rendition: see `media/store.ts`. */
export const pictureAddress = (id: string, name: string) =>
  `/api/media/${encodeURIComponent(id)}/pictures/${name}`;

/** What a picture is called where it is listed. */
export const nameOf = (media: Media, untitled: string) => media.caption ?? (media.alt || untitled);

/** A picture in a list, with its name under it and what must be known before it is used. */
export function Thumb({ media }: { media: Media }) {
  const { t } = usePictureWords();
  return (
    <>
      <span className="thumb">
        <img
          src={pictureAddress(media.id, '320.webp')}
          alt=""
          loading="lazy"
          width={media.width}
          height={media.height}
        />
      </span>
      <span className="thumb-name" dir="auto">
        {nameOf(media, t.untitled)}
      </span>
      <RightsNote media={media} />
      {(media.alt === '' || media.credit === undefined) && <span className="wrong">{t.bare}</span>}
    </>
  );
}

const dayMs = 86_400_000;
/** Rights that end within a month are worth a word in a list. */
const soonDays = 30;

/** Until when a picture may be shown: a word and not only a colour. */
export function RightsNote({ media, always = false }: { media: Media; always?: boolean }) {
  const { t, day, count, settings } = usePictureWords();
  const ends = media.rights?.expiresAt;
  if (ends === undefined) return null;
  const last = ends - 1;
  if (media.expired === true || ends <= Date.now())
    return <span className="wrong">{fill(t.hasExpired, { date: day(last) })}</span>;
  const noon = (at: number) => Date.parse(`${dayOf(at, settings.timeZone)}T12:00Z`);
  const days = Math.round((noon(last) - noon(Date.now())) / dayMs);
  if (days <= soonDays) return <span className="late">{count(t.endsIn, days)}</span>;
  return always ? <span className="meta">{fill(t.endsOn, { date: day(last) })}</span> : null;
}
