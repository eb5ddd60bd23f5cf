import type { Sentence } from '@yilu/platform/contract';
import type { Section } from '@yilu/platform/web';
import {
  ChartLine,
  CircleUser,
  Gem,
  Handshake,
  Headset,
  KeyRound,
  type LucideIcon,
  MessageSquareText,
  Route,
  Settings2,
  Sun,
  Trees,
  Users,
} from 'lucide-react';

export const sections: Readonly<Record<Section, Sentence>> = {
  today: { zh: '今天', en: 'Today' },
  customers: { zh: '客户', en: 'Customers' },
  sales: { zh: '销售', en: 'Sales' },
  journeys: { zh: '旅程', en: 'Journeys' },
  handover: { zh: '交付', en: 'Handover' },
  service: { zh: '服务台', en: 'Service desk' },
  surveys: { zh: '回访', en: 'Surveys' },
  community: { zh: '社区', en: 'Community' },
  club: { zh: '会员', en: 'Club' },
  insights: { zh: '洞察', en: 'Insights' },
  settings: { zh: '设置', en: 'Settings' },
  me: { zh: '我的', en: 'Me' },
};

export const sectionIcons: Readonly<Record<Section, LucideIcon>> = {
  today: Sun,
  customers: Users,
  sales: Handshake,
  journeys: Route,
  handover: KeyRound,
  service: Headset,
  surveys: MessageSquareText,
  community: Trees,
  club: Gem,
  insights: ChartLine,
  settings: Settings2,
  me: CircleUser,
};

export const texts = {
  name: { zh: '一路', en: 'Yilu' },
  navigation: { zh: '主导航', en: 'Main' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  search: { zh: '找人、房间、电话', en: 'Find anything' },
  project: { zh: '看哪个项目', en: 'Project in view' },
  allProjects: { zh: '全部项目', en: 'All projects' },
  keys: { zh: '快捷键', en: 'Keyboard shortcuts' },
  signOut: { zh: '退出', en: 'Sign out' },
  account: { zh: '我的账号', en: 'My account' },
  more: { zh: '我的', en: 'Me' },
  lost: { zh: '没有这一页', en: 'There is no such page' },
  lostWhy: { zh: '地址可能抄漏了，或者它已经搬走。', en: 'The address may be incomplete, or the page has moved.' },
  home: { zh: '回到首页', en: 'Go to the start' },
  locked: { zh: '这一页没有为您打开', en: 'This page is not open to you' },
  failed: { zh: '这一页出了错', en: 'This page failed' },
  unreachable: { zh: '连不上服务器', en: 'The server cannot be reached' },
  unreachableWhy: { zh: '它没有回应，可能正在重启。', en: 'It does not answer; it may be starting again.' },
  again: { zh: '再试一次', en: 'Try again' },
  upgraded: { zh: '刚刚升级过', en: 'Yilu was just upgraded' },
  upgradedWhy: { zh: '刷新一下就是新的。', en: 'Reload to get the new version.' },
  notFetched: { zh: '这一页还没在这台设备上打开过', en: 'This page was never opened on this device' },
  notFetchedWhy: {
    zh: '有信号时会自动取来，之后没有信号也能打开。',
    en: 'It is fetched once there is a signal, and opens without one from then on.',
  },
  reload: { zh: '刷新', en: 'Reload' },
  nothingYet: { zh: '还没有可以打开的页面', en: 'No page is open to you yet' },
  nothingYetWhy: {
    zh: '您的账号还没有角色，请管理员给您加上。',
    en: 'Your account has no role yet; ask an administrator.',
  },
  palette: { zh: '找和做', en: 'Find and do' },
  moveRows: { zh: '列表里上下', en: 'Move in a list' },
  openRow: { zh: '打开', en: 'Open' },
  chooseRow: { zh: '选中，按住 Shift 连选', en: 'Select; with Shift a range' },
  undo: { zh: '撤销', en: 'Undo' },
  noSignal: { zh: '没有信号。', en: 'No signal.' },
  noSignalYet: {
    zh: '没有信号。打开过的资料还能看，写下的先存在这台设备里。',
    en: 'No signal. What you opened can still be read; what you write is kept on this device.',
  },
  mayBeOld: {
    zh: '服务器暂时没有回应，您看到的可能不是最新的。接通后自动更新。',
    en: 'The server does not answer just now; what you see may be old. It updates by itself once it does.',
  },
  look: { zh: '看一看', en: 'Look' },
  waiting: { zh: '等待上传', en: 'Waiting to be sent' },
  sendNow: { zh: '现在上传', en: 'Send now' },
  nothingWaits: { zh: '都上传了', en: 'Everything has been sent' },
  nothingWaitsWhy: {
    zh: '没有信号时写下的记录会先列在这里，有信号就自动上传。',
    en: 'What you write without a signal is listed here first, and is sent once there is one.',
  },
  noName: { zh: '还没有姓名', en: 'No name yet' },
  openWaiting: { zh: '打开修改', en: 'Open and change' },
  sendAnyway: { zh: '仍要上传', en: 'Send it anyway' },
  writtenLongAgo: {
    zh: '写下已超过两周，没有自动上传。请看一眼还要不要；文字都还在。',
    en: 'Written more than two weeks ago, so it was not sent by itself. See whether it is still wanted; its words are all here.',
  },
  writtenLongAgoMaybeThere: {
    zh: '写下已超过两周，当时可能已经传到过一次。请先到客户的往来里看一眼，没有再上传；文字都还在。',
    en: 'Written more than two weeks ago, and it may have arrived then. Look at the customer’s contacts first; its words are all here.',
  },
  discard: { zh: '不要了', en: 'Discard' },
  dropped: { zh: '已从这台设备删掉', en: 'Removed from this device' },
  droppedMaybeThere: {
    zh: '已从这台设备删掉。之前可能传到过一次，请到客户的往来里看一眼',
    en: 'Removed from this device. It may have arrived once before: look at the customer’s contacts',
  },
  leaveTitle: { zh: '还有没上传的记录', en: 'Some records have not been sent' },
  leaveAnyway: { zh: '删掉并退出', en: 'Delete them and sign out' },
  stay: { zh: '先不退出', en: 'Stay' },
} satisfies Record<string, Sentence>;

/** 2 条已存在这台设备里，有信号就上传。 */
export const keptHere = (count: number, isOnline: boolean): Sentence => ({
  zh: isOnline ? `${count} 条等待上传。` : `${count} 条已存在这台设备里，有信号就上传。`,
  en: isOnline ? `${count} waiting to be sent.` : `${count} kept on this device, to be sent once there is a signal.`,
});
/** Of what was written more than two weeks ago. */
export const toDecide = (count: number): Sentence => ({
  zh: `${count} 条放得太久，要您看过再传。`,
  en: `${count} written long ago and wait for your word.`,
});
export const toMend = (count: number): Sentence => ({
  zh: `${count} 条没有传上去，要改一改。`,
  en: `${count} could not be sent and must be changed.`,
});
export const leaveWaiting = (count: number): Sentence => ({
  zh: `${count} 条记录还没有上传。退出会把它们从这台设备删掉，找不回来。`,
  en: `${count} records have not been sent. Signing out deletes them from this device for good.`,
});

/** What would open a page: the permission, by its name. */
export const lockedWhy = ({ zh, en }: Sentence): Sentence => ({
  zh: `需要的话，请管理员给您加上权限“${zh}”。`,
  en: `If you need it, ask an administrator for the permission “${en}”.`,
});
