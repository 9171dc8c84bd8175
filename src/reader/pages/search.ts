import type { Highlighted, SearchResponse } from '../../catalog/search/search.ts';
import { MidadError } from '../../model/errors.ts';
import { fill } from '../../strings/strings.ts';
import { sectionHead } from '../components/document.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { dayChoice } from './day-choice.ts';
import { langOf } from '../components/teasers.ts';
import { line } from '../components/text.ts';
import type { Loader } from '../page.ts';
import { patterns, to } from '../routes.ts';
import { sheet, settingOf, storyRows, when, type Setting } from './parts.ts';
import {
  deepestPage,
  hitsPerPage,
  longestQuery,
  present,
  readPageTerms,
  type PageTerms,
  type SearchTerms,
} from './search-terms.ts';

/** Stories offered where there is nothing found to show. */
const offered = 6;

/**
 * `/search`: a form that works without scripts, and what was found. Never indexed and never kept, since addresses are
 * endless. 503 with the form still filled in when too many searches are waiting.
 */
export const loadSearch: Loader<SearchTerms> = async (context, raw) => {
  const setting = settingOf(context);
  const { t } = setting;
  const terms = readPageTerms(raw);
  const tooDeep = terms.page > deepestPage;
  let status: 200 | 503 = 200;
  let results: Html;
  if (terms.q === '') results = intro(setting);
  else if (tooDeep) results = deep(setting);
  else {
    try {
      results = found(setting, terms, await context.search.search(requestOf(terms)));
    } catch (error) {
      if (!(error instanceof MidadError && error.code === 'unavailable')) throw error;
      status = 503;
      results = html`<p class="message" role="status">${t.searchBusy}</p>`;
    }
  }
  return sheet(setting, {
    status,
    metadata: {
      title: terms.q === '' ? t.search : fill(t.searchFor, { q: terms.q }),
      path: to.search(),
      robots: 'noindex, follow',
    },
    content: html`<h1>${t.search}</h1>
      ${searchForm(setting, terms)} ${results}`,
    keys: [],
    hold: 0,
  });
};

function requestOf(terms: PageTerms) {
  const { q, sort, page } = terms;
  return { q, sort, limit: hitsPerPage, offset: (page - 1) * hitsPerPage, ...present(terms) };
}

/** The form of the search page; other pages use it with nothing filled in. */
export function searchForm(setting: Setting, terms?: PageTerms): Html {
  const { t, sections, context } = setting;
  const chosen = (is: boolean) => (is ? ' selected' : '');
  return html`<form class="find" role="search" action="${to.search()}" method="get">
    <div class="find-words">
      <label for="find-q">${t.searchLabel}</label>
      <div class="field">
        <input
          id="find-q"
          type="text"
          inputmode="search"
          name="q"
          value="${terms?.q ?? ''}"
          maxlength="${longestQuery}"
          dir="auto"
          autocomplete="off"
          enterkeyhint="search"
          data-suggest="${patterns.suggestJson}"
          data-script="${context.assets.url('suggest.js')}"
          data-label="${t.suggestions}"
        />
      </div>
      <button class="btn btn--main" type="submit">${t.search}</button>
    </div>
    ${
      terms === undefined
        ? ''
        : html`<fieldset class="find-narrow">
            <legend>${t.searchFilters}</legend>
            <label for="find-section"
              ><span>${t.searchSection}</span>
              <select id="find-section" name="section">
                <option value="">${t.searchAllSections}</option>
                ${sections.map(
                  ({ id, name }) =>
                    html`<option value="${id}" ${chosen(id === terms.section)}>${name}</option>`,
                )}
              </select></label
            >
            <label for="find-sort"
              ><span>${t.searchSort}</span>
              <select id="find-sort" name="sort">
                <option value="relevance">${t.searchByRelevance}</option>
                <option value="newest" ${chosen(terms.sort === 'newest')}>${t.searchByNewest}</option>
              </select></label
            >
            ${dayChoice(setting, { name: 'from', label: t.searchFrom, value: terms.from })}
            ${dayChoice(setting, { name: 'to', label: t.searchTo, value: terms.to })}
          </fieldset>`
    }
  </form>`;
}

