import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { type MediaState, mediaStates } from '../../model/media-row.ts';
import type { Media } from '../../model/site.ts';
import { usePictureWords } from './words.ts';
import { Failure } from '../shell/awaiting.tsx';

const pageSize = 60;

/**
 * The library's pictures, the last brought in first, by words and state. `item` makes of each what can be done with it here: a
 * link to its page, or a button that chooses it.
 */
export function PictureGrid({ item }: { item(media: Media): ReactNode }) {
  const { t, ask } = usePictureWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<MediaState>();
  const words = useDeferredValue(typed.trim());
  const filter = { ...(words !== '' && { words }), ...(state !== undefined && { state }) };
  const list = useInfiniteQuery({
    queryKey: ['mediaLibrary', filter],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      ask('mediaLibrary', {
        query: { ...filter, limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) },
      }),
    getNextPageParam: ({ pictures }) => (pictures.length < pageSize ? undefined : pictures.at(-1)?.number),
    placeholderData: (before) => before,
  });
  const pictures = list.data?.pages.flatMap((page) => page.pictures) ?? [];
  const filtered = words !== '' || state !== undefined;
  return (
    <>
      <div className="refine" role="search">
        <label htmlFor={id} className="vh">
          {t.search}
        </label>
        <input
          id={id}
          type="search"
          dir="auto"
          placeholder={t.searchHint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <label>
          {t.show}{' '}
          <select
            value={state ?? ''}
            onChange={({ target }) =>
              setState(target.value === '' ? undefined : (target.value as MediaState))
            }
          >
            <option value="">{t.all}</option>
            {mediaStates.map((one) => (
              <option key={one} value={one}>
                {t[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Failure error={list.error} />
      {list.isSuccess && pictures.length === 0 && (
        <div className="empty" role="status">
          <p>{filtered ? t.nothingFound : t.empty}</p>
          {filtered ? (
            <button
              type="button"
              className="quiet"
              onClick={() => {
                setTyped('');
                setState(undefined);
              }}
            >
              {t.clearSearch}
            </button>
          ) : (
            <p className="meta">{t.emptyNext}</p>
          )}
        </div>
      )}
      <ul className="pictures">
        {pictures.map(({ media }) => (
          <li key={media.id}>{item(media)}</li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t.more}
        </button>
      )}
    </>
  );
}
