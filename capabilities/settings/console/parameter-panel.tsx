import {
  EmptyState,
  ErrorState,
  FormRow,
  LoadingState,
  PanelSection,
  SidePanel,
  useAsk,
  useFormats,
  useMay,
  usePages,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import {
  editParameters,
  listParameters,
  type ParameterAnswer,
  parameterHistory,
  resetParameter,
  setParameter,
} from '../contract/index.ts';
import { texts } from './text.ts';
import { ValueField, type ValueShape, valueInWords } from './value-field.tsx';
import { rangeMissed } from './value-range.ts';

interface ParameterPanelProps {
  readonly parameter: ParameterAnswer;
  readonly nodeId: string;
  readonly onClose: () => void;
}

/** One parameter at one company or project: its value, where it comes from, and who changed it when. */
export function ParameterPanel({ parameter, nodeId, onClose }: ParameterPanelProps) {
  const t = useText();
  const may = useMay();
  const tell = useToast();
  const [value, setValue] = useState<unknown>(parameter.value);
  const [reason, setReason] = useState('');
  const save = useRef<HTMLButtonElement>(null);
  const touched = [listParameters, parameterHistory];
  const { key, from } = parameter;
  const isHere = from?.nodeId === nodeId;
  const before = parameter.value;
  const setting = useAsk(setParameter, {
    invalidates: touched,
    onDone: () => {
      tell({
        message: `${t(texts.saved)} · ${t(parameter.title)}`,
        undo: () =>
          isHere
            ? setting.mutateAsync({ key, nodeId, value: before as never })
            : resetting.mutateAsync({ key, nodeId }),
      });
      onClose();
    },
  });
  const resetting = useAsk(resetParameter, {
    invalidates: touched,
    onDone: (now) => {
      setValue(now.value);
      tell({ message: t(texts.resetDone) });
      // The button that was pressed goes, and would take the place of whoever works by keyboard along.
      save.current?.focus();
    },
  });
  const canEdit = may(editParameters);
  const missed = rangeMissed(parameter.shape as ValueShape, value, parameter.isShare);
  const wrong = missed ? t(missed) : (setting.error ?? resetting.error)?.message;
  return (
    <SidePanel
      open
      title={t(parameter.title)}
      onClose={onClose}
      foot={
        canEdit && (
          <>
            {isHere && (
              <Button loading={resetting.isPending} onClick={() => resetting.mutate({ key, nodeId })}>
                {t(texts.reset)}
              </Button>
            )}
            <Button
              ref={save}
              type="primary"
              loading={setting.isPending}
              disabled={missed !== undefined}
              onClick={() =>
                setting.mutate({ key, nodeId, value: value as never, ...(reason.trim() && { reason: reason.trim() }) })
              }
            >
              {t(texts.save)}
            </Button>
          </>
        )
      }
    >
      <div className="st-form">
        <p className="yl-quiet">{t(parameter.affects)}</p>
        {canEdit ? (
          <>
            <div className="yl-field">
              <div className="yl-field-label">
                <span>
                  {t(texts.value)} {parameter.unit && <span className="yl-foot">{t(parameter.unit)}</span>}
                </span>
              </div>
              <ValueField
                shape={parameter.shape as ValueShape}
                value={value}
                onChange={setValue}
                label={t(parameter.title)}
                isShare={parameter.isShare}
                words={parameter.words}
              />
              {wrong && (
                <div className="yl-field-note">
                  <span className="yl-field-error" role="alert">
                    {wrong}
                  </span>
                </div>
              )}
            </div>
            <FormRow label={t(texts.why)} hint={t(texts.whyHint)}>
              <Input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
            </FormRow>
          </>
        ) : (
          <p className="st-value">{valueInWords(parameter.value, t, parameter)}</p>
        )}
        <p className="yl-foot">
          {t(texts.shipped)} {valueInWords(parameter.default, t, parameter)}
          {from && ` · ${isHere ? t(texts.setHere) : `${t(texts.inheritedFrom)} ${from.name}`}`}
        </p>
        <PanelSection title={t(texts.history)}>
          <History parameter={parameter} />
        </PanelSection>
      </div>
    </SidePanel>
  );
}

function History({ parameter }: { readonly parameter: ParameterAnswer }) {
  const t = useText();
  const format = useFormats();
  const { rows, error, again, hasMore, more, isLoadingMore } = usePages(parameterHistory, {
    key: parameter.key,
    limit: 20,
  });
  if (error) return <ErrorState error={error} onRetry={again} small />;
  if (!rows) return <LoadingState rows={3} />;
  if (rows.length === 0) return <EmptyState small title={t(texts.noHistory)} />;
  const word = (value: unknown) => (value === undefined ? t(texts.followed) : valueInWords(value, t, parameter));
  return (
    <>
      <ul className="st-lines">
        {rows.map((change) => (
          <li key={change.id} className="st-change">
            <span>
              {word(change.before)} → <b>{word(change.after)}</b>
            </span>
            <span className="yl-foot">
              {change.node.name} · {change.changedBy} · {format.instant(change.changedAt)}
              {change.reason && ` · ${change.reason}`}
            </span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button block loading={isLoadingMore} onClick={more}>
          {t(texts.more)}
        </Button>
      )}
    </>
  );
}
