import { panelSlot } from '@yilu/platform/web';
import type { ReactNode } from 'react';
import type { Subject } from '../contract/index.ts';

/** Acts in the head of Today, the filled one last: registering a caller, recording a contact. */
export const todayActs = panelSlot<object>('tasks.todayActs');

/** The sheet in which the record that does a line is written; later capabilities know how contacts are recorded. */
export const recordSheet = panelSlot<{
  readonly personId: string;
  readonly personName?: string | undefined;
  readonly projectId: string;
  /** Absent while the line is only computed. */
  readonly taskId: string | undefined;
  readonly onClose: () => void;
  /** Written; a computed line is then done with this record. Without an id it waits on this device to be sent. */
  readonly onRecorded: (recordId: string | undefined) => void;
}>('tasks.recordSheet');

/** Open tasks about a person, a room, and making one; tasks itself fills it, pages of later capabilities show it. */
export const subjectTasks = panelSlot<{ readonly subject: Subject; readonly projectId: string | undefined }>(
  'tasks.subjectTasks',
);

/** Ringing the subject of a line: reveals a number with its reason. */
export const dialing = panelSlot<{ readonly personId: string; readonly children?: ReactNode }>('tasks.dialing');
