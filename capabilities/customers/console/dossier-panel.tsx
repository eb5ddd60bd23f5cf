import { EmptyState, FormRow, SidePanel, useAsk, useMay, useText, useToast } from '@yilu/platform/web';
import { Button } from 'antd';
import { History, Lock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  type AnswerValue,
  answerDossier,
  catalogue,
  type Dossier,
  type DossierAnswer,
  type DossierField,
  editCustomers,
  type FieldGroup,
  groupTitles,
  purposeTitles,
  revealAnswerPhone,
  revealPhones,
} from '../contract/index.ts';
import { purposeOf } from '../rules/index.ts';
import { FieldControl } from './field-control.tsx';
import { FieldHistory } from './field-history.tsx';
import { RevealAskingWhy } from './reveal-asking-why.tsx';
import { texts } from './text.ts';
import { touchedByEdits } from './touched.ts';

interface DossierPanelProps {
  readonly dossier: Dossier;
  readonly mine: boolean;
  readonly group: FieldGroup;
  /** The field to begin with, when one jumped here from the list of gaps. */
  readonly focus: string | undefined;
  readonly onClose: () => void;
}

/** One group of the dossier; each field is saved by itself as soon as it is answered. */
export function DossierPanel({ dossier, mine, group, focus, onClose }: DossierPanelProps) {
  const t = useText();
  const fields = catalogue.filter((field) => field.group === group && dossier.fields.includes(field.key));
  const purposes = [...new Set(fields.map((field) => t(purposeTitles[purposeOf(field, dossier.purposes)])))].join(
    ' · ',
  );
  return (
    <SidePanel open title={`${t(groupTitles[group])} · ${purposes}`} onClose={onClose} width={480}>
      {fields.length === 0 && <EmptyState small title={t(texts.sensitive)} />}
      {fields.map((field) => (
        <FieldRow
          key={field.key}
          personId={dossier.personId}
          mine={mine}
          field={field}
          answer={dossier.answers.find((one) => one.field === field.key)}
          isFirst={field.key === focus}
        />
      ))}
    </SidePanel>
  );
}

/** Milliseconds after which the panel stands still and has taken the focus itself. */
const panelHasOpened = 350;

interface FieldRowProps {
  readonly personId: string;
  /** In the own portfolio. */
  readonly mine: boolean;
  readonly field: DossierField;
  readonly answer: DossierAnswer | undefined;
  readonly isFirst: boolean;
}

function FieldRow({ personId, mine, field, answer, isFirst }: FieldRowProps) {
  const t = useText();
  const tell = useToast();
  const may = useMay();
  const canEdit = may(editCustomers);
  const revealing = useAsk(revealAnswerPhone);
  const shown = revealing.data?.value ?? answer?.value;
  const [looksBack, lookBack] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isFirst) return;
    const timer = setTimeout(() => {
      row.current?.scrollIntoView({ block: 'center' });
      row.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    }, panelHasOpened);
    return () => clearTimeout(timer);
  }, [isFirst]);

  const before = {
    field: field.key,
    ...(answer?.value !== undefined && { value: answer.value }),
    ...(answer?.declined && { declined: true as const }),
  };
  const saving = useAsk(answerDossier, {
    invalidates: touchedByEdits,
    onDone: () =>
      tell({
        message: `${t(texts.saved)}：${t(field.title)}`,
        undo: () => saving.mutateAsync({ personId, answers: [before] }),
      }),
  });
  const give = (value: AnswerValue | undefined) =>
    saving.mutate({ personId, answers: [{ field: field.key, ...(value !== undefined && { value }) }] });
  const decline = () => saving.mutate({ personId, answers: [{ field: field.key, declined: true }] });
  const isDeclined = answer?.declined === true;

  return (
    <div ref={row} className="cu-field">
      <FormRow
        label={t(field.title)}
        error={saving.error?.message}
        hint={isDeclined ? t(texts.declinedToSay) : answer?.hidden ? t(texts.sensitive) : undefined}
        aside={
          <span className="cu-field-acts">
            {answer?.hidden && <Lock size={12} aria-hidden="true" />}
            {answer?.masksPhone && !revealing.data && may(revealPhones) && (
              <RevealAskingWhy
                mine={mine}
                isPending={revealing.isPending}
                error={revealing.error?.message}
                onReveal={(reason) => revealing.mutate({ personId, field: field.key, reason })}
              />
            )}
            {canEdit && !isDeclined && (
              <Button type="text" size="small" onClick={decline}>
                {t(texts.declined)}
              </Button>
            )}
            {canEdit && isDeclined && (
              <Button type="text" size="small" onClick={() => give(undefined)}>
                {t(texts.clear)}
              </Button>
            )}
            <Button
              type="text"
              size="small"
              icon={<History size={13} />}
              aria-label={`${t(texts.history)} ${t(field.title)}`}
              onClick={() => lookBack(true)}
            />
          </span>
        }
      >
        <FieldControl key={JSON.stringify(shown)} field={field} value={shown} onAnswer={give} disabled={!canEdit} />
      </FormRow>
      {looksBack && (
        <FieldHistory personId={personId} field={field.key} title={t(field.title)} onClose={() => lookBack(false)} />
      )}
    </div>
  );
}
