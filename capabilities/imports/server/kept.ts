import { fieldOf, type KeptPlace } from '@yilu/customers/contract';
import { dayOf, type Sentence } from '@yilu/platform/contract';
import type { WhyKept } from '@yilu/properties/contract';
import type { StoredKept } from '../store/runs.ts';

/** What an undo leaves, by what it is and why. */
export type Kept = Map<string, StoredKept>;

const mostNamed = 50;
const reasons: Readonly<Record<WhyKept, Sentence>> = {
  editedSince: { zh: '之后有人改过', en: 'edited since' },
  laterImport: { zh: '之后的导入改过', en: 'changed by a later import' },
  referredTo: { zh: '已有别的记录用到', en: 'in use by other records' },
};

export function keep(kept: Kept, door: string, what: Sentence, because: WhyKept, who: readonly string[]): void {
  add(kept, `${door} ${what.zh} ${because}`, { door, what, why: reasons[because], who });
}

/** Each person by themselves as long as they are few enough to be named: what was edited, who did so and when last. */
export function keepPlaces(kept: Kept, personId: string, places: readonly KeptPlace[], isWhole: boolean): void {
  const isNamed = kept.size < mostNamed;
  const why = isNamed ? editedBy(places, isWhole) : reasons.editedSince;
  for (const { place } of places) {
    const what = titleOfPlace(place);
    const key = `people ${what.zh} ${isNamed ? personId : 'editedSince'}`;
    add(kept, key, { door: 'people', what, why, who: [personId] });
  }
}

interface Line {
  readonly door: string;
  readonly what: Sentence;
  readonly why: Sentence;
  readonly who: readonly string[];
}

function add(kept: Kept, key: string, { door, what, why, who }: Line): void {
  const { count = 0, ids = [] } = kept.get(key) ?? {};
  const named = [...new Set([...ids, ...who])].slice(0, mostNamed);
  kept.set(key, { door, what: { ...what }, why: { ...why }, count: count + 1, ids: named });
}

/** A created customer of whom something was edited stays whole; of one who was here before, the rest is emptied. */
function editedBy(places: readonly KeptPlace[], isWhole: boolean): Sentence {
  const names = [...new Set(places.flatMap(({ by }) => by ?? []))].sort();
  const last = places
    .flatMap(({ at }) => (at ? [dayOf(at)] : []))
    .sort()
    .at(-1);
  const zh = last ? `之后有人改过（${names.join('、')}，${last}）` : reasons.editedSince.zh;
  const en = last ? `edited since (${names.join(', ')}, ${last})` : reasons.editedSince.en;
  return isWhole ? { zh: `${zh}，整份档案留着`, en: `${en}, so the whole record stays` } : { zh, en };
}

function titleOfPlace(place: KeptPlace['place']): Sentence {
  const [sort = '', key = ''] = place.split(':');
  if (sort === 'answer') return fieldOf(key)?.title ?? { zh: '档案', en: 'Dossier' };
  const titles: Readonly<Record<string, Sentence>> = {
    name: { zh: '姓名', en: 'Name' },
    household: { zh: '同住的家人', en: 'Household' },
    sex: { zh: '性别', en: 'Sex' },
    birthDate: { zh: '生日', en: 'Birth' },
    birthYear: { zh: '出生年', en: 'Year of birth' },
    identity: { zh: '证件', en: 'ID' },
    phone: { zh: '电话', en: 'Phones' },
    party: { zh: '与房间的关系', en: 'Parts in rooms' },
    ended: { zh: '过户', en: 'Transfers' },
    project: { zh: '所在项目', en: 'Projects' },
    relation: { zh: '人与人的关系', en: 'Relations' },
  };
  return titles[sort] ?? { zh: '客户', en: 'People' };
}
