import { pinyin } from 'pinyin-pro';

/** A name's sound: `zhangsan`, and its initials, `zs`; surnames are read as surnames (单 is shan, 曾 is zeng). */
export interface Sound {
  readonly pinyin: string;
  readonly initials: string;
}

export function soundOf(name: string): Sound {
  const syllables = pinyin(name, {
    mode: 'surname',
    surname: 'head',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
    .flatMap((syllable) => syllable.split(/\s+/))
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') };
}

/** Names are the same person's when these are equal: width, spaces, case, dots and forms of address do not count. */
export function nameKeyOf(name: string): string {
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•．.。'’‘"()（）]/g, '');
  return letters.replace(/(?<=.)(先生|女士|小姐|太太)$/u, '');
}

/** `张*`, `欧*`: enough to recognise whom one already knows. */
export function maskedName(name: string): string {
  const letters = [...name];
  return letters.length <= 1 ? '*' : `${letters[0]}${'*'.repeat(Math.min(letters.length - 1, 2))}`;
}
