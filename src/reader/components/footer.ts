import { socialAddress } from '../../model/social.ts';
import { to } from '../routes.ts';
import { zoneName } from './dates.ts';
import type { Edition } from './edition.ts';
import { html, nothing, raw, type Html } from './html.ts';
import { logo } from './logo.ts';
import { line } from './text.ts';

/** Latin letters of the interface stand marked, like all others. */
const rss = raw('<bdi lang="en" dir="ltr">RSS</bdi>');

/** Nameplate and tagline, sections, the paper itself, ways to go on reading, and the legal line. */
export function footer(edition: Edition, now: number): Html {
  const { t, site, language, say, sections } = edition;
  const [beforeFeeds = '', afterFeeds = ''] = t.feeds.split('{rss}');
  const zone = zoneName(site);
  const words = site.description ?? site.tagline;
  return html`<footer class="foot wrap">
    <div class="grid">
      <div class="d3 c8">
        <a class="plate" href="${to.home()}">${logo(edition)}</a>${
          words === undefined ? nothing : html`<p class="summary">${line(words, language)}</p>`
        }
      </div>
      <nav class="d3 c4" aria-label="${t.footerSectionsLabel}">
        <h2>${t.sectionsLabel}</h2>
        <ul class="two">
          ${sections.map(
            ({ id, name }) => html`<li><a href="${to.section(id)}">${line(name, language)}</a></li>`,
          )}
        </ul>
      </nav>
      <nav class="d3 c4" aria-label="${say(t.about, { name: site.name })}">
        <h2>${say(t.about, { name: site.name })}</h2>
        <ul class="two">
          <li><a href="${to.about()}">${t.aboutUs}</a></li>
          <li><a href="${to.corrections()}">${t.corrections}</a></li>
          <li><a href="${to.topics()}">${t.topicsAndNames}</a></li>
        </ul>
      </nav>
      <nav class="d3 c8" aria-label="${t.readOn}">
        <h2>${t.readOn}</h2>
        <ul class="two">
          <li><a href="${to.mostRead()}">${t.mostRead}</a></li>
          <li><a href="${to.archive()}">${t.archive}</a></li>
          <li><a href="${to.siteFeed('rss.xml')}">${beforeFeeds}${rss}${afterFeeds}</a></li>
          <li>
            <button type="button" data-do="theme" data-light="${t.lightTheme}" data-dark="${t.darkTheme}">
              ${t.darkTheme}
            </button>
          </li>
        </ul>
      </nav>
      ${elsewhere(edition)}
      <p class="legal d12">
        <span>${say(t.rightsReserved, { year: edition.year(now), name: site.name })}</span>${
          zone === undefined ? nothing : html`<span>${say(t.timesIn, { zone })}</span>`
        }
      </p>
    </div>
  </footer>`;
}

/** Its accounts on other networks: links, nothing that is loaded from there. */
function elsewhere({ site, t }: Edition): Html {
  if (site.social === undefined || site.social.length === 0) return nothing;
  return html`<nav class="social d12" aria-label="${t.socialLabel}">
    <h2>${t.socialLabel}</h2>
    <ul>
      ${site.social.map(
        ({ network, handle }) =>
          html`<li>
            <a rel="me noopener" href="${socialAddress(network, handle)}">${t[`social-${network}`]}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}
