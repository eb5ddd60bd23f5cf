import type { Cell } from '../../contract/cell.ts';
import { cellText, saysNothing } from './cell-text.ts';

export interface ReadName {
  readonly name: string;
  readonly kind: 'natural' | 'company';
}

const company =
  /(公司|集团|有限|股份|合伙|合作社|事务所|基金会|委员会|工会|协会|银行|学校|大学|医院|研究院|研究所|工作室|中心$|厂$|部$|局$|处$|院$|店$|院\([^()]*分院\)$)/;

/** What people write where a caller would not say, and where nobody lives. */
const nobody =
  /^(不留|未告知|无人|没人|开发商|建设单位|空关|待租|未留|未登记|不愿|拒绝|匿名|无名|不肯|没留|空置|空房|空户|未售|待售|未租|同上|同\d|样板[房间])/;

/** What most cells hold: three signs are no company and join no two names; 张三等 stands for others too. */
const oneName = /^(?!.*等)[\u4e00-\u9fa5]{2,3}$/;

/** The people of a name cell in order: `张三、李四`, `张三/李四`, `张三，李四`; a company is one name whatever marks it holds. */
export function readNames(cell: Cell | undefined): ReadName[] {
  const text = cellText(cell).replace(dots, '·');
  if (saysNothing(text)) return [];
  if (oneName.test(text) && !nobody.test(text)) return [{ name: text, kind: 'natural' }];
  if (isCompany(text) && !ofPerson.test(text)) {
    return [{ name: text.replace(remarkOfCompany, '').replace(/\n/g, ''), kind: 'company' }];
  }
  if (surnameFirst.test(text)) return [{ name: text.replace(surnameFirst, '$2 $1'), kind: 'natural' }];
  return text
    .replace(/\([^()]*\)|等\d*[人户]?$/g, '、')
    .replace(numbers, '、')
    .split(/[、,;/|&+\\\n]|(?<=\p{Script=Han})(?:和|与)(?=\p{Script=Han}{2,4}$)/u)
    .flatMap(separatedBySpace)
    .map((name) =>
      withoutPadding(name.replace(/(?:占|各)?\d+(?:\.\d+)?%/g, '')).replace(
        /(?<=\p{Script=Han}{2})(夫妇|夫妻|两口子)$/u,
        '',
      ),
    )
    .filter((name) => !saysNothing(name) && /\p{L}/u.test(name) && !nobody.test(name))
    .map((name) => ({ name, kind: isCompany(name) ? 'company' : 'natural' }));
}

/** `Smith, John` is one person. */
const surnameFirst = /^([A-Z][A-Za-z'-]+)\s*,\s*([A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'.-]*)?)$/;

/** Behind a company's name whom to ask for or what for: (李经理), (员工宿舍); (有限合伙) and (深圳分公司) are part of the name. */
const remarkOfCompany =
  /(?<=公司|集团|厂|店|中心|银行|学校|医院|事务所|工作室|部)\s*\((?![^()]*(?:合伙|公司|集团|分行|支行|分店|分部|分院|分所|分校|分厂|筹|个体))[^()]*\)$/;
/** 陈明(公司名义:深圳某某有限公司) is a person with a remark. */
const ofPerson = /^\p{Script=Han}{2,3}\s*\([^()]{6,}\)$/u;
/** A phone that stands in the cell of a name. */
const numbers =
  /(?:电话|手机|tel)?[::]?\s*(?:\+?86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)/gi;

/** One dot in 古丽巴哈尔·吐尔逊, whichever of its likenesses was typed. */
const dots = /(?<=\p{Script=Han})\s*[•‧∙⋅・･.]\s*(?=\p{Script=Han})/gu;

export function holdsPhone(text: string): boolean {
  return /\d{3}/.test(text) && text.search(numbers) >= 0;
}

/** The cell, where brackets in it say more of people than their share: `孙三(已故)`. */
export function remarkBesideNames(cell: Cell | undefined): string | undefined {
  const text = cellText(cell);
  if (!text.includes('(')) return undefined;
  const said = [...text.matchAll(/\(([^()]*)\)/g)].map(([, inside = '']) => inside.trim());
  const isCompanys = isCompany(text) && !ofPerson.test(text) && !remarkOfCompany.test(text);
  const isTelling = said.some(
    (inside) => /\p{L}/u.test(inside.replace(numbers, '')) && !plainParts.test(inside) && !saysNothing(inside),
  );
  return isTelling && !isCompanys ? text.replace(/\n/g, '、').slice(0, 200) : undefined;
}

const plainParts = /^(?:业主|户主|产权人|本人|客户|买受人|共有人|共有|主)$|\d%/;

export function isCompany(name: string): boolean {
  return name.length >= 4 && company.test(name);
}

/** `张三 李四` are two people; `张 三` and `欧阳 晓明` are one, spread out as on paper forms; so is `John Smith`. */
function separatedBySpace(part: string): string[] {
  const given = part.trim().split(/\s+/);
  if (given.length < 2 || !given.every((word) => /^\p{Script=Han}{1,4}$/u.test(word))) return [part];
  const words = spreadJoined(given);
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next] = words.slice(at);
    const isSurname = word.length === 1 || compoundSurnames.has(word);
    if (isSurname && next !== undefined && next.length <= 2 && !address.test(next)) {
      names.push(`${word}${next}`);
      at += 1;
    } else if (names.length > 0 && (word.length === 1 || address.test(word))) names.push(`${names.pop()}${word}`);
    else names.push(word);
  }
  return names.some((name) => name.length === 1) ? [part] : names;
}

/** Signs that stand one by one: 张 小 明 is one name, 张 三 李 四 are two, and 欧 阳 晓 明 is one. */
function spreadJoined(words: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run && word.length === 1 && run.every((sign) => sign.length === 1)) run.push(word);
    else runs.push([word]);
  }
  return runs.flatMap((run) => {
    const joined = run.join('');
    const areTwo = run.length === 4 && !compoundSurnames.has(joined.slice(0, 2));
    return areTwo ? [joined.slice(0, 2), joined.slice(2)] : [joined];
  });
}

const address = /^(先生|女士|小姐|太太|师傅|老师|阿姨)$/;

/** Surnames of two signs that people carry today. */
const compoundSurnames: ReadonlySet<string> = new Set(
  '欧阳 上官 司马 司徒 司空 诸葛 东方 皇甫 尉迟 公孙 公羊 公冶 慕容 长孙 宇文 夏侯 令狐 钟离 闻人 轩辕 端木 独孤 南宫 西门 东郭 百里 呼延 澹台 濮阳 淳于 单于 申屠 太史 赫连 拓跋 万俟 完颜 耶律 纳兰 叶赫 第五 左丘 梁丘 东门 南门 北堂 宗政 鲜于 仲孙 亓官 司寇 巫马 漆雕 乐正 壤驷 公良 夹谷 宰父 谷梁 段干 羊舌 微生 欧侯 达奚 褚师'.split(
    ' ',
  ),
);

function withoutPadding(name: string): string {
  return name.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').trim();
}
