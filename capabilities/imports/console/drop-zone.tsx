import { AskError, Meter, upload, useGo, useIsPhone, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { startImport } from '../contract/index.ts';
import { texts } from './text.ts';

/** Drop files or choose them; afterwards the import's own page opens. */
export function DropZone() {
  const t = useText();
  const title = t(useIsPhone() ? texts.chooseTitle : texts.dropTitle);
  const { go } = useGoTo();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();

  const send = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setProblem(undefined);
    setSent(0);
    try {
      const { id } = await upload(startImport, {}, files, setSent);
      go(`/imports/${id}`);
    } catch (error) {
      setProblem(error instanceof AskError ? error.message : String(error));
    } finally {
      setSent(undefined);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };

  return (
    <section
      className={isOver ? 'yl-drop yl-drop-over yl-no-print' : 'yl-drop yl-no-print'}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={28} aria-hidden="true" />
      <div className="yl-drop-words">
        <h2>{title}</h2>
        <p>{t(texts.dropNote)}</p>
        {problem && (
          <p className="yl-imports-late" role="alert">
            {problem}
          </p>
        )}
        {sent !== undefined && <Meter share={sent} label={t(texts.sending)} thick />}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx,.xls,.csv,.xlsm,.txt"
        hidden
        onChange={(event) => {
          void send([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button type="primary" size="large" loading={sent !== undefined} onClick={() => input.current?.click()}>
        {t(texts.choose)}
      </Button>
    </section>
  );
}

function useGoTo() {
  const go = useGo();
  return { go };
}
