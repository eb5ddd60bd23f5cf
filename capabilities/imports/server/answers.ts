import { type AnswerValue, type FieldKey, fieldOf } from '@yilu/customers/contract';
import type { Work } from '@yilu/platform/server';
import type { DictionaryEntry } from '@yilu/settings/contract';
import { matchEntry } from '@yilu/settings/rules';
import { dictionaries, entriesIn } from '@yilu/settings/server';
import { type AnswerRead, notInTheList, type Problem } from '../contract/index.ts';
import { readAreaRange, readBudget } from '../rules/index.ts';
import { dossierFields } from './dossier-fields.ts';

/** Other words for fixed choices, and codes of 明源 (shapes §5.1). */
const otherWords: Readonly<Partial<Record<FieldKey, readonly (readonly [RegExp, string])[]>>> = {
  familyStructure: [
    [/^3$|单身|独居|一人/, 'single'],
    [/^2$|两口|二人|夫妻/, 'couple'],
    [/^4$|三代|四代/, 'threeGenerations'],
    [/四口|五口|二孩|多孩|两孩/, 'severalChildren'],
    [/^1$|三口/, 'oneChild'],
    [/老两口|老年夫妻/, 'elders'],
    [/单亲/, 'singleParent'],
  ],
  marriage: [
    [/^1$|未婚|单身/, 'single'],
    [/^2$|已婚/, 'married'],
    [/^3$|离异|离婚/, 'divorced'],
    [/^4$|丧偶/, 'widowed'],
  ],
  groupOwner: [
    [/^(是|有|y|yes|老业主|业主)$/i, 'yes'],
    [/^(否|不是|无|n|no|非业主)$/i, 'no'],
  ],
  secondHomeNeed: [
    [/没有|无|否|不/, 'no'],
    [/有|是/, 'yes'],
  ],
  residenceStatus: [
    [/自有|自购|自住|有房/, 'ownHome'],
    [/租/, 'renting'],
    [/父母/, 'withParents'],
    [/单位|宿舍|公司/, 'companyHousing'],
  ],
  paymentMethod: [
    [/组合/, 'combined'],
    [/公积金/, 'fund'],
    [/按揭|贷款|商贷/, 'mortgage'],
    [/分期/, 'instalments'],
    [/一次性|全款/, 'full'],
  ],
  eligibility: [
    [/暂无|无|没有|不具备/, 'notYet'],
    [/待|不确定|未知/, 'unclear'],
    [/有|具备|符合/, 'eligible'],
  ],
  needLayout: [
    [/一[居房室]|^1[居房室]/, '1'],
    [/[两二][居房室]|^2[居房室]/, '2'],
    [/三[居房室]|^3[居房室]/, '3'],
    [/四[居房室]|^4[居房室]/, '4'],
    [/五[居房室]|^5[居房室]|以上/, '5'],
  ],
};

/** Upper bounds of the choices of `needArea`, m², and of `totalPrice`, ten thousand yuan. */
const areaBands: readonly (readonly [number, string])[] = [
  [70, 'under70'],
  [90, '70to90'],
  [120, '90to120'],
  [144, '120to144'],
  [200, '144to200'],
  [Number.POSITIVE_INFINITY, 'over200'],
];
const priceBands: readonly (readonly [number, string])[] = [
  [100, 'under100'],
  [200, '100to200'],
  [300, '200to300'],
  [500, '300to500'],
  [800, '500to800'],
  [1_500, '800to1500'],
  [Number.POSITIVE_INFINITY, 'over1500'],
];

const incomeBands: readonly (readonly [number, string])[] = [
  [10, 'under10'],
  [20, '10to20'],
  [30, '20to30'],
  [50, '30to50'],
  [100, '50to100'],
  [Number.POSITIVE_INFINITY, 'over100'],
];

export interface AnswerReader {
  readonly read: (answers: readonly AnswerRead[]) => {
    readonly answers: readonly { readonly field: FieldKey; readonly value: AnswerValue }[];
    /** What fits no choice. */
    readonly unread: readonly (Problem & { readonly text: string })[];
  };
}

