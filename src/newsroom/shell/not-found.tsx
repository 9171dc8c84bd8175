import { Link } from '@tanstack/react-router';
import { useWords } from '../session.tsx';

export function NotFound() {
  const { t } = useWords();
  return (
    <main id="main" className="wait">
      <h1>{t.notFound}</h1>
      <Link to="/" className="btn btn--main">
        {t.backToDesk}
      </Link>
    </main>
  );
}
