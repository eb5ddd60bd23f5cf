import { pinyin } from 'pinyin-pro';

// By frequency, roughly: a real list has several 王 on every page.
const surnames = [
  ...'王王王李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何林罗高梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
];
const givenNames = [
  ...'静伟敏磊洋艳勇军杰涛超霞平刚辉鹏玲丹萍华红玉梅倩琳莹婷峰斌宁凯悦',
  ...'雨桐 静安 明远 国栋 以宁 长风 书瑶 知夏 一帆 小满 若溪 子涵 思远 晓峰 建国 志强 秀英 桂兰 文博 嘉怡 浩然 雅婷 俊杰 欣怡 梓萱 宇航 佳琪 博文 海燕 春梅 永强 立新 慧敏 晨曦 云飞 天宇 诗涵 玉兰 振华 家豪 美玲 少华 丽娟 卫东 新民 爱华 承志 望舒 清和 怀瑾'.split(
    ' ',
  ),
];

interface Name {
  readonly text: string;
  /** Letters without tones or spaces, as names are sorted and searched. */
  readonly pinyin: string;
  readonly initials: string;
}

/** Parts of names with their letters, worked out once; SQL puts them together. */
export const nameParts = {
  surnames: surnames.map((text) => lettersOf(text, 'head')),
  given: givenNames.map((text) => lettersOf(text, 'off')),
} as const;

function lettersOf(text: string, surname: 'head' | 'off'): Name {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', surname, v: true });
  return { text, pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.slice(0, 1)).join('') };
}

/** What people say and staff write down; each is longer than the least length of its kind. */
export const talks = {
  call: [
    '客户来电询问三居室户型和总价，关注学区与地铁距离，听说最近有优惠，想周末带家人一起来看样板间。',
    '电话里确认了贷款额度和首付比例，客户表示月供能接受，但希望再等等开盘价，约好周三再联系。',
    '客户询问交付时间和精装标准，重点问了厨卫品牌与地暖，对物业服务口碑比较满意，愿意再来现场。',
    '回电核对资料，客户说父母也会同住，需要一楼有卫生间的户型，请我们把两套备选的平面图发过去。',
  ],
  visit: [
    '陪同参观样板间和园区，客户对采光和得房率认可，对总价有顾虑，家人意见还没有统一，下周带父母再来一次，届时准备两套付款方案供比较。',
    '上门拜访，目的是了解入住三个月的感受，客户反映主卧推拉门有异响，已约工程师周四上门，其他方面满意，下一步跟进维修结果并回电确认。',
    '现场接待二次来访，讲解了交付标准与学区划分，客户倾向三号楼中间楼层，计划月底前确定，下一步发送价格明细并预约财务面谈。',
  ],
  activity: [
    '参加社区亲子市集，带着两个孩子做了手工，全程很投入，提出希望每月都有一次，也愿意帮忙组织邻居报名。',
    '参加业主恳谈会，对绿化养护和停车管理提了两条建议，态度友善，希望下次能看到整改的进展说明。',
  ],
  message: [
    '您好，我是您的管家，明天上午九点到十一点园区停水检修，请提前储水，给您添麻烦了。',
    '温馨提醒：本周末园区有消防演练，如听到警报请不必惊慌，感谢您的理解与配合。',
  ],
  reply: ['收到，谢谢提醒。', '好的，辛苦了。', '知道了，请问几点恢复？'],
} as const;
