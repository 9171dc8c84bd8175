import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import './sortable.css';
import { useTouchDrag } from './touch-drag.ts';
import { useArrangingWords } from './words.ts';

/** The list with one item at another place; the places of the others close up. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, i) => i !== from);
  const item = items[from];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * A list that is put in order: by drag with a mouse or a finger, by two buttons at each row (which a switch can press too),
 * and by the arrow keys while one of them is in focus. What moved where is said aloud.
 */
export function Sortable<T>({
  items,
  keyOf,
  nameOf,
  label,
  children,
  onChange,
}: {
  items: readonly T[];
  keyOf(item: T, i: number): string;
  nameOf(item: T): string;
  label: string;
  children(item: T, i: number): ReactNode;
  onChange(items: T[]): void;
}) {
  const { t, figure } = useArrangingWords();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const [said, setSaid] = useState('');
  /** The row and the button that were used: focus follows the row. */
  const wanted = useRef<{ at: number; step: -1 | 1 }>(undefined);

  useEffect(() => {
    if (wanted.current === undefined) return;
    const { at, step } = wanted.current;
    wanted.current = undefined;
    const buttons = list.current?.children[at]?.querySelectorAll<HTMLButtonElement>('.move button');
    const [up, down] = buttons ?? [];
    const [first, second] = step === -1 ? [up, down] : [down, up];
    (first?.disabled === false ? first : second)?.focus();
  });

  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || from === to || to < 0 || to >= items.length) return;
    onChange(moved(items, from, to));
    setSaid(fill(t.moved, { name: nameOf(item), n: figure(to + 1), total: figure(items.length) }));
  };
  const step = (from: number, by: -1 | 1) => {
    wanted.current = { at: from + by, step: by };
    move(from, from + by);
  };
  const letGo = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const touch = useTouchDrag(list, { start: setDragged, over: setOver, drop: move, end: letGo });
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (by === undefined || at + by < 0 || at + by >= items.length) return;
    event.preventDefault();
    step(at, by);
  };
  return (
    <>
      <ol className="sortable" ref={list} aria-label={label} hidden={items.length === 0}>
        {items.map((item, i) => (
          <li
            key={keyOf(item, i)}
            data-dragged={dragged === i || undefined}
            data-over={
              (over === i && dragged !== undefined && dragged !== i && (dragged < i ? 'after' : 'before')) ||
              undefined
            }
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(i);
            }}
            onDrop={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              event.stopPropagation();
              move(dragged, i);
              letGo();
            }}
          >
            <span
              className="grip"
              draggable
              aria-hidden="true"
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', nameOf(item));
                setDragged(i);
              }}
              onDragEnd={letGo}
              {...touch(i)}
            >
              <svg viewBox="0 0 10 16">
                <path
                  d="M2 2h2v2H2zM6 2h2v2H6zM2 7h2v2H2zM6 7h2v2H6zM2 12h2v2H2zM6 12h2v2H6z"
                  fill="currentColor"
                />
              </svg>
            </span>
            <div className="sorted">{children(item, i)}</div>
            <span className="move">
              <button
                type="button"
                aria-label={fill(t.moveUp, { name: nameOf(item) })}
                disabled={i === 0}
                onClick={() => step(i, -1)}
                onKeyDown={(event) => onKeyDown(event, i)}
              >
                <Arrow up />
              </button>
              <button
                type="button"
                aria-label={fill(t.moveDown, { name: nameOf(item) })}
                disabled={i === items.length - 1}
                onClick={() => step(i, 1)}
                onKeyDown={(event) => onKeyDown(event, i)}
              >
                <Arrow />
              </button>
            </span>
          </li>
        ))}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
    </>
  );
}

function Arrow({ up = false }: { up?: boolean }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <path
        d={up ? 'M7 12V2M2.5 6.5 7 2l4.5 4.5' : 'M7 2v10M2.5 7.5 7 12l4.5-4.5'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      />
    </svg>
  );
}
