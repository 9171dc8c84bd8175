import { useQuery } from '@tanstack/react-query';
import type { Arrangement } from '../../model/site.ts';
import { useFrontWords } from './front-words.ts';

/**
 * The page that readers would find, made by the server from what is arranged here and kept nowhere. In its frame nothing
 * runs, and no link leads out of it.
 */
export function FrontPreview({ front, arrangement }: { front: string; arrangement: Arrangement }) {
  const { t, ask } = useFrontWords();
  const page = useQuery({
    queryKey: ['previewFront', front, arrangement],
    queryFn: () => ask('previewFront', { params: { id: front }, body: { arrangement } }),
    placeholderData: (before) => before,
    retry: false,
  });
  const html = page.data?.html
    .replace(/<script\b[^>]*src=[^>]*><\/script>/g, '')
    .replace('<head>', '<head><base target="_blank">');
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      {page.isError && <p className="wrong">{t.previewOff}</p>}
      {html !== undefined && <iframe title={t.preview} sandbox="allow-same-origin" srcDoc={html} />}
    </section>
  );
}
