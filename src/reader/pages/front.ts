import type { StoryCard } from '../../catalog/public/catalog.ts';
import { keys } from '../../model/dependency-keys.ts';
import { renderDocument, sectionHead } from '../components/document.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { siteJsonLd } from '../components/json-ld.ts';
import { breakingOf } from '../components/masthead.ts';
import { caption, picture, sizesOf } from '../components/picture.ts';
import { bylineOf, kicker, langOf, latestList, liveMark, shortLink } from '../components/teasers.ts';
import { line } from '../components/text.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { renderBand } from './front-bands.ts';
import { fillKeys, planFront, type Band, type FrontPlan } from './front-plan.ts';
import { listHold, settingOf, storyKeys, type Setting } from './parts.ts';
import { mostReadBox } from './story-neighbours.ts';

/** Letters beyond which a banner would fill the first screen: such a headline is set a size smaller. */
const longHeadline = 62;
/** Beyond these a sentence and not a headline, it is set as one of a package. */
const longestHeadline = 130;

/** The front: what the editors arranged, filled by the newest; kind to a site without stories. */
export const loadFront: Loader<object> = (context) => {
  const setting = settingOf(context);
  const { catalog, site, t, say } = setting;
  const now = context.now();
  const home = catalog.front('home');
  const plan = planFront(catalog, home);
  const cards = cardsOf(plan);
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: renderDocument({
      context,
      edition: setting,
      front: true,
      current: to.home(),
      ear: earOf(setting, plan),
      breaking: breakingOf(home, now, (story) => catalog.cards([story])[0]),
      metadata: {
        description: site.description,
        path: to.home(),
        picture: plan.lead?.card.picture,
        jsonLd: siteJsonLd(site, context.baseUrl),
      },
      main: html`<main id="main" class="front wrap">
        <h1 class="vh">${say(t.frontHeading, { name: site.name })}</h1>
        ${plan.lead === undefined ? html`<p class="message">${t.frontEmpty}</p>` : opening(setting, plan, plan.lead, now)}
        ${bands(setting, plan, now)}
      </main>`,
    }),
    keys: [
      ...new Set([
        keys.site,
        keys.front('home'),
        ...fillKeys(catalog, home),
        keys.listHome,
        ...storyKeys(cards),
        ...(home?.breaking?.story === undefined ? [] : [keys.story(home.breaking.story)]),
      ]),
    ],
    hold: listHold,
  };
};

function cardsOf({ lead, latest, bands }: FrontPlan): StoryCard[] {
  const inBand = (band: Band) =>
    band.kind === 'sections' ? band.columns.flatMap((column) => column.cards) : band.cards;
  return [...(lead === undefined ? [] : [lead.card, ...lead.more]), ...latest, ...bands.flatMap(inBand)];
}

/** The dossier of the day, named beside the nameplate. */
function earOf({ t }: Setting, { bands }: FrontPlan) {
  const dossier = bands.find((band) => band.kind === 'dossier');
  const [first] = dossier?.cards ?? [];
  if (first === undefined) return undefined;
  return { title: t.inDossier, text: first.shortHeadline ?? first.headline, href: to.story(first) };
}

/** The lead over nine columns beside the latest; over all twelve when there is nothing beside it. */
function opening(setting: Setting, plan: FrontPlan, lead: NonNullable<FrontPlan['lead']>, now: number): Html {
  const { t } = setting;
  const alone = plan.latest.length === 0;
  return html`<div class="grid ruled">
    ${leadArticle(setting, lead, alone)}${
      alone
        ? nothing
        : html`<section class="d3 c8" aria-labelledby="latest">
            ${sectionHead({
              id: 'latest',
              title: t.latest,
              more: { text: t.allNews, href: to.latest() },
            })}${latestList(setting, plan.latest, now)}
          </section>`
    }
  </div>`;
}

function leadArticle(setting: Setting, { card, more }: NonNullable<FrontPlan['lead']>, alone: boolean): Html {
  const { language } = card;
  const words = html`<div>
    ${
      card.standfirst === undefined
        ? nothing
        : html`<p class="summary">${line(card.standfirst, language)}</p>`
    }${bylineOf(setting, card)}${
      more.length === 0
        ? nothing
        : html`<ul class="more">
            ${more.map((one) => html`<li>${shortLink(setting, one)}</li>`)}
          </ul>`
    }
  </div>`;
  const image =
    card.picture === undefined
      ? nothing
      : html`<figure>
          ${picture(card.picture.media, {
            alt: card.picture.alt,
            shape: 'r32',
            sizes: sizesOf(alone ? 8 : 6),
            first: true,
          })}${caption(card.picture, language)}
        </figure>`;
  const name = [
    'lead',
    card.headline.length > longHeadline ? 'lead--long' : '',
    card.headline.length > longestHeadline ? 'lead--longest' : '',
    alone ? 'd12 c8' : 'd9 c8',
    card.picture === undefined ? 'lead--words' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return html`<article class="${name}" ${langOf(setting, card)}>
    ${kicker(setting, card)}
    <h2><a href="${to.story(card)}">${liveMark(setting, card)}${line(card.headline, language)}</a></h2>
    <div class="inner">${image}${words}</div>
  </article>`;
}

/**
 * All bands. The most read stands beside the first package; while too few stories were read it would be the latest
 * again, which have their own column already.
 */
function bands(setting: Setting, plan: FrontPlan, now: number): Html {
  const most = mostReadBox(setting, { id: 'most', now });
  const withMost =
    most.title === setting.t.mostRead ? plan.bands.findIndex((band) => band.kind === 'trio') : -1;
  return html`${plan.bands.map((band, i) => renderBand(setting, band, `band-${i + 1}`, i === withMost ? most.html : undefined))}`;
}
