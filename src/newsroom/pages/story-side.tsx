import type { Verb } from '../../commands/policy.ts';
import type { Story } from '../../model/story.ts';
import type { DraftConnection } from '../editor/draft-connection.ts';
import { useSession } from '../session.tsx';
import { Revisions } from './revisions.tsx';
import { Workflow } from './workflow.tsx';

export interface SideProps {
  story: Story;
  version: number;
  may: readonly Verb[];
  generation: number;
  connection: DraftConnection;
  /** A revision of what the draft says now. */
  onSave(): Promise<boolean>;
}

/** Beside the text: where the story stands and what may be done, and what it was before. */
export function EditorPanel(props: SideProps) {
  const { t, settings } = useSession();
  const { story } = props;
  const url = `${settings.url}/${story.id}`;
  return (
    <>
      <Workflow {...props} />
      {story.status === 'published' && (
        <section>
          <a href={url} target="_blank" rel="noopener">
            {t.onSite} <bdi dir="ltr">{new URL(url).host}</bdi>
          </a>
        </section>
      )}
      <Revisions story={story} version={props.version} may={props.may} />
    </>
  );
}
