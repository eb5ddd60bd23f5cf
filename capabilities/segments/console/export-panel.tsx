import {
  download,
  FormRow,
  PanelSection,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useMay,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import {
  approveExports,
  askExport,
  type CustomerExport,
  type ExportFormat,
  type ExportWish,
  fetchExport,
  listExports,
  releaseExport,
} from '../contract/index.ts';
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
  const asking = useAsk(askExport, {
    invalidates: [listExports],
    onDone: (made) => {
      if (!made.releasedAt) {
        // Asked for: another press would ask for it twice.
        setReason('');
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
          <Input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
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
          <RecentExport key={each.id} made={each} isMeant={each.id === meant} />
        ))}
      </ul>
    </PanelSection>
  );
}

function RecentExport({ made, isMeant }: { readonly made: CustomerExport; readonly isMeant: boolean }) {
  const t = useText();
  const may = useMay();
  const { instant, number } = useFormats();
  const release = useAsk(releaseExport, { invalidates: [listExports] });
  return (
    <li>
      <span>
        {made.by} · {number(made.rows)} {t(texts.unit)}
        <br />
        <span className="yl-quiet">
          {instant(made.askedAt)} · {made.reason}
        </span>
      </span>
      {made.releasedAt && made.own && (
        <Button
          size="small"
          type={isMeant ? 'primary' : 'default'}
          autoFocus={isMeant}
          onClick={() => void download(fetchExport, { exportId: made.id })}
        >
          {t(texts.fetch)}
        </Button>
      )}
      {made.releasedAt && !made.own && <span className="yl-quiet">{t(texts.released)}</span>}
      {!made.releasedAt && may(approveExports) && (
        <Button size="small" loading={release.isPending} onClick={() => release.mutate({ exportId: made.id })}>
          {t(texts.release)}
        </Button>
      )}
      {!made.releasedAt && !may(approveExports) && <span className="yl-quiet">{t(texts.waiting)}</span>}
    </li>
  );
}
