import { useAnswer, useAsk, useMay, useProjectId, useText, useToast, ViewTabs } from '@yilu/platform/web';
import { Button, Checkbox, Dropdown, Input, Modal } from 'antd';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  type ArrangedColumn,
  type BookSettings,
  changeBookSettings,
  changeView,
  countViews,
  listViews,
  pinView,
  readBookSettings,
  removeView,
  type SavedView,
  saveView,
  shareViews,
} from '../contract/index.ts';
import type { BookState } from './book-state.ts';
import { texts } from './text.ts';

interface BookTabsProps {
  readonly views: readonly SavedView[];
  readonly state: BookState;
  readonly settings: BookSettings;
  readonly columns: ArrangedColumn[];
}

/** The pinned views with their counts, and what can be done with the one that is open. */
export function BookTabs({ views, state, settings, columns }: BookTabsProps) {
  const t = useText();
  const projectId = useProjectId();
  const counts = useAnswer(countViews, projectId ? { projectId } : {}, { fresh: 30_000 });
  const [dialog, open] = useState<'save' | 'tabs' | undefined>();
  const change = useAsk(changeView, { invalidates: [listViews, countViews], onDone: state.forget });
  const remove = useAsk(removeView, { invalidates: [listViews], onDone: () => state.chooseView('all') });
  const keep = useAsk(changeBookSettings, { invalidates: [readBookSettings] });
  const tell = useToast();
  const { view } = state;
  const tabs = views.filter(({ pinned, id }) => pinned || id === view?.id);
  const acts = [
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
      tabs={tabs.map(({ id, name }) => ({ key: id, title: name, count: counts.data?.[id] }))}
    >
      <Button type="text" icon={<Plus size={14} aria-hidden="true" />} onClick={() => open('save')}>
        {t(texts.saveView)}
      </Button>
      <Dropdown trigger={['click']} menu={{ items: acts }}>
        <Button type="text" aria-label={t(texts.views)} icon={<Ellipsis size={16} aria-hidden="true" />} />
      </Dropdown>
      <SaveDialog open={dialog === 'save'} state={state} columns={columns} onClose={() => open(undefined)} />
      <TabsDialog open={dialog === 'tabs'} views={views} onClose={() => open(undefined)} />
    </ViewTabs>
  );
}

interface SaveDialogProps {
  readonly open: boolean;
  readonly state: BookState;
  readonly columns: ArrangedColumn[];
  readonly onClose: () => void;
}

function SaveDialog({ open, state, columns, onClose }: SaveDialogProps) {
  const t = useText();
  const may = useMay();
  const tell = useToast();
  const [name, setName] = useState('');
  const [shared, share] = useState(false);
  const save = useAsk(saveView, {
    invalidates: [listViews, countViews],
    onDone: (view) => {
      tell({ message: t(texts.viewSaved) });
      setName('');
      onClose();
      state.chooseView(view.id);
    },
  });
  return (
    <Modal
      open={open}
      title={t(texts.saveView)}
      okText={t(texts.save)}
      cancelText={t(texts.cancel)}
      okButtonProps={{ disabled: name.trim() === '', loading: save.isPending }}
      onOk={() => save.mutate({ name, shared, definition: { ...state.definition, columns } })}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="sg-form">
        <Input
          value={name}
          maxLength={24}
          placeholder={t(texts.viewName)}
          aria-label={t(texts.viewName)}
          onChange={(event) => setName(event.target.value)}
        />
        {may(shareViews) && (
          <Checkbox checked={shared} onChange={({ target }) => share(target.checked)}>
            {t(texts.shareView)}
          </Checkbox>
        )}
        {save.error && <p role="alert">{save.error.message}</p>}
      </div>
    </Modal>
  );
}

interface TabsDialogProps {
  readonly open: boolean;
  readonly views: readonly SavedView[];
  readonly onClose: () => void;
}

function TabsDialog({ open, views, onClose }: TabsDialogProps) {
  const t = useText();
  const pin = useAsk(pinView, { invalidates: [listViews, countViews] });
  const pinned = views.filter((view) => view.pinned).map(({ id }) => id);
  return (
    <Modal open={open} title={t(texts.pinnedTabs)} footer={null} onCancel={onClose} destroyOnHidden>
      <div className="sg-form">
        {views.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={pinned.includes(id)}
            onChange={({ target }) =>
              pin.mutate({ views: target.checked ? [...pinned, id] : pinned.filter((one) => one !== id) })
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </Modal>
  );
}
