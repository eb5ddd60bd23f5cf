import {
  download,
  FormRow,
  PanelSection,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Input, type InputRef, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { askExport, type ExportFormat, type ExportWish, fetchExport, listExports } from '../contract/index.ts';
import { ExportLine } from './export-line.tsx';
import { texts } from './text.ts';

interface ExportPanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wish: Omit<ExportWish, 'format' | 'reason'>;
  readonly total: number | undefined;
  /** One made before that a notice speaks of: it stands first. */
  readonly meant?: string | undefined;
}

/** Take along exactly what is shown: what for is asked, large ones wait for a manager (SEC-09). */
export function ExportPanel({ open, onClose, wish, total, meant }: ExportPanelProps) {
  const t = useText();
  const formats = useFormats();
  const tell = useToast();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [reason, setReason] = useState('');
  const reasonField = useRef<InputRef>(null);
  const asking = useAsk(askExport, {
    invalidates: [listExports],
    onDone: (made) => {
      if (!made.releasedAt) {
        // Asked for: another press would ask for it twice.
        setReason('');
        // The button has nothing to send any more and would drop the focus.
        reasonField.current?.focus();
        return tell({ message: t(texts.waitsForRelease) });
      }
      void download(fetchExport, { exportId: made.id });
      onClose();
    },
  });
  return (
    <SidePanel
      open={open}
      title={t(texts.export)}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={asking.isPending}
          disabled={reason.trim().length < 2 || !total}
          onClick={() => asking.mutate({ ...wish, format, reason })}
        >
          {t({ zh: `导出 ${formats.number(total ?? 0)} 户`, en: `Export ${formats.number(total ?? 0)}` })}
        </Button>
      }
    >
      <div className="sg-form">
        {open && meant && <RecentExports meant={meant} />}
        <p className="yl-quiet">{t(texts.exportNote)}</p>
        <Segmented<ExportFormat>
          aria-label={t(texts.format)}
          value={format}
          options={[
            { value: 'xlsx', label: 'Excel' },
            { value: 'csv', label: 'CSV' },
          ]}
          onChange={setFormat}
        />
        <FormRow label={t(texts.reason)} hint={t(texts.reasonHint)} error={asking.error?.message} required>
          <Input ref={reasonField} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </FormRow>
        {open && !meant && <RecentExports />}
      </div>
    </SidePanel>
  );
}

function RecentExports({ meant }: { readonly meant?: string | undefined }) {
  const t = useText();
  const { data } = useAnswer(listExports, { limit: 10 });
  if (!data || data.items.length === 0) return null;
  const meantFirst = data.items.toSorted((one, other) => Number(other.id === meant) - Number(one.id === meant));
  return (
    <PanelSection title={t(texts.exportsBefore)}>
      <ul className="sg-exports">
        {meantFirst.map((each) => (
          <ExportLine key={each.id} made={each} isMeant={each.id === meant} />
        ))}
      </ul>
    </PanelSection>
  );
}
