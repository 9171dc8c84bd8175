import { fill } from '../strings/strings.ts';

/** Between two lines where there is no terminal to draw on: often enough to see that it lives. */
const plainEveryMs = 3000;
const drawnEveryMs = 100;

/** A line of progress on standard error: redrawn in a terminal, printed now and then elsewhere. */
export function progressLine(text: (done: number, total: number) => string): {
  show(done: number, total: number): void;
  end(): void;
} {
  const drawn = process.stderr.isTTY;
  let last = 0;
  return {
    show(done, total) {
      const now = Date.now();
      if (now - last < (drawn ? drawnEveryMs : plainEveryMs)) return;
      last = now;
      process.stderr.write(drawn ? `\r\x1b[2K${text(done, total)}` : `${text(done, total)}\n`);
    },
    end() {
      if (drawn) process.stderr.write('\r\x1b[2K');
    },
  };
}

/** As `progressLine`, of a text with `{percent}`. */
export const percentLine = (text: string) =>
  progressLine((done, total) => fill(text, { percent: Math.floor((done / Math.max(1, total)) * 100) }));
