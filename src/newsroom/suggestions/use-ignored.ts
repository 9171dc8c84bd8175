import { useEffect, useMemo, useState } from 'react';
import { ignoredName } from '../../editing/schema.ts';
import type { DraftConnection } from '../editor/draft-connection.ts';

/** Keys of suggestions that were ignored in this story, by anybody on any device: the draft carries them. */
export function useIgnored({ doc }: DraftConnection) {
  const map = useMemo(() => doc.getMap<true>(ignoredName), [doc]);
  const [ignored, setIgnored] = useState<ReadonlySet<string>>(() => new Set(map.keys()));
  useEffect(() => {
    const look = () => setIgnored(new Set(map.keys()));
    look();
    map.observe(look);
    return () => map.unobserve(look);
  }, [map]);
  return {
    ignored,
    ignore: (key: string) => void map.set(key, true),
    showAgain: (keys: readonly string[]) =>
      doc.transact(() => {
        for (const key of keys) map.delete(key);
      }),
  };
}
