import type { Leaving } from '@yilu/identity/console';
import { ColleagueSelect } from '@yilu/identity/console/colleague-select';
import { readLeaving } from '@yilu/identity/contract';
import { FormRow, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { listTasks, readToday, transferTasksOf } from '../contract/index.ts';
import { pieces, texts } from './text.ts';
import './today.css';

/** All open tasks of somebody who leaves go to a colleague in one act (ORG-16). */
export function LeaverTasks({ staff, obstacles }: Leaving) {
  const t = useText();
  const tell = useToast();
  const [to, setTo] = useState<string>();
  const moving = useAsk(transferTasksOf, {
    invalidates: [readLeaving, readToday, listTasks],
    onDone: ({ moved }) => tell({ message: `${t(texts.handedOverAll)} · ${t(pieces(moved))}` }),
  });
  if (!obstacles.some(({ kind }) => kind === 'tasks')) return null;
  return (
    <div className="yl-today-form">
      <FormRow label={t(texts.tasksTo)} required error={moving.error?.fields.to ?? moving.error?.message}>
        <ColleagueSelect except={staff.id} value={to} onChange={setTo} />
      </FormRow>
      <Button
        type="primary"
        disabled={!to}
        loading={moving.isPending}
        onClick={() => to && moving.mutate({ from: staff.id, to, reason: t(texts.leaves) })}
      >
        {t(texts.handOverAll)}
      </Button>
    </div>
  );
}
