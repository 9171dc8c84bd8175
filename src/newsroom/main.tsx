import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.tsx';
import { rememberedLanguage, WordsContext, wordsFor } from './session.tsx';
import { applyTheme } from './shell/theme.ts';
import './styles/newsroom.css';

applyTheme();
const language = rememberedLanguage();
document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';

function App() {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 5000 } } }));
  return (
    <QueryClientProvider client={queries}>
      <WordsContext value={wordsFor(language)}>
        <RouterProvider router={router} />
      </WordsContext>
    </QueryClientProvider>
  );
}

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
