import { useState } from 'react';
import type { Story } from '../../model/story.ts';
import { deskWorkStrings } from '../../strings/desk-work.ts';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { DateField } from '../shell/date-field.tsx';
import { zoneName } from '../zones.ts';
import { Field, useSending } from '../shell/form.tsx';
import { Due } from './due.tsx';

/** Who has the story to write, until when and how it is wanted; given, changed and taken back. */
export function AssignmentPanel({ story: { id: story, section } }: { story: Pick<Story, 'id' | 'section'> }) {
  const { t, language, settings, ask, me } = useSession();
  const words = deskWorkStrings[language];
  const given = useAnswer('discussion', { params: { id: story } }).data?.assignment;
  const users = useAnswer('users', {}).data?.users.map(({ user }) => user) ?? [];
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const [open, setOpen] = useState(false);
  const zone = settings.timeZone;
  const put = (body: { user?: string; due?: { wall: string; zone: string }; brief?: string }) =>
    void send(async () => {
      await ask('assignStory', { params: { id: story }, body });
      await refresh();
      setOpen(false);
    });
  const reach = me.may['assign-story'];
  const mayAssign = reach === 'any' || (reach === 'sections' && me.user.sections.includes(section));
  return (
    <section aria-labelledby="assignment-title">
      <h2 id="assignment-title">{words.assignment}</h2>
      <p>
        {given === undefined ? words.nobody : fill(words.assignedTo, { name: given.name ?? words.somebody })}
      </p>
      {given?.dueAt !== undefined && <Due at={given.dueAt} />}
      {given?.brief !== undefined && <p dir="auto">{given.brief}</p>}
      {message}
      {mayAssign && (
        <div className="acts">
          <button type="button" className="btn" aria-expanded={open} onClick={() => setOpen(!open)}>
            {given === undefined ? words.assign : words.assignChange}
          </button>
          {given !== undefined && (
            <button type="button" className="btn" disabled={busy} onClick={() => put({})}>
              {words.unassign}
            </button>
          )}
        </div>
      )}
      {open && (
        <form
          className="step"
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            const text = (name: string) => String(data.get(name) ?? '').trim();
            put({
              user: text('user'),
              ...(text('due') !== '' && { due: { wall: text('due'), zone } }),
              ...(text('brief') !== '' && { brief: text('brief') }),
            });
          }}
          onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
        >
          <div className="entry">
            <label htmlFor="assignee">{words.assignee}</label>
            <select id="assignee" name="user" required defaultValue={given?.user ?? ''}>
              <option value="" disabled />
              {users
                .filter(({ suspended }) => suspended !== true)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          </div>
          <DateField
            label={words.due}
            hint={fill(words.dueHint, { zone: zoneName(zone, language) })}
            name="due"
            time
            past={1}
            error={errors['due.wall']}
          />
          <Field
            label={words.brief}
            name="brief"
            dir="auto"
            maxLength={2000}
            defaultValue={given?.brief}
            error={errors['brief']}
          />
          <div className="acts">
            <button type="submit" className="btn btn--main" disabled={busy}>
              {words.assign}
            </button>
            <button type="button" className="btn" onClick={() => setOpen(false)}>
              {t.cancel}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
