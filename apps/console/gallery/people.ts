import type { ActivityValue, IntentGradeValue, LifecycleValue, StickinessValue } from '@yilu/platform/web';

export interface GalleryPerson {
  readonly id: string;
  readonly name: string;
  readonly room: string;
  readonly grade: IntentGradeValue | undefined;
  readonly stage: LifecycleValue;
  readonly activity: ActivityValue;
  readonly stickiness: StickinessValue;
  readonly days: number;
  readonly next: string;
}

const given: readonly Omit<GalleryPerson, 'id'>[] = [
  {
    name: '何雨桐',
    room: '3-1-0902',
    grade: undefined,
    stage: 'CLOSED',
    activity: 'ACTIVE',
    stickiness: 'TOUCHED',
    days: 1,
    next: '渗水投诉首次联系',
  },
  {
    name: '许静安',
    room: '3-2-1801',
    grade: 'B',
    stage: 'LONG_STANDING',
    activity: 'ACTIVE',
    stickiness: 'TRUSTING',
    days: 2,
    next: '三个月居住访问',
  },
  {
    name: '陆明远',
    room: '2-1-2602',
    grade: undefined,
    stage: 'LONG_STANDING',
    activity: 'ACTIVE',
    stickiness: 'TOUCHED',
    days: 19,
    next: '告知明早停水',
  },
  {
    name: '沈国栋',
    room: '3-1-0301',
    grade: undefined,
    stage: 'LONG_STANDING',
    activity: 'ACTIVE',
    stickiness: 'DEVOTED',
    days: 0,
    next: '代看长者，第 2 次',
  },
  {
    name: '周以宁',
    room: '5-1-1104',
    grade: undefined,
    stage: 'LONG_STANDING',
    activity: 'ACTIVE',
    stickiness: 'RELIANT',
    days: 12,
    next: '物业费温和提醒',
  },
  {
    name: '顾长风',
    room: '3-2-0703',
    grade: 'C',
    stage: 'LONG_STANDING',
    activity: 'COOLING',
    stickiness: 'TRUSTING',
    days: 42,
    next: '轻触关怀',
  },
  {
    name: '唐秋',
    room: '2-2-1502',
    grade: undefined,
    stage: 'LONG_STANDING',
    activity: 'ACTIVE',
    stickiness: 'TRUSTING',
    days: 6,
    next: '农历生日祝福',
  },
];

/** Invented people, as many as a list should show it can carry. */
export function peopleOf(count: number): readonly GalleryPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const person = given[index % given.length];
    if (!person) throw new Error('no people given');
    return { ...person, id: String(index) };
  });
}
