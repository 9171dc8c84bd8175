import { hash } from 'node:crypto';
import type { DocumentKind } from '../model/document.ts';

/** The site is one; a redirect is known by where it leads from; all others say their own id. */
export function documentId(kind: DocumentKind, content: object): string {
  if (kind === 'site') return 'site';
  // Paths may be longer than an id.
  if (kind === 'redirect')
    return hash('sha256', 'from' in content ? String(content.from) : '', 'hex').slice(0, 40);
  return 'id' in content ? String(content.id) : '';
}
