import { useState } from 'react';
import type { SiteAnswer } from '../../api/contract/arranging.ts';
import '../arranging/arranging.css';
import { FormFoot, SavedNotice } from '../arranging/form-foot.tsx';
import { ColourField } from '../arranging/colour-field.tsx';
import { DateFields } from '../arranging/date-fields.tsx';
import { LogoField } from '../arranging/logo-field.tsx';
import { SectionsForm } from '../arranging/sections-form.tsx';
import { fieldsOf, formOf, type SettingsForm } from '../arranging/settings-form.ts';
import { SocialFields } from '../arranging/social-fields.tsx';
import { useArrangingWords } from '../arranging/words.ts';
import { TextEntry } from '../pictures/text-entry.tsx';
import { useAnswer, useRefresh, useWords } from '../session.tsx';
import { Failure } from '../shell/awaiting.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { useKeptForm } from '../shell/kept-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';

/** Where a site has none of its own, what the style sheet has. */
const usualAccent = { light: '#9c1733', dark: '#e87f92' };

/** What the paper is called, how it looks and writes, and its sections. */
export function SiteSettings() {
  const { t, may, settings } = useArrangingWords();
  const { t: usual } = useWords();
  const answer = useAnswer('siteSettings', {});
  if (!may('put-site')) return <p>{usual.noRight}</p>;
  return (
    <>
      <div className="top">
        <h1>{t.title}</h1>
        <a className="quiet" href={settings.url}>
          {t.visit}
        </a>
      </div>
      {answer.data === undefined ? (
        <Failure error={answer.error} />
      ) : (
        <>
          <SettingsOf answer={answer.data} />
          <SectionsForm sections={answer.data.sections} />
        </>
      )}
    </>
  );
}

function SettingsOf({ answer }: { answer: SiteAnswer }) {
  const { t, ask } = useArrangingWords();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const { form, setForm, settle, dirty } = useKeptForm(answer.version, formOf(answer));
  const [saved, setSaved] = useState<{ before: SettingsForm } | 'undone'>();

  const put = (fields: Partial<SettingsForm>) => {
    setSaved(undefined);
    setForm({ ...form, ...fields });
  };
  const write = (wanted: SettingsForm) =>
    send(async () => {
      await ask('changeSite', {
        body: { expect: answer.version, fields: fieldsOf(wanted) as object },
      });
      settle();
      await refresh();
    });
  const save = async () => {
    const before = formOf(answer);
    if (await write(form)) setSaved({ before });
  };
  return (
    <form
      className="settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Unsaved dirty={dirty} />
      <fieldset>
        <legend>{t.identity}</legend>
        <div className="pair">
          <Field
            label={t.name}
            dir="auto"
            required
            maxLength={100}
            value={form.name}
            error={errors['fields.name']}
            onChange={({ target }) => put({ name: target.value })}
          />
          <Field
            label={t.tagline}
            dir="auto"
            maxLength={300}
            value={form.tagline}
            error={errors['fields.tagline']}
            onChange={({ target }) => put({ tagline: target.value })}
          />
          <Field
            label={t.founded}
            inputMode="numeric"
            value={form.founded}
            error={errors['fields.foundedYear']}
            onChange={({ target }) => put({ founded: target.value })}
          />
          <Field
            label={t.email}
            type="email"
            dir="ltr"
            maxLength={200}
            value={form.email}
            error={errors['fields.contact.email']}
            onChange={({ target }) => put({ email: target.value })}
          />
        </div>
        <TextEntry
          label={t.description}
          hint={t.descriptionHint}
          value={form.description}
          error={errors['fields.description']}
          onChange={(description) => put({ description })}
        />
        <LogoField name={form.name} value={form.logo} onChange={(logo) => put({ logo })} />
      </fieldset>
      <fieldset>
        <legend>{t.colours}</legend>
        <p className="meta">{t.coloursHint}</p>
        <label className="tick">
          <input
            type="checkbox"
            checked={form.accent !== null}
            onChange={({ target }) => put({ accent: target.checked ? usualAccent : null })}
          />
          {t.ownColour}
        </label>
        {form.accent !== null && (
          <div className="pair">
            {(['light', 'dark'] as const).map((theme) => (
              <ColourField
                key={theme}
                theme={theme}
                value={form.accent?.[theme] ?? ''}
                error={errors[`fields.accent.${theme}`]}
                onChange={(colour) => put({ accent: { ...(form.accent ?? usualAccent), [theme]: colour } })}
              />
            ))}
          </div>
        )}
      </fieldset>
      <fieldset>
        <legend>{t.dates}</legend>
        <DateFields form={form} errors={errors} onChange={put} />
      </fieldset>
      <fieldset>
        <legend>{t.social}</legend>
        <p className="meta">{t.socialHint}</p>
        <SocialFields accounts={form.social} errors={errors} onChange={(social) => put({ social })} />
      </fieldset>
      <fieldset>
        <legend>{t.about}</legend>
        {form.about === null ? (
          <p className="meta">{t.aboutElsewhere}</p>
        ) : (
          <TextEntry
            label={t.about}
            hint={t.aboutHint}
            rows={14}
            value={form.about}
            error={errors['fields.about']}
            onChange={(about) => put({ about })}
          />
        )}
      </fieldset>
      <FormFoot save={t.save} busy={busy} message={message}>
        <SavedNotice
          saved={saved}
          words={t}
          onUndo={(before) => void write(before).then((done) => done && setSaved('undone'))}
        />
      </FormFoot>
    </form>
  );
}
