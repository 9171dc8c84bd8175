import type { Media } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import { fill } from '../../strings/strings.ts';
import type { Theme } from '../components/document.ts';
import { html } from '../components/html.ts';
import { line } from '../components/text.ts';
import type { Page, ReaderContext } from '../page.ts';
import { to } from '../routes.ts';
import { settingOf, sheet } from './parts.ts';
import { storyPage } from './story.ts';

export interface Previewed {
  story: Story;
  theme: Theme | undefined;
  /** Pictures in it that no public page shows, by id, which are to be had below `at` alone. */
  pictures: ReadonlyMap<string, Media>;
  /** `/preview/TOKEN`: its pictures are at `/media/ID/RENDITION` below it. */
  at: string;
}

/** A story as its page would be if it came out now. */
export function loadPreview(context: ReaderContext, { story, theme, pictures, at }: Previewed): Page {
  const { t } = settingOf(context);
  const view = context.catalog().viewOf(story, story.firstPublishedAt ?? story.publishAt ?? context.now());
  const media = new Map([...pictures, ...view.media]);
  const title = fill(t.previewOf, { headline: story.headline });
  const page = storyPage(context, { ...view, media }, { title, theme });
  let { body } = page;
  for (const id of pictures.keys()) body = body.replaceAll(to.media(id, ''), at + to.media(id, ''));
  return { ...page, body, keys: [], hold: 0 };
}

/** For whoever has a link that is over, or none of ours: the same words, so that nothing can be learnt from them. */
export function loadNoPreview(context: ReaderContext): Page {
  const setting = settingOf(context);
  const { t } = setting;
  return sheet(setting, {
    status: 404,
    metadata: { title: t.previewGoneTitle, robots: 'noindex' },
    content: html`<h1>${t.previewGoneTitle}</h1>
      <p class="message">${line(t.previewGoneText, setting.language)}</p>`,
    keys: [],
    hold: 0,
  });
}
