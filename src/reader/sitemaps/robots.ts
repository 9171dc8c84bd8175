import type { Loader } from '../page.ts';

/**
 * `/robots.txt`. Search results are endless and thin, the API and the newsroom are no pages; `$` and `?` keep a section
 * whose name merely begins alike («research», «rights») open. Source: RFC 9309.
 */
export const loadRobots: Loader<object> = (context) => ({
  status: 200,
  type: 'text/plain; charset=utf-8',
  body: [
    'User-agent: *',
    'Disallow: /search$',
    'Disallow: /search?',
    'Disallow: /search.json',
    'Disallow: /api/',
    'Disallow: /newsroom$',
    'Disallow: /newsroom/',
    'Disallow: /r$',
    'Allow: /',
    '',
    `Sitemap: ${context.baseUrl}/sitemap.xml`,
    `Sitemap: ${context.baseUrl}/sitemaps/news.xml`,
    '',
  ].join('\n'),
  keys: [],
  hold: 3600,
});
