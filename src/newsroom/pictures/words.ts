import { pictureStrings, type PictureStrings } from '../../strings/pictures.ts';
import { formatDay } from '../dates.ts';
import { type Session, useSession } from '../session.tsx';

export interface PictureWords extends Omit<Session, 't'> {
  t: PictureStrings;
  /** «٣٠ تشرين الثاني»; of the present year without it. */
  day(at: number): string;
}

/** The session, with the words of pictures in place of the newsroom's. */
export function usePictureWords(): PictureWords {
  const session = useSession();
  const { language, settings } = session;
  return { ...session, t: pictureStrings[language], day: (at) => formatDay(at, language, settings) };
}
