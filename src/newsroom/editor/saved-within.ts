import type { DraftConnection } from './draft-connection.ts';

/** What is done with a text waits so long for it to be committed; a slow line needs seconds, one that is away does not come. */
const mostWaitMs = 20_000;

/** The text has not arrived: the line is away (`waits`), or the draft takes nothing any more. */
export class NotSaved extends Error {
  readonly reason: 'waits' | 'replaced' | 'refused';

  constructor(reason: NotSaved['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Resolves when everything typed so far is committed. @throws NotSaved, after twenty seconds at the latest. */
export async function savedWithin(connection: DraftConnection, ms = mostWaitMs): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotSaved('waits')), ms);
  });
  const saved = connection.saved().catch(() => {
    throw new NotSaved(connection.snapshot().state === 'replaced' ? 'replaced' : 'refused');
  });
  try {
    await Promise.race([saved, late]);
  } finally {
    clearTimeout(timer);
  }
}
