import { type SocialNetwork, socialNames } from '../../model/social.ts';
import { Field } from '../shell/form.tsx';
import type { SettingsForm } from './settings-form.ts';
import { Sortable } from './sortable.tsx';
import { useArrangingWords } from './words.ts';

type Account = SettingsForm['social'][number];

/** Accounts on networks, in the order in which readers find them; each network once. */
export function SocialFields({
  accounts,
  errors,
  onChange,
}: {
  accounts: readonly Account[];
  errors: Readonly<Record<string, string>>;
  onChange(accounts: Account[]): void;
}) {
  const { t } = useArrangingWords();
  const free = socialNames.filter((name) => !accounts.some(({ network }) => network === name));
  return (
    <>
      <Sortable
        items={accounts}
        label={t.social}
        keyOf={({ network }) => network}
        nameOf={({ network }) => t[`network-${network}`]}
        onChange={onChange}
      >
        {(account, i) => (
          <div className="line">
            <Field
              label={t[`network-${account.network}`]}
              dir="ltr"
              required
              value={account.handle}
              error={errors[`fields.social.${i}.handle`]}
              onChange={({ target }) =>
                onChange(accounts.map((one, at) => (at === i ? { ...one, handle: target.value } : one)))
              }
            />
            <button
              type="button"
              className="quiet"
              onClick={() => onChange(accounts.filter((_, at) => at !== i))}
            >
              {t.remove} <span className="vh">{t[`network-${account.network}`]}</span>
            </button>
          </div>
        )}
      </Sortable>
      {free.length > 0 && (
        <label className="pick">
          <span className="vh">{t.socialAdd}</span>
          <select
            value=""
            onChange={({ target }) =>
              onChange([...accounts, { network: target.value as SocialNetwork, handle: '' }])
            }
          >
            <option value="">{t.socialAdd}</option>
            {free.map((network) => (
              <option key={network} value={network}>
                {t[`network-${network}`]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
