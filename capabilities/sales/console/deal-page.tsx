import { viewPerson } from '@yilu/customers/contract';
import type { Day } from '@yilu/platform/contract';
import {
  DayField,
  ErrorState,
  FormRow,
  LoadingState,
  PageBody,
  PageHeader,
  Restored,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useGo,
  useIsPhone,
  useMay,
  useParams,
  useText,
  useToast,
  useViewer,
} from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { cancelDeal, cancelDeals, type Deal, editDeals, listDeals, readDeal, stateTitles } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { DealConflict } from './deal-conflict.tsx';
import { DealFields } from './deal-fields.tsx';
import { texts } from './text.ts';
import { useBuyerNames } from './use-buyer-names.ts';
import { useDeal } from './use-deal.ts';
import './sales.css';

export function NewDealPage() {
  return <Writing deal={undefined} />;
}

export function DealPage() {
  const t = useText();
  const { dealId } = useParams('dealId');
  const { data, error, refetch } = useAnswer(readDeal, { dealId });
  if (error) return <ErrorState error={error} title={t(texts.notLoaded)} onRetry={refetch} />;
  if (!data) return <LoadingState shape="form" />;
  return <Writing key={data.id} deal={data} />;
}

function Writing({ deal }: { readonly deal: Deal | undefined }) {
  const t = useText();
  const namesOf = useBuyerNames();
  const go = useGo();
  const may = useMay();
  const viewer = useViewer();
  const [isCancelling, askToCancel] = useState(false);
  // The projects in reach may come after the page.
  const likely = viewer.projectId ?? viewer.projects[0]?.id;
  const writing = useDeal(likely, deal, () => go.back(addresses.deals));
  const { kept, projectId } = writing;
  const isOver = deal?.state === 'CANCELLED';
  const { error } = writing.saving;
  const isPhone = useIsPhone();
  const save = !isOver && may(editDeals) && (
    <Button type="primary" loading={writing.saving.isPending} onClick={writing.save}>
      {t(texts.save)}
    </Button>
  );
  if (!kept.isReady) return <LoadingState shape="form" />;
  return (
    <>
      <PageHeader
        title={deal ? namesOf(deal.buyers) : t(texts.newDeal)}
        note={deal && [deal.roomLabel, t(stateTitles[deal.state]), deal.cancelReason].filter(Boolean).join(' · ')}
        back={addresses.deals}
        actions={
          !isOver && (
            <>
              {deal && may(cancelDeals) && <Button onClick={() => askToCancel(true)}>{t(texts.cancel)}</Button>}
              {!isPhone && save}
            </>
          )
        }
      />
      <PageBody foot={isPhone && save}>
        <fieldset className="sa-form" disabled={isOver}>
          {kept.isRestored && <Restored onAgain={kept.startAgain} />}
          {error && !writing.theirs && (
            <p className="yl-late" role="alert">
              {error.message}
            </p>
          )}
          {!deal && viewer.projects.length > 1 && (
            <FormRow label={t(texts.project)}>
              <Select
                value={projectId ?? null}
                onChange={writing.chooseProject}
                options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FormRow>
          )}
          <DealFields writing={writing} projectId={projectId} />
        </fieldset>
      </PageBody>
      <DealConflict writing={writing} />
      {deal && isCancelling && <Cancelling deal={deal} onClose={() => askToCancel(false)} />}
    </>
  );
}

function Cancelling({ deal, onClose }: { readonly deal: Deal; readonly onClose: () => void }) {
  const t = useText();
  const tell = useToast();
  const { today } = useFormats();
  const [on, setOn] = useState<Day | undefined>(today);
  const [reason, setReason] = useState('');
  const cancelling = useAsk(cancelDeal, {
    invalidates: [listDeals, readDeal, viewPerson],
    onDone: () => {
      tell({ message: t(texts.cancelled) });
      onClose();
    },
  });
  const save = () => on && cancelling.mutate({ dealId: deal.id, version: deal.version, on, reason: reason.trim() });
  return (
    <SidePanel
      open
      title={t(texts.cancel)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t(texts.back)}</Button>
          <Button
            danger
            type="primary"
            disabled={!on || reason.trim() === ''}
            loading={cancelling.isPending}
            onClick={save}
          >
            {t(texts.cancel)}
          </Button>
        </>
      }
    >
      <FormRow label={t(texts.cancelOn)} required error={cancelling.error?.fields.on}>
        <DayField value={on} onChange={setOn} max={today} />
      </FormRow>
      <FormRow label={t(texts.reason)} required error={cancelling.error?.message}>
        <Input.TextArea rows={3} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormRow>
    </SidePanel>
  );
}
