import { useId, useState } from 'react';
import type * as Y from 'yjs';
import { type Picture, picture as pictureSchema } from '../../model/block.ts';
import { useValue } from '../editor/use-value.ts';
import { ChoosePicture, type Choosing } from './choose-picture.tsx';
import { StoryPicture } from './story-picture.tsx';
import { usePictureWords } from './words.ts';

/** The story's main picture: a value of the draft, the same for all who have it open. */
export function LeadPicture({ values, readOnly }: { values: Y.Map<unknown>; readOnly: boolean }) {
  const { t } = usePictureWords();
  const id = useId();
  const [choosing, setChoosing] = useState<Choosing>();
  const [taken, setTaken] = useState<Picture>();
  const lead = pictureSchema.safeParse(useValue(values, 'lead')).data;
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <div className="lab">
        <span id={id}>{t.lead}</span>
      </div>
      <div>
        {lead !== undefined ? (
          <StoryPicture
            picture={lead}
            readOnly={readOnly}
            onChange={(picture) => values.set('lead', picture)}
            onReplace={() => setChoosing([])}
            onRemove={() => {
              setTaken(lead);
              values.delete('lead');
            }}
          />
        ) : (
          !readOnly && (
            <>
              <button type="button" className="btn" onClick={() => setChoosing([])}>
                {t.choose}
              </button>{' '}
              {taken !== undefined && (
                <button type="button" className="quiet" onClick={() => values.set('lead', taken)}>
                  {t.undo}
                </button>
              )}
            </>
          )
        )}
        <ChoosePicture
          choosing={choosing}
          onClose={() => setChoosing(undefined)}
          onChoose={(media) => values.set('lead', { media: media.id })}
        />
      </div>
    </div>
  );
}
