import type { Crop, CropShape, Media } from './site.ts';

/** Width over height of each shape. */
export const shapeRatios: Readonly<Record<CropShape, number>> = { r32: 1.5, r21: 2, r11: 1 };

/** A picture that is of the shape to within a thousandth is not cut. */
const near = 0.001;

/**
 * What of a picture stands in a shape: what an editor cut out for it, else the largest part of that shape with the focus in
 * its middle, as far as the picture reaches.
 *
 * @returns undefined where nothing was decided (the page shows the middle) and for a drawing, which has no pixels to cut.
 */
export function cropFor(
  { crops, focus, width, height, mime }: Pick<Media, 'crops' | 'focus' | 'width' | 'height' | 'mime'>,
  shape: CropShape,
): Crop | undefined {
  if (mime === 'image/svg+xml') return undefined;
  return crops?.[shape] ?? (focus && cropAround(focus, shape, width / height));
}

/** The largest part of a shape with a point in its middle, as far as the picture (of that width over height) reaches. */
export function cropAround(
  focus: { x: number; y: number },
  shape: CropShape,
  pictureRatio: number,
): Crop | undefined {
  const ratio = shapeRatios[shape] / pictureRatio;
  if (Math.abs(ratio - 1) < near) return undefined;
  const width = Math.min(1, ratio);
  const height = Math.min(1, 1 / ratio);
  const within = (middle: number, size: number) => Math.min(1 - size, Math.max(0, middle - size / 2));
  return { x: within(focus.x, width), y: within(focus.y, height), width, height };
}
