import type { Media } from './site.ts';

/** Which pictures of the library are wanted: those without alt text or credit, with rights that end, whose rights have ended. */
export const mediaStates = ['bare', 'limited', 'expired'] as const;
export type MediaState = (typeof mediaStates)[number];

/** A picture as the library lists it; `number` grows with each that is brought in. */
export interface MediaRow {
  number: number;
  version: number;
  media: Media;
}

/** What redaction left of a picture: its time is over, and not because of any rights. Its file is gone. */
export const isErased = ({ expired, rights }: Pick<Media, 'expired' | 'rights'>): boolean =>
  expired === true && rights === undefined;
