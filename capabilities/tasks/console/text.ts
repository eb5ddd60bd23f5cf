import type { Sentence } from '@yilu/platform/contract';

export const texts = {
  today: { zh: '今日', en: 'Today' },
  phoneTitle: { zh: '今天', en: 'Today' },
  morning: { zh: '上午好', en: 'good morning' },
  noon: { zh: '中午好', en: 'good day' },
  afternoon: { zh: '下午好', en: 'good afternoon' },
  evening: { zh: '晚上好', en: 'good evening' },
  mine: { zh: '我的', en: 'Mine' },
  whose: { zh: '看谁的今天', en: 'Whose day' },
  team: { zh: '团队', en: 'Team' },
  done: { zh: '已完成', en: 'Done' },
  left: { zh: '还有', en: 'To do' },
  pieces: { zh: '件', en: '' },
  late: { zh: '已逾期', en: 'Overdue' },
  am: { zh: '上午', en: 'Morning' },
  pm: { zh: '下午', en: 'Afternoon' },
  anytime: { zh: '今天内', en: 'Any time today' },
  dueLater: { zh: '之后到期', en: 'Due later' },
  why: { zh: '为什么', en: 'Why' },
  note: { zh: '留意', en: 'Note' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '说法已复制', en: 'Words copied' },
  handOver: { zh: '转交', en: 'Hand over' },
  more: { zh: '更多', en: 'More' },
  changes: { zh: '住户的变化', en: 'What changed' },
  noChanges: { zh: '没有新的变化。', en: 'Nothing has changed.' },
  ahead: { zh: '接下来七天', en: 'The next seven days' },
  nothingAhead: { zh: '接下来七天还没有安排。', en: 'Nothing is planned for the next seven days.' },
  allDone: { zh: '今天的事都做完了', en: 'Everything for today is done' },
  nothing: { zh: '今天没有要做的事', en: 'Nothing to do today' },
  nothingWhy: {
    zh: '约好的跟进、没登记完的来电来访、快要降温的客户，到了那天会出现在这里。',
    en: 'Follow-ups, unfinished registers and customers about to cool appear here on their day.',
  },
  create: { zh: '新建待办', en: 'New task' },
  seeTeam: { zh: '看团队的今天', en: 'See the team’s day' },
  notLoaded: { zh: '没有取到今天的事', en: 'Today could not be loaded' },
  moves: { zh: '上下', en: 'move' },
  records: { zh: '记结果', en: 'outcome' },
  copies: { zh: '复制说法', en: 'copy words' },
  undoes: { zh: '撤销', en: 'undo' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '写一句，下次好接着说。', en: 'One sentence, so that the next attempt can go on from there.' },
  until: { zh: '改到哪天', en: 'New day' },
  to: { zh: '转交给', en: 'Hand over to' },
  confirm: { zh: '记下', en: 'Save' },
  cancel: { zh: '返回', en: 'Back' },
  recorded: { zh: '已记下', en: 'Recorded' },
  keptHere: { zh: '已存在这台设备里，有信号就上传', en: 'Kept on this device, to be sent once there is a signal' },
  what: { zh: '做什么', en: 'What to do' },
  on: { zh: '哪天', en: 'Day' },
  at: { zh: '几点', en: 'Time' },
  anyTime: { zh: '不限时间', en: 'Any time' },
  forWhom: { zh: '给谁做', en: 'For whom' },
  myself: { zh: '我自己', en: 'Myself' },
  project: { zh: '项目', en: 'Project' },
  created: { zh: '已新建', en: 'Created' },
  person: { zh: '同事', en: 'Colleague' },
  open: { zh: '待办', en: 'Open' },
  lateCount: { zh: '逾期', en: 'Late' },
  doneToday: { zh: '今天完成', en: 'Done today' },
  rate: { zh: '登记及时率', en: 'Registers on time' },
  rateNote: { zh: '近七天', en: 'last 7 days' },
  counted: { zh: '合成一行的名单算一件', en: 'A list gathered into one line counts as one' },
  hidden: { zh: '件没有列出', en: 'more not listed' },
  listAll: { zh: '全部列出', en: 'List all' },
  openColleague: { zh: '，点上面的同事看他的全部。', en: '; choose a colleague above to see all of theirs.' },
  findColleague: { zh: '找同事', en: 'Find a colleague' },
  wholeTeam: { zh: '整个团队', en: 'The whole team' },
  tasksOf: { zh: '待办', en: 'Tasks' },
  tasksNotLoaded: { zh: '没有取到待办', en: 'The tasks could not be loaded' },
  notices: { zh: '提醒', en: 'Notices' },
  readAll: { zh: '全部已读', en: 'Mark all read' },
  unread: { zh: '未读', en: 'Unread' },
  noNotices: { zh: '没有提醒', en: 'No notices' },
  noNoticesWhy: {
    zh: '登记快截止、同事转交待办、导出放行、导入结束时会告诉您。',
    en: 'You are told when a register is nearly due, a task is handed to you, an export is released or an import ends.',
  },
  noticesNotLoaded: { zh: '没有取到提醒', en: 'The notices could not be loaded' },
  calls: { zh: '拨打', en: 'call' },
  handOverAll: { zh: '全部转交', en: 'Hand all over' },
  handedOverAll: { zh: '待办已转交', en: 'Tasks handed over' },
  leaves: { zh: '离职交接', en: 'Leaves the company' },
  tasksTo: { zh: '待办转交给', en: 'Tasks go to' },
  oftenPostponed: { zh: '一再改期', en: 'Postponed again and again' },
  noTasks: { zh: '没有待办。', en: 'No open tasks.' },
} as const satisfies Readonly<Record<string, Sentence>>;

export const effectTitles = {
  DONE: { zh: '完成', en: 'Done' },
  NOT_NEEDED: { zh: '不需要', en: 'Not needed' },
  POSTPONED: { zh: '改天', en: 'Postponed' },
  HANDED_OVER: { zh: '转交', en: 'Handed over' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** 林晓，上午好. */
export const greeting = (name: string, word: string): Sentence => ({ zh: `${name}，${word}`, en: `${name}, ${word}` });
export const bellLabel = (unread: number): Sentence =>
  unread === 0 ? texts.notices : { zh: `提醒，${unread} 条未读`, en: `Notices, ${unread} unread` };
/** 昨天以来, since yesterday, since 20 Nov. */
export const sinceDay = (day: string): Sentence => ({
  zh: `${day}以来`,
  en: `since ${day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day}`,
});
export const pieces = (count: number): Sentence => ({ zh: `${count} 件`, en: `${count}` });
export const everybody = (count: number): Sentence => ({
  zh: `列出全部 ${count} 位同事`,
  en: `List all ${count} colleagues`,
});
export const timesPostponed = (times: number): Sentence => ({ zh: `改期 ${times} 次`, en: `postponed ${times} times` });
export const doneCount = (count: number): Sentence => ({ zh: `已完成 ${count} 件`, en: `${count} done` });
export const leftCount = (count: number): Sentence => ({ zh: `还有 ${count} 件`, en: `${count} to do` });
/** Short enough for one line of a phone. */
export const leftAndDone = (left: number, done: number): Sentence => ({
  zh: `还有 ${left} 件，已完成 ${done}`,
  en: `${left} to do, ${done} done`,
});
export const busiest = (day: string, count: number): Sentence => ({
  zh: `${day} ${count} 件，想提前做的话可以从那天开始。`,
  en: `${count} on ${day}; start there if you want to be ahead.`,
});
