import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Face } from './shell/face.tsx';
import { keepOffline } from './shell/keep-offline.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Face />
  </StrictMode>,
);
keepOffline();
