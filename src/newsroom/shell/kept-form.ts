import { useEffect, useRef, useState } from 'react';

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Somebody else has saved meanwhile: what was not touched here is theirs, what was is ours, field by field; a list is one thing.
 */
export function merged<F extends object>(mine: F, before: F, theirs: F): F {
  if (Array.isArray(mine)) return same(mine, before) ? theirs : mine;
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])] as (keyof F)[];
  return Object.fromEntries(
    names.map((name) => [name, same(mine[name], before[name]) ? theirs[name] : mine[name]]),
  ) as F;
}

/** A form over what the server has: what comes from there while it is open never takes away what was typed. */
export function useKeptForm<F extends object>(version: unknown, theirs: F) {
  const [base, setBase] = useState({ version, form: theirs });
  const [form, put] = useState(theirs);
  const own = useRef(false);
  useEffect(() => {
    if (version === base.version) return;
    const saved = own.current;
    own.current = false;
    put((mine) => (saved ? theirs : merged(mine, base.form, theirs)));
    setBase({ version, form: theirs });
  }, [version]);
  return {
    form,
    setForm(changed: F) {
      own.current = false;
      put(changed);
    },
    /** It was saved: the next version is what became of it. */
    settle() {
      own.current = true;
    },
    dirty: !same(form, base.form),
  };
}
