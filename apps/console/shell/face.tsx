import { RouterProvider } from '@tanstack/react-router';
import { Asking, AuditWordsProvider, CommandsProvider, PanelsProvider, Theme, ToastProvider } from '@yilu/platform/web';
import { useMemo, useState } from 'react';
import { auditWords, commands, panels, searches } from '../capabilities.ts';
import { MenuOpening } from './menu-opening.ts';
import { makeRouter } from './router.tsx';

const router = makeRouter();

/** The whole console: what every page may lean on, around the routes. */
export function Face() {
  const [menuIsOpen, setMenuOpen] = useState(false);
  const opening = useMemo(() => ({ isOpen: menuIsOpen, setOpen: setMenuOpen }), [menuIsOpen]);
  const offered = useMemo(() => ({ commands, searches, openMenu: () => setMenuOpen(true) }), []);
  return (
    <Asking>
      <Theme>
        <ToastProvider>
          <PanelsProvider panels={panels}>
            <CommandsProvider offered={offered}>
              <AuditWordsProvider words={auditWords}>
                <MenuOpening value={opening}>
                  <RouterProvider router={router} />
                </MenuOpening>
              </AuditWordsProvider>
            </CommandsProvider>
          </PanelsProvider>
        </ToastProvider>
      </Theme>
    </Asking>
  );
}
