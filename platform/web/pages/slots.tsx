import { type ComponentType, createContext, type ReactNode, use, useMemo } from 'react';
import type { Permission } from '../../contract/index.ts';
import { Fetched, fetchedBy } from '../kit/later.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { PanelBoundary } from '../kit/panel-boundary.tsx';
import { useMay } from './viewer.tsx';

/** A place on a page where other capabilities put panels of their own; `Props` is what the page tells them. */
export interface PanelSlotKind<Props extends object> {
  readonly name: string;
  readonly with: (panel: PanelOf<Props>) => Panel;
}

export interface PanelOf<Props extends object> {
  /** Smaller comes first. */
  readonly order: number;
  /** A panel that a role may never see is absent without a hole. */
  readonly permission?: Permission;
  readonly load: () => Promise<ComponentType<Props>>;
}

export interface Panel {
  readonly slot: string;
  readonly order: number;
  readonly permission: Permission | undefined;
  readonly fetched: () => ComponentType<object>;
}

/** `export const customerRail = panelSlot<{ personId: string }>('customers.rail')`. */
export function panelSlot<Props extends object>(name: string): PanelSlotKind<Props> {
  return {
    name,
    with: ({ order, permission, load }) => ({
      slot: name,
      order,
      permission,
      fetched: fetchedBy(load as () => Promise<ComponentType<object>>),
    }),
  };
}

/** The bell, beside who is signed in and in the head of Today on a telephone. */
export const noticePanels = panelSlot<object>('shell.notices');

const Panels = createContext<readonly Panel[]>([]);

export function PanelsProvider({
  panels,
  children,
}: {
  readonly panels: readonly Panel[];
  readonly children: ReactNode;
}) {
  return <Panels value={panels}>{children}</Panels>;
}

interface PanelSlotOwn<Props extends object> {
  readonly slot: PanelSlotKind<Props>;
  /** In place of a panel whose code is on its way: a skeleton, or `null` in a line that may not grow. */
  readonly meanwhile?: ReactNode;
}

/** The panels of a slot in order; each fails and loads by itself, the rest of the page works on. */
export function PanelSlot<Props extends object>({
  slot,
  meanwhile = <LoadingState rows={2} />,
  ...props
}: PanelSlotOwn<Props> & Props) {
  const panels = usePanels(slot);
  return panels.map(({ fetched, order }) => (
    <PanelBoundary key={`${slot.name}.${order}`}>
      <Fetched fetched={fetched} meanwhile={meanwhile} props={props} />
    </PanelBoundary>
  ));
}

export function usePanels<Props extends object>(slot: PanelSlotKind<Props>): readonly Panel[] {
  const all = use(Panels);
  const may = useMay();
  return useMemo(
    () =>
      all
        .filter((panel) => panel.slot === slot.name && (!panel.permission || may(panel.permission)))
        .toSorted((one, other) => one.order - other.order),
    [all, slot.name, may],
  );
}
