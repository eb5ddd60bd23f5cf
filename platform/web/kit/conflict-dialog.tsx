import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/language.ts';
import { later, useOnce } from './later.tsx';
import './conflict-dialog.css';

const texts = {
  title: { zh: '别人刚改过', en: 'Somebody else changed this' },
  note: {
    zh: '您打开之后，这份资料被改过。两边的内容都在，选一边就好。',
    en: 'This record changed after you opened it. Both versions are here; choose one.',
  },
  field: { zh: '栏目', en: 'Field' },
  theirs: { zh: '现在的', en: 'Now' },
  mine: { zh: '您写的', en: 'Yours' },
  takeTheirs: { zh: '用现在的', en: 'Keep what is there' },
  keepMine: { zh: '用我写的', en: 'Use mine' },
};

const Modal = later(async () => (await import('./overlays.ts')).Modal);

export interface ConflictField {
  readonly title: string;
  readonly theirs: ReactNode;
  readonly mine: ReactNode;
}

interface ConflictDialogProps {
  readonly open: boolean;
  readonly fields: readonly ConflictField[];
  /** 林晓，今天 10:06. */
  readonly who?: string | undefined;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** A stale write: both values side by side, nothing lost. */
export function ConflictDialog({ open, fields, who, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps) {
  const t = useText();
  const wasOpened = useOnce(open);
  if (!wasOpened) return null;
  return (
    <Modal
      open={open}
      title={t(texts.title)}
      onCancel={onClose}
      width={560}
      footer={[
        <Button key="theirs" onClick={onTakeTheirs}>
          {t(texts.takeTheirs)}
        </Button>,
        <Button key="mine" type="primary" onClick={onKeepMine}>
          {t(texts.keepMine)}
        </Button>,
      ]}
    >
      <p className="yl-quiet">{t(texts.note)}</p>
      <table className="yl-conflict">
        <thead>
          <tr>
            <th scope="col">{t(texts.field)}</th>
            <th scope="col">
              {t(texts.theirs)} {who && <span>{who}</span>}
            </th>
            <th scope="col">{t(texts.mine)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.title}>
              <th scope="row">{field.title}</th>
              <td>{field.theirs}</td>
              <td>{field.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
