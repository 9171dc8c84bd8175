import { Link } from '@tanstack/react-router';
import { previewStrings } from '../../strings/preview.ts';
import { useSession } from '../session.tsx';
import { AssignmentPanel } from './assignment.tsx';
import { Discussion } from './discussion.tsx';
import { Revisions } from './revisions.tsx';
import type { SideProps } from './side-props.ts';
import { Workflow } from './workflow.tsx';

/** Beside the text: where the story stands and what may be done, and what it was before. */
export function EditorPanel(props: SideProps) {
  const { t, language, settings } = useSession();
  const { story } = props;
  const url = `${settings.url}/${story.id}`;
  return (
    <>
      <Workflow {...props} />
      <AssignmentPanel story={story} />
      <Discussion story={story.id} editor={props.editor} />
      <section>
        <Link to="/stories/$id/preview" params={{ id: String(story.id) }} preload={false} className="btn">
          {previewStrings[language].title}
        </Link>
      </section>
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
