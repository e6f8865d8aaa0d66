import '@carbon/styles/css/styles.min.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { allowMarkup, SignedIn } from '../../shared/react.tsx';
import { App } from './app.tsx';
import './carbon.css';

allowMarkup();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <SignedIn language="de">
      <App />
    </SignedIn>
  </StrictMode>,
);
