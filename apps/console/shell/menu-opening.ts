import { createContext } from 'react';

/** Whether the command menu is open; the shell shows it, pages and the search box open it. */
export const MenuOpening = createContext<{ readonly isOpen: boolean; readonly setOpen: (open: boolean) => void }>({
  isOpen: false,
  setOpen: () => {},
});
