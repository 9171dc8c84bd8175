import { MidadError } from '../model/errors.ts';

/** A cache in front of the site that can be told to drop pages by their surrogate keys. */
export interface PurgeTarget {
  /** For messages and metrics. */
  name: string;
  /** Most keys in one request. */
  mostKeys: number;
  request(keys: readonly string[]): { url: string; init: RequestInit };
}

const shape = /^(varnish-xkey|varnish-ban|fastly|cloudflare):(.+)$/;

/**
 * Reads the setting: one or more, with spaces between.
 *
 * - `varnish-xkey:http://10.0.0.5:6081` – PURGE with the keys in `xkey-purge`, for vmod xkey: `deploy/varnish.vcl`
 * - `varnish-ban:http://10.0.0.5:6081` – the same with an expression on `Surrogate-Key` in `x-ban-keys`, for one without that module
 * - `fastly:SERVICE` – 256 keys a request, soft; key from `FASTLY_API_TOKEN`
 *   (https://www.fastly.com/documentation/reference/api/purging/)
 * - `cloudflare:ZONE` – 100 tags a request; key from `CLOUDFLARE_API_TOKEN`
 *   (https://developers.cloudflare.com/api/resources/cache/methods/purge/)
 *
 * `@https://…` behind a service or zone names another address of the API.
 * @throws MidadError `bad-option`.
 */
export function purgeTargets(
  setting: string,
  environment: Readonly<Record<string, string | undefined>>,
): PurgeTarget[] {
  return setting
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => targetOf(one, environment));
}

function targetOf(setting: string, environment: Readonly<Record<string, string | undefined>>): PurgeTarget {
  const refuse = (name: string, expected: string): never => {
    throw new MidadError('bad-option', { name, value: name === 'MIDAD_PURGE' ? setting : '', expected });
  };
  const [, kind, rest = ''] = shape.exec(setting) ?? [];
  if (kind === 'varnish-xkey' || kind === 'varnish-ban') {
    const url = URL.parse(rest);
    if (url === null || !/^https?:$/.test(url.protocol))
      return refuse('MIDAD_PURGE', `${kind}:http://10.0.0.5:6081`);
    return kind === 'varnish-xkey' ? varnishXkey(url.href) : varnishBan(url.href);
  }
  if (kind === undefined)
    return refuse('MIDAD_PURGE', 'varnish-xkey:…, varnish-ban:…, fastly:…, cloudflare:…');
  const [id = '', api] = rest.split('@', 2);
  const variable = kind === 'fastly' ? 'FASTLY_API_TOKEN' : 'CLOUDFLARE_API_TOKEN';
  const token = environment[variable] ?? '';
  if (!/^[\w-]+$/.test(id)) return refuse('MIDAD_PURGE', `${kind}:ID`);
  if (token === '') return refuse(variable, '…');
  return kind === 'fastly' ? fastly(id, token, api) : cloudflare(id, token, api);
}

function varnishXkey(url: string): PurgeTarget {
  return {
    name: 'varnish-xkey',
    // Varnish takes a header of 8 KB.
    mostKeys: 100,
    request: (keys) => ({ url, init: { method: 'PURGE', headers: { 'xkey-purge': keys.join(' ') } } }),
  };
}

function varnishBan(url: string): PurgeTarget {
  const escaped = (key: string) => key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    name: 'varnish-ban',
    mostKeys: 50,
    request: (keys) => ({
      url,
      init: { method: 'PURGE', headers: { 'x-ban-keys': `(^| )(${keys.map(escaped).join('|')})( |$)` } },
    }),
  };
}

function fastly(service: string, token: string, api = 'https://api.fastly.com'): PurgeTarget {
  return {
    name: 'fastly',
    mostKeys: 256,
    request: (keys) => ({
      url: `${api}/service/${service}/purge`,
      init: {
        method: 'POST',
        // Soft: what is dropped may still be served while it is fetched anew, or when we are away.
        headers: {
          'fastly-key': token,
          'fastly-soft-purge': '1',
          accept: 'application/json',
          'surrogate-key': keys.join(' '),
        },
      },
    }),
  };
}

function cloudflare(zone: string, token: string, api = 'https://api.cloudflare.com/client/v4'): PurgeTarget {
  return {
    name: 'cloudflare',
    mostKeys: 100,
    request: (keys) => ({
      url: `${api}/zones/${zone}/purge_cache`,
      init: {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ tags: keys }),
      },
    }),
  };
}
