import type { Sentence } from '@yilu/platform/contract';
import type { InteractionKind } from './kind.ts';
import type { ContactParts } from './parts.ts';

export const kindTitles: Readonly<Record<InteractionKind, Sentence>> = {
  CALL_IN: { zh: '来电', en: 'Call in' },
  VISIT_IN: { zh: '来访', en: 'Visit to us' },
  CALL_OUT: { zh: '电话回访', en: 'Call' },
  VISIT_OUT: { zh: '上门拜访', en: 'Home visit' },
  SMS: { zh: '短信', en: 'Text message' },
  WECHAT: { zh: '微信', en: 'WeChat' },
  INVITATION: { zh: '活动邀约', en: 'Invitation' },
  ACTIVITY: { zh: '活动参与', en: 'Activity' },
  CIRCLE: { zh: '圈层营销', en: 'Circle event' },
  ENQUIRY: { zh: '咨询客服', en: 'Service enquiry' },
};

export const partTitles: Readonly<Record<keyof ContactParts, Sentence>> = {
  keyPoints: { zh: '沟通要点', en: 'Key points' },
  feedback: { zh: '客户反馈', en: 'Customer’s feedback' },
  goal: { zh: '拜访目标', en: 'Goal of the visit' },
  achievement: { zh: '达成情况', en: 'What was achieved' },
  plan: { zh: '下一步跟踪计划', en: 'Next plan' },
  theme: { zh: '活动主题', en: 'Theme' },
  participants: { zh: '参与人数', en: 'Participants' },
  message: { zh: '消息原文', en: 'Message as sent' },
  reply: { zh: '客户回复', en: 'Reply' },
  approves: { zh: '认可点', en: 'Likes' },
  doubts: { zh: '疑问点', en: 'Doubts' },
  companions: { zh: '同来的人', en: 'Came along' },
};

/** What the length of a visit record is counted over, all four passages together (DOS-44). */
export const visitTotal: Sentence = {
  zh: '目标、达成、反馈和计划合起来',
  en: 'Goal, achievement, feedback and plan together',
};
export const phoneTotal: Sentence = { zh: '要点和反馈合起来', en: 'Key points and feedback together' };

/** The fields of a first call and a first visit (DOS-10, DOS-11). */
export const registerFieldTitles = {
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  phone: { zh: '联系电话', en: 'Phone' },
  source: { zh: '获知途径', en: 'How they heard of us' },
  talk: { zh: '洽谈内容', en: 'What was talked about' },
  age: { zh: '年龄', en: 'Age' },
  address: { zh: '联系地址', en: 'Address' },
  family: { zh: '家庭结构', en: 'Family' },
  occupation: { zh: '职业', en: 'Occupation' },
  purpose: { zh: '置业目的', en: 'Purpose' },
  need: { zh: '置业需求', en: 'Need' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type RegisterField = keyof typeof registerFieldTitles;
