import { useEffect, useState } from 'react';
import type * as Y from 'yjs';

/** A value of the shared map, and whoever changes it. */
export function useValue(values: Y.Map<unknown>, name: string): unknown {
  const [value, setValue] = useState(() => values.get(name));
  useEffect(() => {
    const look = () => setValue(values.get(name));
    look();
    values.observe(look);
    return () => values.unobserve(look);
  }, [values, name]);
  return value;
}
