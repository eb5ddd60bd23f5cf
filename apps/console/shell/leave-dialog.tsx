import { useText } from '@yilu/platform/web';
import { Modal } from 'antd';
import { leaveWaiting, texts } from './texts.ts';

/** Deleting for good is asked about, once. */
export function LeaveDialog({
  unsent,
  onLeave,
  onStay,
}: {
  readonly unsent: number;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}) {
  const t = useText();
  return (
    <Modal
      open
      title={t(texts.leaveTitle)}
      okText={t(texts.stay)}
      cancelText={t(texts.leaveAnyway)}
      onOk={onStay}
      onCancel={onStay}
      cancelButtonProps={{ danger: true, onClick: onLeave }}
      width={400}
    >
      {t(leaveWaiting(unsent))}
    </Modal>
  );
}
