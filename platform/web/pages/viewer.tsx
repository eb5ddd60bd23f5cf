import { createContext, type ReactNode, use, useCallback } from 'react';
import type { Permission } from '../../contract/index.ts';

/** Who looks at the page. The face's shell fills it from the signed-in account. */
export interface Viewer {
  readonly accountId: string;
  readonly name: string;
  /** One line under the name: role and reach, 管家 · 268 户. */
  readonly note: string;
  readonly permissions: ReadonlySet<string>;
  /** The projects in reach. */
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  /** The project chosen in the switcher; undefined = all in reach. */
  readonly projectId: string | undefined;
  /** The same for lists: undefined also for whoever has one project only, as there is nothing to leave out. */
  readonly narrowedTo: string | undefined;
  readonly chooseProject: (projectId: string | undefined) => void;
}

const Viewing = createContext<Viewer | undefined>(undefined);

export function ViewerProvider({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  return <Viewing value={viewer}>{children}</Viewing>;
}

export function useViewer(): Viewer {
  const viewer = use(Viewing);
  if (!viewer) throw new Error('nobody is signed in here');
  return viewer;
}

/** `const may = useMay(); may(editPeople) && <Button …>`. The server decides again. */
export function useMay(): (permission: Permission) => boolean {
  const viewer = use(Viewing);
  return useCallback((permission) => viewer?.permissions.has(permission.id) ?? false, [viewer]);
}

/** The project chosen in the switcher, for lists; undefined = all in reach. */
export function useProjectId(): string | undefined {
  return useViewer().projectId;
}

/** What lists are narrowed to. It is known before the projects' names are, and so is a list's first page. */
export function useNarrowing(): string | undefined {
  return useViewer().narrowedTo;
}
