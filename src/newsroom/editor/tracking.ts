/** Parameters by which senders of links follow readers, by their names or how these begin. */
const trackers =
  /^(utm_|mtm_|pk_|hsa_|_hs|mc_[ce]id$|fbclid$|gclid$|gclsrc$|gbraid$|wbraid$|dclid$|msclkid$|yclid$|twclid$|ttclid$|igshid?$|li_fat_id$|vero_|oly_|ref_src$|ref_url$|_ga$|_gl$|spm$|cmpid$)/i;

/** An address without what follows its readers; anything else of it stays as it was written. */
export function withoutTracking(href: string): string {
  const [, before = '', query = '', hash = ''] = /^(https?:[^?#]*)\?([^#]*)(#.*)?$/i.exec(href) ?? [];
  if (before === '') return href;
  const kept = query.split('&').filter((one) => !trackers.test(one.split('=', 1)[0] ?? ''));
  return before + (kept.length === 0 ? '' : `?${kept.join('&')}`) + hash;
}
