import { type PointerEvent, type RefObject, useRef } from 'react';

/** So near to the window's edge, in pixels, the page begins to move under the finger. */
const edge = 64;
const stepPerMove = 12;

interface Steps {
  start(at: number): void;
  over(at: number): void;
  drop(from: number, to: number): void;
  /** Whether it was dropped or not. */
  end(): void;
}

/**
 * Dragging the rows of a list with a finger or a pen, for which browsers have no drag of their own; a mouse is left to
 * theirs. The handle must have `touch-action: none`.
 * @returns the handlers of a row's handle.
 */
export function useTouchDrag(list: RefObject<HTMLElement | null>, steps: Steps) {
  const held = useRef<{ pointer: number; from: number; to: number }>(undefined);
  const rowAt = ({ clientX, clientY }: PointerEvent) => {
    const under = document.elementFromPoint(clientX, clientY);
    return [...(list.current?.children ?? [])].findIndex((row) => row.contains(under));
  };
  const end = (event: PointerEvent, dropped: boolean) => {
    if (held.current?.pointer !== event.pointerId) return;
    const { from, to } = held.current;
    held.current = undefined;
    if (dropped) steps.drop(from, to);
    steps.end();
  };
  return (at: number) => ({
    onPointerDown(event: PointerEvent) {
      if (event.pointerType === 'mouse' || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { pointer: event.pointerId, from: at, to: at };
      steps.start(at);
    },
    onPointerMove(event: PointerEvent) {
      if (held.current?.pointer !== event.pointerId) return;
      if (event.clientY < edge) scrollBy(0, -stepPerMove);
      else if (event.clientY > innerHeight - edge) scrollBy(0, stepPerMove);
      const row = rowAt(event);
      if (row === -1 || row === held.current.to) return;
      held.current.to = row;
      steps.over(row);
    },
    onPointerUp: (event: PointerEvent) => end(event, true),
    onPointerCancel: (event: PointerEvent) => end(event, false),
    // A long press would begin the browser's own drag.
    onContextMenu: (event: { preventDefault(): void }) => held.current && event.preventDefault(),
  });
}
