import { PersonPicker } from '@yilu/customers/console/person-picker';
import { FormRow, PageBody, PageHeader, useGo, useQueryState, useText, useViewer } from '@yilu/platform/web';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { RecordFields, useRecord } from './record-form.tsx';
import { texts } from './text.ts';
import './interactions.css';

/** 记一笔 from anywhere: whom first, then what was said. */
export function RecordPage() {
  const t = useText();
  const go = useGo();
  const viewer = useViewer();
  const [asked] = useQueryState('person');
  const [personId, setPersonId] = useState(asked);
  const [chosen, setProjectId] = useState<string>();
  // The projects in reach may come after the page.
  const projectId = chosen ?? viewer.projectId ?? viewer.projects[0]?.id;
  const record = useRecord({ personId, projectId, onRecorded: () => go.back('/today') });
  return (
    <>
      <PageHeader
        title={t(texts.record)}
        back="/today"
        actions={
          <Button type="primary" disabled={!personId} loading={record.saving.isPending} onClick={record.save}>
            {t(texts.save)}
          </Button>
        }
      />
      <PageBody>
        <div className="in-form">
          <FormRow label={t(texts.person)} required>
            <PersonPicker value={personId} onPick={setPersonId} />
          </FormRow>
          {viewer.projects.length > 1 && (
            <FormRow label={t(texts.project)}>
              <Select
                value={projectId ?? null}
                onChange={(id: string) => setProjectId(id)}
                options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FormRow>
          )}
          <RecordFields record={record} projectId={projectId} />
        </div>
      </PageBody>
    </>
  );
}
