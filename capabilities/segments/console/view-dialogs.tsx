import { useAsk, useMay, useText, useToast } from '@yilu/platform/web';
import { Checkbox, Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import {
  type ArrangedColumn,
  countViews,
  listViews,
  pinView,
  type SavedView,
  saveView,
  shareViews,
} from '../contract/index.ts';
import type { BookState } from './book-state.ts';
import { texts } from './text.ts';

interface SaveDialogProps {
  readonly open: boolean;
  readonly state: BookState;
  readonly columns: ArrangedColumn[];
  readonly onClose: () => void;
}

/** Keeps what is shown as a view, for oneself or for everybody. */
export function SaveDialog({ open, state, columns, onClose }: SaveDialogProps) {
  const t = useText();
  const may = useMay();
  const tell = useToast();
  const [name, setName] = useState('');
  const field = useRef<InputRef>(null);
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
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
      destroyOnHidden
    >
      <div className="sg-form">
        <Input
          ref={field}
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

/** Which views stand as tabs. */
export function TabsDialog({ open, views, onClose }: TabsDialogProps) {
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
