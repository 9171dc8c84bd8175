import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The editors' pages: one document, files named by their content, each screen in a file of its own. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/newsroom/',
  plugins: [react()],
  build: {
    outDir: '../../.newsroom',
    emptyOutDir: true,
    // Inlined files would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
});
