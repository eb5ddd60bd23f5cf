import { refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchCustomer = refusal('segments.no_such_customer', {
  zh: '找不到这位客户，或不在您的范围内。',
  en: 'No such customer, or outside your reach.',
});

export const noSuchView = refusal('segments.no_such_view', {
  zh: '找不到这个视图，可能已被删除。',
  en: 'No such view; it may have been removed.',
});

export const mayNotShareViews = refusal('segments.may_not_share_views', {
  zh: '您可以保存自己的视图；共享给大家需要主管操作。',
  en: 'You may keep views of your own; sharing them takes a manager.',
});

export const wrongFilter = refusal('segments.wrong_filter', {
  zh: '筛选条件有误：这一列不能这样筛选。',
  en: 'The filter makes no sense: this column cannot be asked that.',
});

export const noSuchBulkAct = refusal('segments.no_such_bulk_act', {
  zh: '找不到这次批量操作。',
  en: 'No such bulk act.',
});

export const nobodyChosen = refusal('segments.nobody_chosen', {
  zh: '没有选中任何客户。',
  en: 'No customer is chosen.',
});

export const tooManyForBulk = refusalWith<{ most: number; chosen: number }>('segments.too_many', {
  zh: ({ most, chosen }) => `一次最多操作 ${most} 位客户，现在选中 ${chosen} 位。请先缩小范围。`,
  en: ({ most, chosen }) => `At most ${most} customers at a time, ${chosen} are chosen. Narrow them down first.`,
});

export const bulkStillRunning = refusal('segments.bulk_still_running', {
  zh: '这次操作还在进行，完成后才能撤销。',
  en: 'It is still running; it can be undone once it has finished.',
});

export const bulkAlreadyUndone = refusal('segments.bulk_already_undone', {
  zh: '这次操作已经撤销过了。',
  en: 'It has been undone already.',
});

export const noSuchExport = refusal('segments.no_such_export', {
  zh: '找不到这次导出。',
  en: 'No such export.',
});

export const exportNotReleased = refusal('segments.export_not_released', {
  zh: '这次导出人数较多，需要主管批准后才能下载。',
  en: 'This export is large; a manager must release it first.',
});

export const exportIsOver = refusal('segments.export_is_over', {
  zh: '导出在批准后保留 24 小时，请重新导出。',
  en: 'An export is kept for 24 hours; ask for it again.',
});

export const exportWithdrawn = refusal('segments.export_withdrawn', {
  zh: '这次导出没有获批或已撤回，不能下载；需要时请重新申请。',
  en: 'This export was refused or taken back and has no file; ask for it again if you need it.',
});

export const mayNotDo = refusal('segments.may_not_do', {
  zh: '您没有这项操作的权限，请联系主管。',
  en: 'You lack the permission for this act; ask your manager.',
});

export const givesUpLater = refusal('segments.gives_up_later', {
  zh: '放弃购房的日期在将来，只登记已经说过的。',
  en: 'The day of giving up lies in the future; only what has been said is recorded.',
});

export const ownsAlready = refusal('segments.owns_already', {
  zh: '这位客户已经签约，不能登记放弃购房。',
  en: 'This customer has bought; giving up cannot be recorded.',
});
