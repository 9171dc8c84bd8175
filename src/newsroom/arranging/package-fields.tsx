import type { Arrangement } from '../../model/site.ts';
import { Field } from '../shell/form.tsx';
import { useFrontWords } from './front-words.ts';
import { FillFields } from './fill-fields.tsx';

type Package = Arrangement['packages'][number];
const kinds = ['trio', 'dossier', 'opinion', 'gallery'] as const;

/** What a package is, what it is called, and what fills it up. */
export function PackageFields({
  item,
  topics,
  onChange,
  onRemove,
}: {
  item: Package;
  /** Names of topics by id, as far as the server gave them. */
  topics: Readonly<Record<string, string>>;
  onChange(item: Package): void;
  onRemove(): void;
}) {
  const { t } = useFrontWords();
  const { fill, title, summary, ...rest } = item;
  const put = (fields: {
    title?: string | undefined;
    summary?: string | undefined;
    fill?: Package['fill'];
  }) => {
    const all = { title, summary, fill, ...fields };
    onChange({
      ...rest,
      ...(all.title !== undefined && all.title !== '' && { title: all.title }),
      ...(all.summary !== undefined && all.summary !== '' && { summary: all.summary }),
      ...(all.fill !== undefined && { fill: all.fill }),
    });
  };
  return (
    <div className="line">
      <label className="entry short">
        <span>{t.packages}</span>
        <select
          value={item.kind}
          onChange={({ target }) => onChange({ ...item, kind: target.value as Package['kind'] })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t[`kind-${kind}`]}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={t.packageTitle}
        dir="auto"
        maxLength={200}
        value={title ?? ''}
        onChange={({ target }) => put({ title: target.value })}
      />
      {item.kind === 'dossier' && (
        <Field
          label={t.packageSummary}
          dir="auto"
          maxLength={1000}
          value={summary ?? ''}
          onChange={({ target }) => put({ summary: target.value })}
        />
      )}
      <FillFields fill={fill} topics={topics} onChange={(changed) => put({ fill: changed })} />
      {fill !== undefined && (
        <Field
          label={t.fillMost}
          type="number"
          min={1}
          max={12}
          value={fill.most}
          onChange={({ target }) =>
            put({ fill: { ...fill, most: Math.min(12, Math.max(1, Number(target.value) || 1)) } })
          }
        />
      )}
      <button type="button" className="quiet" onClick={onRemove}>
        {t.removePackage}
      </button>
    </div>
  );
}
