import { useState } from 'react';
import { cropAround } from '../../model/crop.ts';
import { type Crop, cropShapes, type CropShape, type Media } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import { middle, type Point } from './focus-point.tsx';
import { pictureAddress } from './thumb.tsx';
import { usePictureWords } from './words.ts';

type Crops = Partial<Record<CropShape, Crop | undefined>>;

interface CropsProps {
  media: Media;
  focus: Point | undefined;
  crops: Crops;
  readOnly: boolean;
  onChange(crops: Crops): void;
}

/** How pages cut the picture for each shape; each follows the focus until somebody sets it by hand. */
export function CropPreviews(props: CropsProps) {
  const { t } = usePictureWords();
  const [open, setOpen] = useState<CropShape>();
  return (
    <section className="crops" aria-label={t.crops}>
      <h2>{t.crops}</h2>
      <div className="crops-row">
        {cropShapes.map((shape) => (
          <Preview
            key={shape}
            {...props}
            shape={shape}
            open={open === shape}
            onOpen={() => setOpen(open === shape ? undefined : shape)}
          />
        ))}
      </div>
      {open !== undefined && <Adjust {...props} shape={open} />}
    </section>
  );
}

const whole: Crop = { x: 0, y: 0, width: 1, height: 1 };
const ofFocus = (media: Media, focus: Point | undefined, shape: CropShape) =>
  cropAround(focus ?? middle, shape, media.width / media.height) ?? whole;

function useShapeName() {
  const { t, figure } = usePictureWords();
  return (shape: CropShape) =>
    shape === 'r11'
      ? t.square
      : fill(t.ratio, { a: figure(shape === 'r32' ? 3 : 2), b: figure(shape === 'r32' ? 2 : 1) });
}

function Preview({
  media,
  focus,
  crops,
  readOnly,
  shape,
  open,
  onOpen,
}: CropsProps & { shape: CropShape; open: boolean; onOpen(): void }) {
  const { t } = usePictureWords();
  const name = useShapeName()(shape);
  const { x, y, width, height } = crops[shape] ?? ofFocus(media, focus, shape);
  return (
    <figure>
      <div className={`crop crop--${shape}`}>
        <img
          src={pictureAddress(media.id, '640.webp')}
          alt=""
          draggable={false}
          style={{
            width: `${100 / width}%`,
            height: `${100 / height}%`,
            left: `${(-100 * x) / width}%`,
            top: `${(-100 * y) / height}%`,
          }}
        />
      </div>
      <figcaption className="meta">
        {name}{' '}
        {!readOnly && (
          <button type="button" className="quiet" aria-expanded={open} onClick={onOpen}>
            {open ? t.adjustDone : t.adjust} <span className="vh">{name}</span>
          </button>
        )}
      </figcaption>
    </figure>
  );
}

/** Part of the largest possible that a cut may shrink to; smaller ones are too coarse to print. */
const leastSize = 0.3;

/** Where a shape's cut stands and how large it is, by three sliders. */
function Adjust({ media, focus, crops, shape, onChange }: CropsProps & { shape: CropShape }) {
  const { t } = usePictureWords();
  const largest = cropAround(middle, shape, media.width / media.height) ?? whole;
  const now = crops[shape] ?? ofFocus(media, focus, shape);
  const size = now.width / largest.width;
  const put = (next: Partial<Point> & { size?: number }) => {
    const scale = next.size ?? size;
    const width = largest.width * scale;
    const height = largest.height * scale;
    // Larger or smaller around its middle.
    const x = next.x === undefined ? now.x + (now.width - width) / 2 : next.x * (1 - width);
    const y = next.y === undefined ? now.y + (now.height - height) / 2 : next.y * (1 - height);
    const inside = (part: number, most: number) => Math.min(most, Math.max(0, part));
    onChange({ ...crops, [shape]: { x: inside(x, 1 - width), y: inside(y, 1 - height), width, height } });
  };
  const part = (at: number, extent: number) => (extent >= 1 ? 0.5 : at / (1 - extent));
  const slider = (label: string, value: number, change: (part: number) => void, least = 0, fixed = false) => (
    <label>
      {label}
      <input
        type="range"
        dir="ltr"
        min={least}
        max={100}
        disabled={fixed}
        value={Math.round(value * 100)}
        onChange={({ target }) => change(Number(target.value) / 100)}
      />
    </label>
  );
  const name = useShapeName()(shape);
  return (
    <fieldset className="sliders">
      <legend>{name}</legend>
      {slider(t.cropSize, size, (to) => put({ size: to }), leastSize * 100)}
      {slider(t.focusX, part(now.x, now.width), (x) => put({ x }), 0, now.width >= 1)}
      {slider(t.focusY, part(now.y, now.height), (y) => put({ y }), 0, now.height >= 1)}
      {crops[shape] !== undefined && (
        <button type="button" className="quiet" onClick={() => onChange({ ...crops, [shape]: undefined })}>
          {t.cropReset}
        </button>
      )}
    </fieldset>
  );
}
