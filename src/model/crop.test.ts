import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropAround, cropFor, shapeRatios } from './crop.ts';
import { cropShapes } from './site.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });

test('a cut has its shape, lies in the picture, is as large as it can be, and has the focus in it', () => {
  fc.assert(
    fc.property(
      part,
      part,
      fc.constantFrom(...cropShapes),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (x, y, shape, ratio) => {
        const cut = cropAround({ x, y }, shape, ratio);
        if (cut === undefined) {
          expect(ratio).toBeCloseTo(shapeRatios[shape], 1);
          return;
        }
        expect((cut.width * ratio) / cut.height).toBeCloseTo(shapeRatios[shape], 6);
        expect(Math.max(cut.width, cut.height)).toBe(1);
        for (const [at, from, size] of [
          [x, cut.x, cut.width],
          [y, cut.y, cut.height],
        ] as const) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from + size).toBeLessThanOrEqual(1.000001);
          expect(at).toBeGreaterThanOrEqual(from - 1e-9);
          expect(at).toBeLessThanOrEqual(from + size + 1e-9);
        }
      },
    ),
  );
});

test('what an editor cut out stands before the focus; a drawing is never cut', () => {
  const media = { width: 900, height: 600, mime: 'image/jpeg', focus: { x: 1, y: 0 } } as const;
  const crop = { x: 0, y: 0, width: 0.5, height: 0.75 };
  expect(cropFor({ ...media, crops: { r11: crop } }, 'r11')).toEqual(crop);
  expect(cropFor(media, 'r11')).toEqual({ x: 1 - 2 / 3, y: 0, width: 2 / 3, height: 1 });
  expect(cropFor(media, 'r32')).toBeUndefined();
  expect(cropFor({ ...media, focus: undefined }, 'r11')).toBeUndefined();
  expect(cropFor({ ...media, mime: 'image/svg+xml' }, 'r11')).toBeUndefined();
});
