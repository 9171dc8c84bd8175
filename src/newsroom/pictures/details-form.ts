import type { Sent } from '../../api/contract/contract.ts';
import type { Crop, CropShape, Media } from '../../model/site.ts';
import type { Point } from './focus-point.tsx';
import { endOfDay, lastDayOf } from './zone-days.ts';

/** What is said of a picture, as its fields hold it while somebody writes. */
export interface DetailsForm {
  alt: string;
  caption: string;
  credit: string;
  people: readonly string[];
  note: string;
  /** `2026-11-30`, or nothing. */
  lastDay: string;
  focus: Point | undefined;
  crops: Partial<Record<CropShape, Crop | undefined>>;
}
type Details = Sent<'changeMedia'>['body']['details'];

export function formOf(media: Media, timeZone: string): DetailsForm {
  const { alt, caption = '', credit = '', people = [], rights, focus, crops = {} } = media;
  const ends = rights?.expiresAt;
  const lastDay = ends === undefined ? '' : lastDayOf(ends, timeZone);
  return { alt, caption, credit, people, note: rights?.note ?? '', lastDay, focus, crops };
}

/** As the API takes it: null takes a field away. */
export function detailsOf(form: DetailsForm, timeZone: string): Details {
  const { alt, caption, credit, people, note, lastDay, focus, crops } = form;
  const rights = {
    ...(note.trim() !== '' && { note }),
    ...(lastDay !== '' && { expiresAt: endOfDay(lastDay, timeZone) }),
  };
  const cut = Object.fromEntries(Object.entries(crops).filter(([, crop]) => crop !== undefined));
  const orNull = <T extends object>(value: T) => (Object.keys(value).length === 0 ? null : value);
  return {
    alt,
    caption: caption.trim() === '' ? null : caption,
    credit: credit.trim() === '' ? null : credit,
    people: people.length === 0 ? null : people,
    rights: orNull(rights),
    focus: focus ?? null,
    crops: orNull(cut),
  };
}
