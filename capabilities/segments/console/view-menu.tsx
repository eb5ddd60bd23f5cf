import {
  later,
  MenuOpener,
  useAnswer,
  useAsk,
  useIsPhone,
  useNarrowing,
  useOnce,
  useText,
  useToast,
  ViewTabs,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  type ArrangedColumn,
  type BookSettings,
  changeBookSettings,
  changeView,
  countViews,
  listViews,
  readBookSettings,
  removeView,
  type SavedView,
} from '../contract/index.ts';
import type { BookState } from './book-state.ts';
import { texts } from './text.ts';

const SaveDialog = later(async () => (await import('./view-dialogs.tsx')).SaveDialog);
const TabsDialog = later(async () => (await import('./view-dialogs.tsx')).TabsDialog);

interface BookTabsProps {
  readonly views: readonly SavedView[];
  readonly state: BookState;
  readonly settings: BookSettings;
  readonly columns: ArrangedColumn[];
  /** The pointer rests on a view. */
  readonly onNear: (view: SavedView) => void;
}

/** The pinned views with their counts, and what can be done with the one that is open. */
export function BookTabs({ views, state, settings, columns, onNear }: BookTabsProps) {
  const t = useText();
  const projectId = useNarrowing();
  const counts = useAnswer(countViews, projectId ? { projectId } : {}, { fresh: 30_000 });
  const [dialog, open] = useState<'save' | 'tabs' | undefined>();
  const savesOnce = useOnce(dialog === 'save');
  const pinsOnce = useOnce(dialog === 'tabs');
  const change = useAsk(changeView, { invalidates: [listViews, countViews], onDone: state.forget });
  const remove = useAsk(removeView, { invalidates: [listViews], onDone: () => state.chooseView('all') });
  const keep = useAsk(changeBookSettings, { invalidates: [readBookSettings] });
  const tell = useToast();
  const isPhone = useIsPhone();
  const { view } = state;
  const tabs = views.filter(({ pinned, id }) => pinned || id === view?.id);
  const acts = [
    ...(isPhone ? [{ key: 'save', label: t(texts.saveView), onClick: () => open('save') }] : []),
    { key: 'tabs', label: t(texts.pinnedTabs), onClick: () => open('tabs') },
    ...(view
      ? [
          {
            key: 'first',
            label: t(texts.firstView),
            disabled: view.id === settings.defaultView,
            onClick: () => keep.mutate({ ...settings, defaultView: view.id }),
          },
        ]
      : []),
    ...(view?.own
      ? [
          {
            key: 'update',
            label: t(texts.updateView),
            onClick: () =>
              change.mutate({ viewId: view.id, version: view.version, definition: { ...state.definition, columns } }),
          },
          {
            key: 'remove',
            label: t(texts.removeView),
            onClick: () => {
              remove.mutate({ viewId: view.id });
              tell({ message: t(texts.viewGone) });
            },
          },
        ]
      : []),
  ];
  return (
    <ViewTabs
      label={t(texts.views)}
      chosen={view?.id ?? ''}
      onChoose={state.chooseView}
      onNear={(key) => {
        const near = views.find(({ id }) => id === key);
        if (near) onNear(near);
      }}
      tabs={tabs.map(({ id, name }) => ({ key: id, title: name, count: counts.data?.[id] }))}
    >
      {!isPhone && (
        <Button type="text" icon={<Plus size={14} aria-hidden="true" />} onClick={() => open('save')}>
          {t(texts.saveView)}
        </Button>
      )}
      <MenuOpener menu={{ items: acts }}>
        <Button type="text" aria-label={t(texts.views)} icon={<Ellipsis size={16} aria-hidden="true" />} />
      </MenuOpener>
      {savesOnce && (
        <SaveDialog open={dialog === 'save'} state={state} columns={columns} onClose={() => open(undefined)} />
      )}
      {pinsOnce && <TabsDialog open={dialog === 'tabs'} views={views} onClose={() => open(undefined)} />}
    </ViewTabs>
  );
}
