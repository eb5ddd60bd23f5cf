import {
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  useAnswer,
  useAsk,
  useMay,
  useText,
} from '@yilu/platform/web';
import { Input, Switch } from 'antd';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import {
  catalogue,
  editCatalogue,
  type FieldGroup,
  type FieldSetting,
  fieldOf,
  fieldSettings,
  type GroupPurposes,
  groupTitles,
  purposeTitles,
  readDossier,
  setField,
  viewPerson,
} from '../contract/index.ts';
import { purposeOf } from '../rules/index.ts';
import { texts } from './text.ts';
import './customers.css';

/** Which fields are collected for which purpose (DOS-36). */
export function FieldsPage() {
  const t = useText();
  const { data, error, refetch } = useAnswer(fieldSettings, {});
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState shape="table" rows={12} />;
  return (
    <>
      <PageHeader title={t(texts.fields)} note={t(texts.fieldsNote)} />
      <PageBody>
        {(Object.keys(groupTitles) as FieldGroup[]).map((group) => (
          <PanelSection key={group} title={t(groupTitles[group])}>
            <ul>
              {data.fields
                .filter(({ field }) => catalogue.some((one) => one.key === field && one.group === group))
                .map((setting) => (
                  <FieldLine key={setting.field} setting={setting} purposes={data.purposes} />
                ))}
            </ul>
          </PanelSection>
        ))}
      </PageBody>
    </>
  );
}

interface FieldLineProps {
  readonly setting: FieldSetting;
  readonly purposes: GroupPurposes;
}

function FieldLine({ setting, purposes }: FieldLineProps) {
  const t = useText();
  const canEdit = useMay()(editCatalogue);
  const field = fieldOf(setting.field);
  const [purpose, setPurpose] = useState(
    setting.purpose ?? (field ? t(purposeTitles[purposeOf(field, purposes)]) : ''),
  );
  const switching = useAsk(setField, { invalidates: [fieldSettings, readDossier, viewPerson] });
  if (!field) return null;
  const title = t(field.title);
  return (
    <li className="cu-setting">
      <span>
        {title} {setting.sensitive && <Lock size={12} aria-label={t(texts.sensitive)} />}
      </span>
      <Input
        aria-label={`${title} ${t(texts.purpose)}`}
        value={purpose}
        maxLength={200}
        disabled={!canEdit}
        onChange={(event) => setPurpose(event.target.value)}
        onBlur={() =>
          setting.on &&
          purpose !== setting.purpose &&
          purpose.trim() &&
          switching.mutate({ field: setting.field, on: true, purpose })
        }
      />
      <Switch
        aria-label={title}
        checked={setting.on}
        disabled={!canEdit}
        loading={switching.isPending}
        onChange={(on) =>
          switching.mutate({ field: setting.field, on, ...(purpose.trim() && { purpose: purpose.trim() }) })
        }
      />
      {switching.error && (
        <span className="yl-late" role="alert">
          {switching.error.message}
        </span>
      )}
    </li>
  );
}