/** Reads answers against the lists as they stand, loaded once per import. */
export async function openAnswers<Tables>(work: Work<Tables>): Promise<AnswerReader> {
  const lists = new Map<string, readonly DictionaryEntry[]>();
  for (const list of work.contributions(dictionaries)) lists.set(list.key, await entriesIn(work, list));

  const valueOf = ({ field, text, value }: AnswerRead): AnswerValue | undefined => {
    if (value !== undefined) return value;
    const key = dossierFields[field];
    const type = fieldOf(key)?.type;
    if (!type) return undefined;
    if (field === 'areaWanted') return bandsOf(areaBands, areaOf(text));
    if (field === 'budget') return bandsOf(priceBands, budgetOf(text));
    if (field === 'personalIncome' || field === 'householdIncome') return bandsOf(incomeBands, budgetOf(text))?.[0];
    if (field === 'plate') return parts(text.replace(/[·•\s]/g, '')).map((plate) => plate.toUpperCase().slice(0, 12));
    switch (type.kind) {
      case 'number': {
        const figure = Number(/-?\d+(\.\d+)?/.exec(text)?.[0] ?? Number.NaN);
        return figure >= type.least && figure <= type.most ? figure : undefined;
      }
      case 'text':
        return text.slice(0, type.longest);
      case 'list':
        return parts(text).map((part) => part.slice(0, type.longest));
      case 'choice':
        return choiceOf(key, type.choices, text);
      case 'choices': {
        const chosen = parts(text).flatMap((part) => choiceOf(key, type.choices, part) ?? []);
        return chosen.length > 0 ? [...new Set(chosen)] : undefined;
      }
      case 'dictionary': {
        const entries = listFor(lists, type.dictionary);
        const whole = matchEntry(entries, text);
        if (!type.several) return whole?.id;
        const chosen = whole ? [whole.id] : parts(text).flatMap((part) => matchEntry(entries, part)?.id ?? []);
        return chosen.length > 0 ? [...new Set(chosen)] : undefined;
      }
      default:
        return undefined;
    }
  };

  return {
    read: (given) => {
      const read = given.map((answer) => ({ answer, value: valueOf(answer) }));
      return {
        answers: read.flatMap(({ answer, value }) =>
          value === undefined ? [] : [{ field: dossierFields[answer.field], value }],
        ),
        unread: read.flatMap(({ answer, value }) =>
          value === undefined ? [{ column: answer.column, reason: notInTheList, text: answer.text }] : [],
        ),
      };
    },
  };
}

function listFor(lists: ReadonlyMap<string, readonly DictionaryEntry[]>, name: string): readonly DictionaryEntry[] {
  const wanted = name === 'purposes' ? 'purchasePurposes' : name;
  const key = [...lists.keys()].find((known) => known === wanted || known.endsWith(`.${wanted}`));
  return (key && lists.get(key)) || [];
}

function choiceOf(
  key: FieldKey,
  choices: readonly { readonly key: string; readonly title: { readonly zh: string; readonly en: string } }[],
  text: string,
): string | undefined {
  const plain = text.trim().toUpperCase().replace(/[+-]$/, '').replace(/级$/, '');
  const named = choices.find(({ key: id, title }) =>
    [id, title.zh, title.en].some((word) => word.toUpperCase() === plain),
  );
  if (named) return named.key;
  return otherWords[key]?.find(([words]) => words.test(text))?.[1];
}

function parts(text: string): string[] {
  return text
    .split(/[、,;/|\n]|\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

function areaOf(text: string): Range | undefined {
  const read = readAreaRange(text);
  return read.state === 'value' ? read.value : undefined;
}

function budgetOf(text: string): Range | undefined {
  const read = readBudget(text);
  if (read.state !== 'value') return undefined;
  const inTenThousands = (fen: number | undefined) => (fen === undefined ? undefined : fen / 1_000_000);
  return { from: inTenThousands(read.value.fromFen), to: inTenThousands(read.value.toFen) };
}

/** All bands that the range reaches into; one that it only touches does not count. */
function bandsOf(bands: readonly (readonly [number, string])[], range: Range | undefined): string[] | undefined {
  if (!range) return undefined;
  const from = range.from ?? 0;
  const to = range.to ?? Number.POSITIVE_INFINITY;
  return bands.flatMap(([upper, key], at) => {
    const lower = bands[at - 1]?.[0] ?? 0;
    const reaches = from === to ? from >= lower && from < upper : from < upper && to > lower;
    return reaches ? [key] : [];
  });
}
