/** React with Mantine, in French: menus of icons, a modal that only asks, a drawer with chips of workspaces, a list in a portal. */
import { nonce } from '../../shared/strict-page.ts';
import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignedIn } from '../../shared/react.tsx';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider getStyleNonce={() => nonce}>
      <SignedIn language="fr">
        <App />
      </SignedIn>
    </MantineProvider>
  </StrictMode>,
);
