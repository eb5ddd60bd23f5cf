/** Labels of the customer book and of the labels panel. */
export const texts = {
  customers: { zh: '客户', en: 'Customers' },
  notLoaded: { zh: '没有取到客户名单', en: 'The customers could not be loaded' },
  unit: { zh: '户', en: 'customers' },
  import: { zh: '导入', en: 'Import' },
  export: { zh: '导出', en: 'Export' },
  register: { zh: '登记客户', en: 'Register' },
  views: { zh: '视图', en: 'Views' },
  search: { zh: '姓名、拼音、房号、尾号', en: 'Name, room, end of a phone' },
  saveView: { zh: '存为视图', en: 'Save as view' },
  updateView: { zh: '更新视图', en: 'Update view' },
  removeView: { zh: '删除视图', en: 'Delete view' },
  pinnedTabs: { zh: '选择标签页', en: 'Choose tabs' },
  viewName: { zh: '视图名称', en: 'Name of the view' },
  shareView: { zh: '共享给大家', en: 'Share with everybody' },
  firstView: { zh: '设为首先打开', en: 'Open first' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  viewSaved: { zh: '已存为视图', en: 'View saved' },
  viewGone: { zh: '视图已删除', en: 'View deleted' },
  me: { zh: '我自己', en: 'Myself' },
  pending: { zh: '待定', en: 'Pending' },
  belowLine: { zh: '资料未达标', en: 'Dossier below its line' },
  toTell: { zh: '待告知换了负责人', en: 'To be told of a new responsible' },
  toTellBeyondToday: { zh: '待告知（今日已列出的除外）', en: 'To be told, beyond those on Today' },
  yuan: { zh: '元', en: 'yuan' },
  emptyBook: { zh: '还没有客户', en: 'No customers yet' },
  emptyBookWhy: {
    zh: '导入办公室里的表格，或登记第一位来电客户，这里就有了。',
    en: 'Import the spreadsheets of the office or register a first caller.',
  },
  soonHere: { zh: '算好的客户会自己出现在这里。', en: 'They appear here by themselves as they are ready.' },
  nobody: { zh: '没有符合条件的客户', en: 'Nobody fits these conditions' },
  nobodyWhy: { zh: '放宽一个条件，或换个说法再找。', en: 'Loosen a condition or search in other words.' },
  clearFilter: { zh: '去掉所有条件', en: 'Remove all conditions' },
  task: { zh: '派任务', en: 'Assign a task' },
  tag: { zh: '加标签', en: 'Add a tag' },
  untag: { zh: '去标签', en: 'Remove a tag' },
  circle: { zh: '加圈层', en: 'Add a circle' },
  entrust: { zh: '交给', en: 'Entrust to' },
  taskTitle: { zh: '要做什么', en: 'What to do' },
  taskDue: { zh: '哪天之前', en: 'Due on' },
  assignee: { zh: '谁来做', en: 'Who does it' },
  responsibleEach: { zh: '各自的负责人', en: 'Whoever is responsible' },
  colleague: { zh: '同事', en: 'Colleague' },
  doIt: { zh: '开始', en: 'Start' },
  working: { zh: '正在处理', en: 'Working' },
  undoing: { zh: '正在撤销', en: 'Undoing' },
  mayLeave: { zh: '可以离开这一页，完成后照样生效。', en: 'You may leave this page; it goes on.' },
  reason: { zh: '用途', en: 'What for' },
  reasonHint: { zh: '写进导出记录和文件末尾。', en: 'Stands in the log and at the end of the file.' },
  format: { zh: '格式', en: 'Format' },
  exportNote: {
    zh: '导出当前看到的行、顺序和列；电话仍是遮盖的，文件末尾有水印。',
    en: 'Exactly the rows, order and columns you see; phones stay masked, the file is marked.',
  },
  waitsForRelease: {
    zh: '人数较多，要主管批准：已提醒能批准的同事。批准后会提醒您，24 小时内可以下载。',
    en: 'This is large and waits for a manager, who has been told. You will hear once it is released, and can fetch it for 24 hours.',
  },
  exportsBefore: { zh: '最近的导出', en: 'Recent exports' },
  fetch: { zh: '下载', en: 'Download' },
  release: { zh: '批准', en: 'Release' },
  released: { zh: '已批准', en: 'Released' },
  waiting: { zh: '待批准', en: 'Waiting' },
  refuse: { zh: '不批准', en: 'Refuse' },
  takeBack: { zh: '撤回', en: 'Take back' },
  takeReleaseBack: { zh: '收回批准', en: 'Take release back' },
  refused: { zh: '未批准', en: 'Refused' },
  takenBack: { zh: '已撤回', en: 'Taken back' },
  releaseTakenBack: { zh: '批准已收回', en: 'Release taken back' },
  isOver: { zh: '已过期', en: 'Expired' },
  labels: { zh: '标签', en: 'Labels' },
  overall: { zh: '整体', en: 'Overall' },
  history: { zh: '变化记录', en: 'Changes' },
  seeHistory: { zh: '看记录', en: 'See changes' },
  noChanges: { zh: '还没有变化', en: 'No changes yet' },
  wouldLift: { zh: '怎样才会上升', en: 'What would lift it' },
  missing: { zh: '还缺', en: 'Still missing' },
  gaveUp: { zh: '登记放弃购房', en: 'Record giving up' },
  takeBackGivingUp: { zh: '撤回放弃', en: 'Take back' },
  gaveUpWhy: { zh: '为什么放弃', en: 'Why' },
  gaveUpOn: { zh: '哪天说的', en: 'Said on' },
  gaveUpDone: { zh: '已登记放弃购房', en: 'Giving up is recorded' },
  distribution: { zh: '标签分布', en: 'Labels over time' },
  distributionNote: {
    zh: '任何一天的标签都按当时的记录还原',
    en: 'Any past day, rebuilt from what was on record then',
  },
  onDay: { zh: '哪天', en: 'On' },
  thanDay: { zh: '对比', en: 'Compared with' },
  change: { zh: '变化', en: 'Change' },
  total: { zh: '合计', en: 'Total' },
  noDistribution: { zh: '那时还没有客户标签', en: 'Nobody had this label then' },
  noDistributionWhy: { zh: '换一天，或换一个项目看看。', en: 'Choose another day or another project.' },
  none: { zh: '–', en: '–' },
} as const;

/** After an import or a changed figure: who is not reckoned yet may be missing from the book or stand with older labels. */
export function waitingWords(customers: string, isMore: boolean) {
  return isMore
    ? { zh: `正在计算 ${customers} 位以上客户的标签…`, en: `Reckoning the labels of more than ${customers} customers…` }
    : { zh: `正在计算 ${customers} 位客户的标签…`, en: `Reckoning the labels of ${customers} customers…` };
}

/** What came of an act on many customers: how many changed, and of the others why not. */
export function bulkDoneWords(act: { changed: number; unchanged: number; refused: number }) {
  const [changed, unchanged, refused] = [act.changed, act.unchanged, act.refused].map((count) =>
    count.toLocaleString('en-US'),
  );
  if (act.changed === 0 && act.refused === 0)
    return { zh: `没有改动：${unchanged} 户本来就是这样`, en: `Nothing changed: all ${unchanged} were so already` };
  if (act.unchanged === 0 && act.refused === 0) return { zh: `已完成 ${changed} 户`, en: `Done for ${changed}` };
  if (act.refused === 0)
    return {
      zh: `已完成 ${changed} 户，另 ${unchanged} 户本来就是这样`,
      en: `Done for ${changed}; ${unchanged} were so already`,
    };
  if (act.unchanged === 0)
    return { zh: `已完成 ${changed} 户，${refused} 户没有成功`, en: `Done for ${changed}; ${refused} failed` };
  return {
    zh: `已完成 ${changed} 户，另 ${unchanged} 户本来就是这样，${refused} 户没有成功`,
    en: `Done for ${changed}; ${unchanged} were so already, ${refused} failed`,
  };
}

export const nothingBefore = (day: string) => ({
  zh: `${day}还没有记录，看不出变化；换一天再对比。`,
  en: `Nothing was on record on ${day}, so no change can be told; compare with another day.`,
});
