import { useAsk, useGo, useText } from '@yilu/platform/web';
import { Button, Popconfirm } from 'antd';
import { ShieldCheck } from 'lucide-react';
import { applyImport, discardImport, type ImportRun, listImports, readImport } from '../contract/index.ts';
import { texts } from './text.ts';

/** The strip at the foot: what is protected, and the step's one filled button. */
export function RunFoot({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const go = useGo();
  const applying = useAsk(applyImport, { invalidates: [readImport, listImports] });
  const discarding = useAsk(discardImport, { invalidates: [listImports], onDone: () => go('/imports') });
  const good = run.counts.rows - run.counts.rejected;
  const isOpen = run.phase === 'previewed' || run.phase === 'asking' || run.phase === 'failed';
  const problem = applying.error ?? discarding.error;
  return (
    <div className="yl-run-foot">
      <ShieldCheck size={16} aria-hidden="true" />
      <span className="yl-quiet yl-run-foot-words" role={problem ? 'alert' : undefined}>
        {problem ? problem.message : t(texts.protect)}
      </span>
      {isOpen && (
        <Popconfirm
          title={t(texts.sure)}
          okText={t(texts.discard)}
          cancelText={t(texts.cancel)}
          onConfirm={() => discarding.mutate({ importId: run.id })}
        >
          <Button loading={discarding.isPending}>{t(texts.discard)}</Button>
        </Popconfirm>
      )}
      {run.phase === 'previewed' && good > 0 && (
        <Button type="primary" loading={applying.isPending} onClick={() => applying.mutate({ importId: run.id })}>
          {t({ zh: `导入 ${good.toLocaleString('en-US')} 行`, en: `Import ${good.toLocaleString('en-US')} rows` })}
        </Button>
      )}
      {(run.phase === 'applied' || run.phase === 'undone') && (
        <Button onClick={() => go('/imports')}>{t(texts.another)}</Button>
      )}
    </div>
  );
}
