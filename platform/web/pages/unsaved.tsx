import { useBlocker } from '@tanstack/react-router';
import { later, useOnce } from '../kit/later.tsx';
import { useText } from '../text/language.ts';

const texts = {
  title: { zh: '还有没保存的内容', en: 'Some changes are not saved' },
  note: { zh: '现在离开，刚写的就没有了。', en: 'If you leave now, what you just wrote is lost.' },
  stay: { zh: '留下接着写', en: 'Stay' },
  leave: { zh: '不要了，离开', en: 'Discard and leave' },
};

const Modal = later(async () => (await import('../kit/overlays.ts')).Modal);

/** Put into a form's page: asks before leaving while `dirty`, also on closing the window. */
export function UnsavedGuard({ dirty }: { readonly dirty: boolean }) {
  const t = useText();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  const waiting = blocker.status === 'blocked';
  const wasAsked = useOnce(waiting);
  if (!wasAsked) return null;
  return (
    <Modal
      open={waiting}
      title={t(texts.title)}
      okText={t(texts.stay)}
      cancelText={t(texts.leave)}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.reset?.()}
      cancelButtonProps={{ onClick: () => blocker.proceed?.() }}
      width={400}
    >
      {t(texts.note)}
    </Modal>
  );
}
