import './boot/antd.css';
import { keepReadable } from '@yilu/platform/web';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { Face } from './shell/face.tsx';
import { keepOffline } from './shell/keep-offline.ts';
import { readableOffline } from './shell/readable-offline.ts';

// The page's policy forbids making code from text; without this zod tries, and the browser reports it.
config({ jitless: true });

keepReadable(readableOffline);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// As a transition, so that the browser gets a breath between the parts of the first drawing.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <Face />
    </StrictMode>,
  ),
);
keepOffline();
