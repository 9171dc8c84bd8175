import { useState } from 'react';
import type { Name } from '../../api/contract/addresses.ts';
import type { Verb } from '../../commands/policy.ts';
import type { Schedule } from '../../model/schedule.ts';
import { fill } from '../../strings/strings.ts';
import { NotSaved, savedWithin } from '../editor/saved-within.ts';
import { useWords as useEditorWords } from '../editor/words.ts';
import { isOfPictures } from '../pictures/wanting.ts';
import { useRefresh, useSession } from '../session.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { Status } from '../shell/status.tsx';
import type { SideProps } from './side-props.ts';
import { useDueWords, WhenField } from './when-field.tsx';

/** A step of a story's life: what must be known for it, and whether the text goes along. */
interface Step {
  verb: Verb;
  name: Name;
  label: string;
  main?: boolean;
  asks?: 'reason' | 'time' | 'correction' | 'kill';
  /** The draft's text is saved as a revision first, or goes out with it. */
  text?: 'saved' | 'with';
}

/** Where the story stands, and the steps that whoever looks may take now. */
export function Workflow({ story, version, may, generation, connection, onSave, onFields }: SideProps) {
  const { t, ask, clock } = useSession();
  const due = useDueWords();
  const refresh = useRefresh();
  const { send, busy, message, errors, code } = useSending();
  const [open, setOpen] = useState<Step>();
  const [done, setDone] = useState<string>();
  const { t: editing } = useEditorWords();
  const [waiting, setWaiting] = useState(false);
  const [gaveUp, setGaveUp] = useState<NotSaved['reason']>();
  const published = story.status === 'published';
  const all: Step[] = [
    { verb: 'submit-story', name: 'submitStory', label: t.submit, main: true, text: 'saved' },
    { verb: 'approve-story', name: 'approveStory', label: t.approve, main: true, text: 'saved' },
    { verb: 'publish-story', name: 'publishStory', label: t.publish, main: true, text: 'with' },
    { verb: 'update-story', name: 'saveDraft', label: t.update, main: true },
    { verb: 'correct-story', name: 'correctStory', label: t.correct, asks: 'correction', text: 'with' },
    { verb: 'schedule-story', name: 'scheduleStory', label: t.schedule, asks: 'time', text: 'saved' },
    { verb: 'unschedule-story', name: 'unscheduleStory', label: t.unschedule },
    { verb: 'send-back-story', name: 'sendBackStory', label: t.sendBack, asks: 'reason' },
    { verb: 'unpublish-story', name: 'unpublishStory', label: t.unpublish },
    { verb: 'hold-story', name: 'holdStory', label: t.holdDo, asks: 'reason' },
    { verb: 'release-story', name: 'releaseStory', label: t.releaseDo },
    { verb: 'kill-story', name: 'killStory', label: t.kill, asks: 'kill' },
  ];
  const steps = all.filter(({ verb }) => may.includes(verb));

  /** Nothing is done with a text that has not arrived; what it waits for is said, and when it gives up. */
  const arrived = async () => {
    setGaveUp(undefined);
    setWaiting(true);
    try {
      await savedWithin(connection);
      return true;
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      setGaveUp(error.reason);
      return false;
    } finally {
      setWaiting(false);
    }
  };
  const take = async (step: Step, more: object = {}) => {
    if (!(await arrived())) return;
    const worked = await send(async () => {
      onFields({});
      let expect = version;
      const params = { id: story.id };
      if (step.text === 'saved' && may.includes('save-story'))
        ({ version: expect } = await ask('saveDraft', { params, body: { expect, generation } }));
      const text = step.text === 'with' || step.name === 'saveDraft' ? withDraft(step, generation) : {};
      // Each of these takes a story, a version and what the step asks for; which, the contract checks.
      await ask(step.name, { params, body: { expect, ...text, ...more } } as never);
      setDone(step.label);
      setOpen(undefined);
      await refresh();
    }, onFields);
    if (!worked) await refresh();
  };
  const idle = !busy && !waiting;

  return (
    <section aria-labelledby="flow-title">
      <h2 id="flow-title">
        {t.flow}{' '}
        <span>
          <Status status={story.status} held={story.legalHold === true} />
        </span>
      </h2>
      {story.schedule !== undefined && story.publishAt !== undefined && (
        <p className="meta">{due(story.publishAt, story.schedule)}</p>
      )}
      {published && story.updatedAt !== undefined && <p className="meta">{clock(story.updatedAt)}</p>}
      <div className="acts">
        {!published && may.includes('save-story') && (
          <button
            type="button"
            className="btn"
            disabled={!idle}
            onClick={() => void arrived().then((here) => here && onSave())}
          >
            {t.save}
          </button>
        )}
        {steps.map((step) => (
          <button
            key={step.verb}
            type="button"
            className={step.main === true ? 'btn btn--main' : 'btn'}
            disabled={!idle}
            aria-expanded={step.asks === undefined ? undefined : open?.verb === step.verb}
            onClick={() => {
              setDone(undefined);
              if (step.asks === undefined) void take(step);
              else setOpen(open?.verb === step.verb ? undefined : step);
            }}
          >
            {step.label}
          </button>
        ))}
      </div>
      {open !== undefined && (
        <StepForm
          key={open.verb}
          step={open}
          busy={!idle}
          errors={errors}
          onCancel={() => setOpen(undefined)}
          onDone={(more) => void take(open, more)}
        />
      )}
      {waiting && (
        <p role="status" className="meta">
          {editing.waitsForText}
        </p>
      )}
      {gaveUp !== undefined && (
        <p className="wrong" role="alert">
          {
            {
              waits: editing.gaveUpWaits,
              replaced: editing.gaveUpReplaced,
              refused: editing.gaveUpRefused,
            }[gaveUp]
          }
        </p>
      )}
      {code === 'conflict' ? (
        <p className="wrong" role="alert">
          {t.conflict}
        </p>
      ) : (
        (message ?? <InText errors={errors} />)
      )}
      {done !== undefined && <p role="status">{fill(t.done, { what: done })}</p>}
    </section>
  );
}

