import { panelSlot } from '@yilu/platform/web';
import type { Subject } from '../contract/index.ts';

/** Acts in the head of Today, the filled one last: registering a caller, recording a contact. */
export const todayActs = panelSlot<object>('tasks.todayActs');

/** The sheet in which the record that does a line is written; later capabilities know how contacts are recorded. */
export const recordSheet = panelSlot<{
  readonly personId: string;
  readonly personName?: string | undefined;
  readonly projectId: string;
  /** The task that the record does; absent while the line is only computed. */
  readonly taskId: string | undefined;
  /** The computed line that it does. */
  readonly lineKey?: string | undefined;
  readonly onClose: () => void;
  /** Written, and the line done with it, or safe on this device to be sent. */
  readonly onRecorded: () => void;
  /** Undone, with all that it did. */
  readonly onTakenBack?: () => void;
}>('tasks.recordSheet');

/** Open tasks about a person, a room, and making one; tasks itself fills it, pages of later capabilities show it. */
export const subjectTasks = panelSlot<{ readonly subject: Subject; readonly projectId: string | undefined }>(
  'tasks.subjectTasks',
);

/** The words of a task with the phones in them, shown once they are asked for. */
export const wholeTaskWords = panelSlot<{ readonly taskId: string }>('tasks.wholeTaskWords');

/** Ringing the subject of a line: reveals a number with its reason. */
export const dialing = panelSlot<{
  readonly personId: string;
  readonly name: string;
  /** In the open line with its key, or in a line that is late. */
  readonly look: 'open' | 'late';
  /** What was said is written down next, and does the line. */
  readonly onRecord: () => void;
}>('tasks.dialing');
