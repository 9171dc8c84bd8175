import { lazy, Suspense } from 'react';
import type { Media } from '../../model/site.ts';

/** The library comes only when somebody chooses from it. */
const Picker = lazy(() => import('./picker.tsx').then(({ PicturePicker }) => ({ default: PicturePicker })));

/** Files to begin with; none at all: nothing is being chosen. */
export type Choosing = readonly File[] | undefined;

export function ChoosePicture({
  choosing,
  onChoose,
  onChooseMany,
  onClose,
}: {
  choosing: Choosing;
  onChoose(media: Media): void;
  /** Where several may be chosen; then one alone comes here too. */
  onChooseMany?: ((media: readonly Media[]) => void) | undefined;
  onClose(): void;
}) {
  if (choosing === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Picker
        files={choosing}
        onClose={onClose}
        onChoose={(media) => {
          onClose();
          onChoose(media);
        }}
        onChooseMany={
          onChooseMany &&
          ((media) => {
            onClose();
            onChooseMany(media);
          })
        }
      />
    </Suspense>
  );
}
