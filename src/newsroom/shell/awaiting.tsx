import { useWords } from '../session.tsx';

/** Why something did not come; nothing where it may still come. */
export function Failure({ error }: { error: Error | null }) {
  const { explain } = useWords();
  if (error === null) return null;
  return (
    <p className="wrong" role="alert">
      {explain(error)}
    </p>
  );
}

/** In the place of what is on its way: that it is, or why it did not come. */
export function Awaiting({ error }: { error: Error | null }) {
  const { t } = useWords();
  return error === null ? <p className="wait">{t.loading}</p> : <Failure error={error} />;
}
