import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';

/** The frame of every screen before one is in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="door">
      <Mark />
      <h1>{title}</h1>
      {children}
    </main>
  );
}
