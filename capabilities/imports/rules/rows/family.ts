import type { CareDate, FamilyMember } from '@yilu/customers/contract';
import type { Day } from '@yilu/platform/contract';
import type { Field } from '../../contract/field.ts';
import { notADate } from '../../contract/problems.ts';
import type { AnswerRead } from '../../contract/read-row.ts';
import { type CareDay, readCareDay, readLunarDay } from '../values/care-day.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { isYearless, readBirth } from '../values/day.ts';
import { readNames } from '../values/name.ts';
import { relationOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';

const ofFamily: readonly Field[] = ['child', 'childBirth', 'childSchool', 'familyMembers'];
const ofCare: readonly Field[] = ['birth', 'weddingDay', 'anniversary', 'lunarBirth', 'companyDay', 'spouseBirth'];

/** What a row tells of the family and of the days to care about, for the dossier of the person whom it is about. */
export function readFamily(row: OpenRow, today: Day): AnswerRead[] {
  const family = ofFamily.find(row.has);
  const care = ofCare.find(row.has);
  const members = family ? [...childrenIn(row, today), ...membersInText(row)].slice(0, 30) : [];
  const dates = care ? careDatesIn(row).slice(0, 50) : [];
  return [
    ...(family && members.length > 0
      ? [{ field: 'familyMembers' as const, text: '', column: row.heading(family), value: members }]
      : []),
    ...(care && dates.length > 0
      ? [{ field: 'careDates' as const, text: '', column: row.heading(care), value: dates }]
      : []),
  ];
}

/** Of children the name, the month of birth and the stage of school, never the day (SEC-05). */
function childrenIn(row: OpenRow, today: Day): FamilyMember[] {
  const names = row.cells('child').flatMap(({ cell }) => readNames(cell).map(({ name }) => name.slice(0, 30)));
  const births = parts(row, 'childBirth').map(({ text, heading }) => {
    const month = birthMonthIn(text);
    if (month !== undefined && month <= today.slice(0, 7)) return month;
    row.noteAt(heading, notADate);
    return undefined;
  });
  const schools = parts(row, 'childSchool').map(({ text }) => text);
  return Array.from({ length: Math.max(names.length, births.length, schools.length) }, (_, at): FamilyMember => {
    const school = schools[at];
    const schoolStage = school === undefined ? undefined : stageOf(school);
    return present({
      relation: 'child' as const,
      name: names[at],
      birthMonth: births[at],
      schoolStage,
      note: schoolStage === undefined ? school?.slice(0, 100) : undefined,
    });
  }).filter((child) => Object.keys(child).length > 1);
}

/** `妻子李娜、儿子张小宝` in one cell; what cannot be told apart stays readable. */
function membersInText(row: OpenRow): FamilyMember[] {
  return parts(row, 'familyMembers').map(({ text, heading }) => {
    // 妻子李娜 before 妻 子李娜.
    const length = [3, 2, 1].find((letters) => relationOf(text.slice(0, letters)));
    const told = length === undefined ? undefined : relationOf(text.slice(0, length));
    const name = text.slice(length).replace(/^[::\s]+/, '');
    const [, alone, phone] = /^(\p{Script=Han}{2,4})\s*(\d[\d -]{6,})?$/u.exec(name) ?? [];
    if (told && alone) return present({ relation: familyRelations[told], name: alone, note: phone });
    return { relation: /子女|孩/.test(heading) ? ('child' as const) : ('other' as const), note: text.slice(0, 100) };
  });
}

const familyRelations = {
  spouse: 'spouse',
  child: 'child',
  parent: 'parent',
  sibling: 'sibling',
  relative: 'other',
} as const;

function careDatesIn(row: OpenRow): CareDate[] {
  const read = (field: Field, kind: CareDate['kind'], whose?: (heading: string) => string) =>
    row.cells(field).flatMap(({ cell, heading }): CareDate[] => {
      const day = field === 'lunarBirth' ? readLunarDay(cell) : readCareDay(cell);
      if (day.state === 'broken') row.noteAt(heading, day.reason);
      return day.state === 'value' ? [careDate(kind, day.value, whose?.(heading))] : [];
    });
  return [
    ...(isYearless(row.cell('birth')) ? read('birth', 'birthday') : []),
    ...read('lunarBirth', 'birthday'),
    ...read('spouseBirth', 'familyBirthday', () => '配偶'),
    ...read('weddingDay', 'wedding'),
    ...read('anniversary', 'anniversary', (heading) => heading.slice(0, 30)),
    ...read('companyDay', 'company'),
  ];
}

function careDate(
  kind: CareDate['kind'],
  { calendar, month, dayOfMonth, year }: CareDay,
  whose: string | undefined,
): CareDate {
  return present({ kind, whose, calendar, month, dayOfMonth, year, yearly: true });
}

function parts(row: OpenRow, field: Field): { readonly text: string; readonly heading: string }[] {
  return row.cells(field).flatMap(({ cell, heading }) =>
    cellText(cell)
      .split(/[、,;\n]/)
      .map((text) => text.trim())
      .filter((text) => !saysNothing(text))
      .map((text) => ({ text, heading })),
  );
}

/** `2018-06` of `2018年6月`, `2018-06-01` or `2018.6`. */
function birthMonthIn(text: string): string | undefined {
  const [, year, month] = /^((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(text) ?? [];
  if (year && month && Number(month) >= 1 && Number(month) <= 12) return `${year}-${month.padStart(2, '0')}`;
  const read = readBirth(text);
  return read.state === 'value' && 'on' in read.value ? read.value.on.slice(0, 7) : undefined;
}

const stages: readonly (readonly [RegExp, NonNullable<FamilyMember['schoolStage']>])[] = [
  [/未上学|没上学|学龄前/, 'none'],
  [/幼儿|幼稚|托班|[大中小]班/, 'kindergarten'],
  [/大学|学院|本科|研究生|硕士|博士/, 'university'],
  [/小学|[一二三四五六1-6]年级/, 'primary'],
  [/初中|初[一二三]|[七八九7-9]年级/, 'junior'],
  [/高中|高[一二三]|职高|中专/, 'senior'],
];

function stageOf(text: string): FamilyMember['schoolStage'] {
  return stages.find(([words]) => words.test(text))?.[1];
}
