import type { Media } from '../../model/site.ts';
import { to } from '../routes.ts';

/** What a shared link shows at its widest on today's platforms: 1200 px and above is "large". */
const sharedWidth = 1280;

/** Address and size of a picture as other sites show it: JPEG, a photograph never enlarged (a drawing may be). */
export function sharedPicture(baseUrl: string, media: Media) {
  const width = media.mime === 'image/svg+xml' ? sharedWidth : Math.min(sharedWidth, media.width);
  return {
    url: `${baseUrl}${to.media(media.id, `${sharedWidth}.jpg`)}`,
    width,
    height: Math.max(1, Math.round((media.height * width) / media.width)),
  };
}
