import type { Sentence } from '@yilu/platform/contract';

/** Words of choosing a colleague. */
export const choosing = {
  and: { zh: '、', en: ', ' },
  how: { zh: '姓名、拼音或首字母', en: 'Name, pinyin or initials' },
  coming: { zh: '…', en: '…' },
  elsewhere: { zh: '范围外的同事', en: 'Outside your reach' },
  notNamed: { zh: '没取到姓名', en: 'Name not loaded' },
  looking: { zh: '正在找…', en: 'Looking…' },
  nobodyHere: { zh: '这里还没有可以选的同事', en: 'There is nobody to choose here yet' },
  offline: { zh: '没有网络，接通后再找。', en: 'You are offline. Look again once you are connected.' },
  noAnswer: { zh: '服务器没有回应，还没找。', en: 'The server did not answer.' },
  again: { zh: '再找一次', en: 'Look again' },
  typeOn: {
    zh: '先列出这些，再写几个字就能找到其他同事。',
    en: 'Only the first are listed; type on to find the others.',
  },
} as const;

export function nobodyCalled(text: string): Sentence {
  return {
    zh: `没有找到“${text}”。可以换成拼音或首字母，也可能不在您的范围内。`,
    en: `Nobody found for “${text}”. Try pinyin or initials; they may also be outside your reach.`,
  };
}

export function foundCount(count: number): Sentence {
  return { zh: `找到 ${count} 位同事`, en: `${count} found` };
}