/** What is wrong in the text: said here in short, there at its field. */
function InText({ errors }: { errors: Readonly<Record<string, string>> }) {
  const said = new Set(
    Object.entries(errors).flatMap(([path, message]) => (isOfPictures({ [path]: '' }) ? [message] : [])),
  );
  if (said.size === 0) return null;
  return (
    <div className="wrong" role="alert">
      {[...said].map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}

/** What a step sends of the draft: its generation; the server takes the text from it. */
const withDraft = (step: Step, generation: number) =>
  step.name === 'saveDraft' ? { generation } : { draft: generation };

function StepForm({
  step,
  busy,
  errors,
  onDone,
  onCancel,
}: {
  step: Step;
  busy: boolean;
  errors: Readonly<Record<string, string>>;
  onDone(more: object): void;
  onCancel(): void;
}) {
  const { t } = useSession();
  const [at, setAt] = useState<Schedule>();
  return (
    <form
      className="step"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => String(form.get(name) ?? '').trim();
        if (step.asks === 'time') {
          if (at !== undefined) onDone({ at });
        } else if (step.asks === 'correction') onDone({ text: text('text') });
        else if (step.asks === 'kill')
          onDone({ reason: text('reason'), ...(text('notice') !== '' && { notice: text('notice') }) });
        else onDone({ reason: text('reason') });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {step.asks === 'time' && (
        <WhenField label={t.when} error={errors['at.wall']} required autoFocus onChange={setAt} />
      )}
      {step.asks === 'correction' && (
        <Field
          label={t.correctionText}
          hint={t.correctionHint}
          name="text"
          required
          autoFocus
          error={errors['text']}
        />
      )}
      {(step.asks === 'reason' || step.asks === 'kill') && (
        <Field
          label={t.reason}
          hint={t.reasonHint}
          name="reason"
          required
          autoFocus
          error={errors['reason']}
        />
      )}
      {step.asks === 'kill' && <Field label={t.noticeText} name="notice" error={errors['notice']} />}
      <div className="acts">
        <button type="submit" className="btn btn--main" disabled={busy}>
          {step.label}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
