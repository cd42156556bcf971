import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@fontsource-variable/golos-text';
import './ui/page.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './platform/language.tsx';
import { queryClient } from './platform/query-client.ts';
import { reloadAfterUpdate } from './platform/reload-after-update.ts';
import { router } from './router.tsx';
import { theme } from './ui/theme.ts';

/** The server's policy lets in only style elements that carry it; the dialogs' scroll lock reads it from the global name. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
Object.assign(window, { __webpack_nonce__: nonce });

window.addEventListener('vite:preloadError', () =>
  reloadAfterUpdate({
    now: Date.now(),
    storage: window.sessionStorage,
    reload: () => window.location.reload(),
  }),
);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}
