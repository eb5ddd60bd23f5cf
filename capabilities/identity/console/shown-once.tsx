import { useCopy, useText } from '@yilu/platform/web';
import { Button, Modal } from 'antd';
import { Copy } from 'lucide-react';
import { own, people } from './text.ts';
import './identity.css';

interface ShownOnceProps {
  readonly title: string;
  readonly note: string;
  /** Nothing is shown while absent. */
  readonly secrets: readonly string[] | undefined;
  readonly onClose: () => void;
  /** The dialog has gone: where the focus goes when what opened it is no longer there. */
  readonly onGone?: () => void;
  readonly closing?: string;
}

/** A secret that is shown now and never again: it closes by its button only. */
export function ShownOnce({ title, note, secrets, onClose, onGone, closing }: ShownOnceProps) {
  const t = useText();
  const copy = useCopy();
  return (
    <Modal
      open={secrets !== undefined}
      // Else the secret stays in the hidden dialog for whoever looks behind the page.
      destroyOnHidden
      title={title}
      {...(onGone && { focusable: { focusTriggerAfterClose: false }, afterClose: onGone })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={440}
      footer={[
        <Button
          key="copy"
          icon={<Copy size={14} aria-hidden="true" />}
          onClick={() => copy((secrets ?? []).join('\n'))}
        >
          {t(own.copy)}
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          {closing ?? t(people.done)}
        </Button>,
      ]}
    >
      <p className="yl-quiet">{note}</p>
      <ul className="yl-secrets">
        {secrets?.map((secret) => (
          <li key={secret}>
            <code>{secret}</code>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
