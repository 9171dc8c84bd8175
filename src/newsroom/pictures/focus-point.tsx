import { type KeyboardEvent, type PointerEvent, useId } from 'react';
import type { Media } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import { pictureAddress } from './thumb.tsx';
import { usePictureWords } from './words.ts';

export interface Point {
  x: number;
  y: number;
}
export const middle: Point = { x: 0.5, y: 0.5 };
const within = (part: number) => Math.min(1, Math.max(0, Math.round(part * 1000) / 1000));

/**
 * The picture with the point that must stay in view: set by a click or a finger, moved by the arrows (Shift: in larger steps), or
 * by two sliders, which every assistive device knows. Left and right are those of the picture, in any language.
 */
export function FocusPoint({
  media,
  point,
  readOnly,
  onChange,
}: {
  media: Media;
  point: Point | undefined;
  readOnly: boolean;
  onChange(point: Point | undefined): void;
}) {
  const { t, figure } = usePictureWords();
  const id = useId();
  const at = point ?? middle;
  const percent = (part: number) => figure(Math.round(part * 100));
  const put = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onChange({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 0.1 : 0.01;
    const by = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onChange({ x: within(at.x + (by[0] ?? 0)), y: within(at.y + (by[1] ?? 0)) });
  };
  const slider = (axis: 'x' | 'y', label: string) => (
    <label>
      {label}
      <input
        type="range"
        dir="ltr"
        min={0}
        max={100}
        value={Math.round(at[axis] * 100)}
        aria-valuetext={`${percent(at[axis])}٪`}
        onChange={({ target }) => onChange({ ...at, [axis]: within(Number(target.value) / 100) })}
      />
    </label>
  );
  return (
    <>
      <div
        className="focus-picture"
        onPointerDown={(event) => {
          if (readOnly) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          put(event);
        }}
        onPointerMove={(event) => {
          if (!readOnly && event.currentTarget.hasPointerCapture(event.pointerId)) put(event);
        }}
      >
        <img
          src={pictureAddress(media.id, '960.webp')}
          alt={media.alt}
          width={media.width}
          height={media.height}
          draggable={false}
        />
        {!readOnly && (
          <button
            type="button"
            className="focus-mark"
            aria-label={fill(t.focusAt, { x: percent(at.x), y: percent(at.y) })}
            aria-describedby={`${id}-hint`}
            style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
            onKeyDown={onKeyDown}
          />
        )}
      </div>
      {!readOnly && (
        <fieldset className="sliders">
          <legend className="vh">{t.focus}</legend>
          <p className="meta" id={`${id}-hint`}>
            {t.focusHint}
          </p>
          {slider('x', t.focusX)}
          {slider('y', t.focusY)}
          {point !== undefined && (
            <button type="button" className="quiet" onClick={() => onChange(undefined)}>
              {t.focusReset}
            </button>
          )}
        </fieldset>
      )}
    </>
  );
}
