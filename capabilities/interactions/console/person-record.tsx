import type { OfPerson } from '@yilu/customers/console';
import { useProjectId, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { RecordSheet } from './record-sheet.tsx';
import { texts } from './text.ts';

/** 记一笔 in the head of a person's page. */
export function PersonRecord({ personId, name, projectIds }: OfPerson) {
  const t = useText();
  const chosen = useProjectId();
  const [isOpen, open] = useState(false);
  const projectId = chosen && projectIds.includes(chosen) ? chosen : projectIds[0];
  if (!projectId) return null;
  return (
    <>
      <Button type="primary" onClick={() => open(true)}>
        {t(texts.record)}
      </Button>
      {isOpen && (
        <RecordSheet
          personId={personId}
          personName={name}
          projectId={projectId}
          taskId={undefined}
          onClose={() => open(false)}
          onRecorded={() => open(false)}
        />
      )}
    </>
  );
}
