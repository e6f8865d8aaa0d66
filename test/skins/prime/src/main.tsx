import { PrimeReactProvider } from 'primereact/api';
import 'primeicons/primeicons.css';
import 'primereact/resources/themes/lara-light-teal/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { allowMarkup, pageNonce, SignedIn } from '../../shared/react.tsx';
import { App } from './app.tsx';
import './prime.css';

allowMarkup();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <PrimeReactProvider value={{ nonce: pageNonce, ripple: false }}>
      <SignedIn language="en">
        <App />
      </SignedIn>
    </PrimeReactProvider>
  </StrictMode>,
);