function found(setting: Setting, terms: PageTerms, answer: SearchResponse): Html {
  const { t, catalog, sectionName } = setting;
  if (answer.total === 0) return html`${meant(setting, terms, answer)}${noHits(setting, terms)}`;
  const cards = new Map(catalog.cards(answer.hits.map((hit) => hit.id)).map((card) => [card.id, card]));
  const rows = answer.hits.flatMap((hit) => {
    const card = cards.get(hit.id);
    // The index lags a little behind: a story withdrawn a moment ago is no longer in the catalog.
    if (card === undefined) return [];
    const writer = card.writers[0]?.name ?? card.agency;
    return [
      html`<li>
        <article class="t" ${langOf(setting, card)}>
          <a class="kicker" href="${to.section(card.section)}">${sectionName(card.section)}</a>
          <h2><a href="${to.story(card)}">${marked(hit.headline, card.language)}</a></h2>
          <p class="summary">${marked(hit.snippet, card.language)}</p>
          <p class="meta">
            <span>${when(setting, card.publishedAt)}</span
            >${writer === undefined ? '' : html`<span>${line(writer, card.language)}</span>`}
          </p>
        </article>
      </li>`,
    ];
  });
  const count = answer.capped
    ? fill(t.searchCountCapped, { n: setting.number(answer.total) })
    : setting.count(t.searchCount, answer.total);
  return html`${meant(setting, terms, answer)}
    <p class="meta" role="status">${count}</p>
    <ol class="rows rows--one">
      ${rows}
    </ol>
    ${pager(setting, terms, answer.total)}`;
}

/** Links to the neighbouring pages; beyond the deepest one a sentence says why there is no more. */
function pager(setting: Setting, terms: PageTerms, total: number): Html {
  const { t, number } = setting;
  const { page } = terms;
  const last = Math.ceil(total / hitsPerPage);
  if (last <= 1 && page === 1) return nothing;
  const previous = Math.min(page - 1, last);
  return html`<nav class="pager" aria-label="${t.searchPages}">
    ${previous >= 1 ? html`<a rel="prev" href="${address(terms, previous)}">${t.previousPage}</a>` : ''}
    <span aria-current="page">${fill(t.searchPage, { n: number(page) })}</span>
    ${
      page < Math.min(last, deepestPage)
        ? html`<a rel="next" href="${address(terms, page + 1)}">${t.nextPage}</a>`
        : ''
    }
    ${page === deepestPage && last > deepestPage ? html`<p class="message">${depthMessage(setting)}</p>` : ''}
  </nav>`;
}

function address(terms: PageTerms, page: number): string {
  const query = new URLSearchParams({ q: terms.q });
  for (const name of ['section', 'from', 'to'] as const) {
    const value = terms[name];
    if (value !== undefined) query.set(name, value);
  }
  if (terms.sort !== 'relevance') query.set('sort', terms.sort);
  if (page > 1) query.set('page', String(page));
  return `${to.search()}?${query}`;
}

function marked(text: Highlighted, language: string): Html[] {
  return text.map(({ text: words, hit }) =>
    hit ? html`<mark>${line(words, language)}</mark>` : line(words, language),
  );
}

/** «هل تقصد: …؟», where the words as typed find little. */
function meant({ t }: Setting, terms: PageTerms, { meant: q }: SearchResponse): Html {
  if (q === undefined) return nothing;
  const [before = '', after = ''] = t.searchMeant.split('{q}');
  return html`<p class="meant">
    ${before}<a href="${address({ ...terms, q }, 1)}"><bdi>${q}</bdi></a
    >${after}
  </p>`;
}

function noHits(setting: Setting, terms: PageTerms): Html {
  const { t } = setting;
  const narrowed = terms.section !== undefined || terms.from !== undefined || terms.to !== undefined;
  return html`<div class="message" role="status">
      <p><strong>${line(fill(t.searchNothing, { q: terms.q }), setting.language)}</strong></p>
      <p>${t.searchAdvice}</p>
      <ul>
        <li>${t.searchAdviceSpelling}</li>
        <li>${t.searchAdviceFewer}</li>
        ${narrowed ? html`<li>${t.searchAdviceFilters}</li>` : ''}
      </ul>
    </div>
    ${latest(setting)}`;
}

function intro(setting: Setting): Html {
  return html`<p class="message">${setting.t.searchIntro}</p>
    ${latest(setting)}`;
}

function deep(setting: Setting): Html {
  return html`<p class="message" role="status">${depthMessage(setting)}</p>`;
}

function depthMessage({ t, number }: Setting): string {
  return fill(t.searchTooDeep, { n: number(deepestPage * hitsPerPage) });
}

/** The newest stories, where a reader would otherwise stand before nothing. */
export function latest(setting: Setting): Html {
  const { t, catalog } = setting;
  const cards = catalog.list({ limit: offered });
  if (cards.length === 0) return nothing;
  return html`<section class="band" aria-labelledby="latest-here">
    ${sectionHead({ id: 'latest-here', title: t.latest, href: to.latest() })} ${storyRows(setting, cards, 3)}
  </section>`;
}
