import { type Day, refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchTask = refusal('tasks.no_such_task', {
  zh: '没有这件待办，或不在您的范围内。',
  en: 'There is no such task, or it is outside your scope.',
});
export const notYours = refusal('tasks.not_yours', {
  zh: '这是同事的待办，要由他自己或这个项目的负责人处理。',
  en: 'This is a colleague’s task: they act on it themselves, or whoever leads in this project.',
});
export const notGivenByYou = refusal('tasks.not_given_by_you', {
  zh: '只有派这件待办的人可以把它作为派错收回；其他人不做时，请选“不需要”并写明原因。',
  en: 'Only whoever gave this task can take it back as given by mistake; others choose “Not needed” and say why.',
});
export const noSuchLine = refusal('tasks.no_such_line', {
  zh: '这件事已经有人做了，或不再需要做。',
  en: 'Somebody has done this already, or it is no longer needed.',
});
export const taskClosed = refusal('tasks.closed', {
  zh: '这件待办已经了结。要重做请先撤销。',
  en: 'This task is closed. Take the outcome back first.',
});
export const postponeNeedsReason = refusal('tasks.postpone_needs_reason', {
  zh: '改天要写一句原因，下次好接着说。',
  en: 'Give a reason for postponing, so that the next attempt can go on from there.',
});
export const postponeNeedsDay = refusal('tasks.postpone_needs_day', {
  zh: '请选改到哪一天，要在今天之后。',
  en: 'Choose a later day to postpone to.',
});
export const postponedTooFar = refusalWith<{ latest: Day; days: number }>('tasks.postponed_too_far', {
  zh: ({ latest, days }) => `一次最多改 ${days} 天，最晚 ${latest}。要放更久，请选“不需要”，到时再建一件待办。`,
  en: ({ latest, days }) =>
    `A task is postponed by ${days} days at most, to ${latest} at the latest. For longer, choose “Not needed” and create one for then.`,
});
export const notNeededNeedsReason = refusal('tasks.not_needed_needs_reason', {
  zh: '不做了要写一句原因。',
  en: 'Say why it is not needed.',
});
export const handOverNeedsPerson = refusal('tasks.hand_over_needs_person', {
  zh: '请选转交给谁。',
  en: 'Choose whom to hand it over to.',
});
export const handOverToSelf = refusal('tasks.hand_over_to_self', {
  zh: '这件待办本来就是他的，请选别人。',
  en: 'The task is already theirs. Choose somebody else.',
});
export const assigneeOutOfReach = refusal('tasks.assignee_out_of_reach', {
  zh: '这位同事不在这个项目，接不了这件待办。',
  en: 'This colleague does not work in this project and cannot take the task.',
});
export const noSuchSubject = refusal('tasks.no_such_subject', {
  zh: '没有这位客户或这套房，或不在您的范围内。',
  en: 'There is no such customer or home, or it is outside your scope.',
});
export const undoTooLate = refusal('tasks.undo_too_late', {
  zh: '撤销的时间过了。可以新建一件待办接着做。',
  en: 'It is too late to take this back. Create a new task instead.',
});
export const undoneByLater = refusal('tasks.undone_by_later', {
  zh: '之后又有人动过这件待办，不能只撤销前一步。',
  en: 'Somebody has acted on this task since, so the earlier act cannot be taken back.',
});
export const dueInPast = refusal('tasks.due_in_past', {
  zh: '到期时间已经过了，请选今天或以后。',
  en: 'The due time has passed. Choose today or later.',
});
