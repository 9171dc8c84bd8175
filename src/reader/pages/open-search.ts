import { keys } from '../../model/dependency-keys.ts';
import { element, xmlDocument } from '../feeds/xml.ts';
import type { Loader } from '../page.ts';
import { patterns, to } from '../routes.ts';

/**
 * `/opensearch.xml`: lets a browser search the site from its address bar. The lengths are the format's own limits
 * (ShortName 16, Description 1,024). Source: https://github.com/dewitt/opensearch, 1.1 draft 6.
 */
export const loadOpenSearch: Loader<object> = (context) => {
  const site = context.catalog().site();
  const absolute = (path: string) => `${context.baseUrl}${path}`;
  const body = xmlDocument(
    element('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      element('ShortName', {}, [[...site.name].slice(0, 16).join('')]),
      element('Description', {}, [site.description ?? site.tagline ?? site.name]),
      element('InputEncoding', {}, ['UTF-8']),
      element('OutputEncoding', {}, ['UTF-8']),
      element('Language', {}, [site.language]),
      element('Image', { width: 16, height: 16, type: 'image/svg+xml' }, [
        absolute(context.assets.url('icon.svg')),
      ]),
      element('Url', {
        type: 'text/html',
        method: 'get',
        template: absolute(`${to.search()}?q={searchTerms}`),
      }),
      element('Url', {
        type: 'application/x-suggestions+json',
        method: 'get',
        template: absolute(`${patterns.openSearchSuggest}?q={searchTerms}`),
      }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: absolute('/opensearch.xml'),
      }),
    ]),
  );
  return {
    status: 200,
    type: 'application/opensearchdescription+xml; charset=utf-8',
    body,
    keys: [keys.site],
    hold: 3600,
  };
};
