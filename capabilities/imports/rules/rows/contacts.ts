import type { Field } from '../../contract/field.ts';
import { noDate } from '../../contract/problems.ts';
import type { ContactRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { type ReadMoment, readTime } from '../values/day.ts';
import { readAge } from '../values/person.ts';
import { readStaffName } from '../values/staff-name.ts';
import { readGrade } from '../values/words.ts';
import { contactKindOf, followKindOf } from './codes.ts';
import { readFollowUps } from './follow-ups.ts';
import { type OpenRow, present, remarkOf } from './open-row.ts';

/**
 * The contacts a register row tells of: the call or visit itself, the first call when it stands in a column of its own, and
 * the latest follow-up. A day without a time stays a day. What kind it was the row says, else the sheet's title or name.
 */
export function readContacts(row: OpenRow): ContactRead[] {
  const stated = contactKindOf(cellText(row.cell('contactKind'))) ?? row.context.contactKind;
  const visited = atTime(row, row.pastMoment('firstVisitOn'));
  const called = row.pastMoment('firstCallOn');
  const registered = atTime(row, row.pastMoment('contactedOn'));
  const followed = row.pastMoment('lastFollowOn');
  const staff = readStaffName(row.cell('consultant'));
  const followUps = readFollowUps(row, visited?.day ?? called?.day ?? registered?.day);
  const told = present({
    text: [textOf(row, staff.whole), ...followUps.undated].filter(Boolean).join('；').slice(0, 4_000) || undefined,
    likes: row.text('likes'),
    doubts: row.text('doubts'),
    companions: row.text('companions'),
    staffName: staff.name,
  });

  const contacts: ContactRead[] = [];
  if (visited) contacts.push({ kind: called ? 'VISIT_IN' : (stated ?? 'VISIT_IN'), ...visited, ...told });
  if (called)
    contacts.push({ kind: 'CALL_IN', ...called, ...(visited ? present({ staffName: told.staffName }) : told) });
  if (contacts.length === 0 && registered) contacts.push({ kind: registeredKind(row, stated), ...registered, ...told });
  if (followed) {
    contacts.push({
      kind: /(?<!回)访(?!问)/.test(row.heading('lastFollowOn'))
        ? 'VISIT_IN'
        : followKindOf(cellText(row.cell('lastFollowWay'))),
      ...followed,
      ...present({ text: row.text('lastFollowNote'), staffName: told.staffName }),
    } as ContactRead);
  }
  contacts.push(...followUps.contacts.map((one) => ({ ...one, ...present({ staffName: told.staffName }) })));
  const asked: readonly Field[] = ['firstVisitOn', 'firstCallOn', 'contactedOn'];
  const dated = asked.filter(row.has);
  if (
    contacts.length === 0 &&
    dated[0] &&
    !row.problems().some(({ column }) => dated.map(row.heading).includes(column))
  ) {
    row.note(dated[0], noDate);
  }
  return contacts;
}

/** The time of day may stand in a column of its own. */
function atTime(row: OpenRow, moment: ReadMoment | undefined): ReadMoment | undefined {
  if (!moment || moment.minutes !== undefined || !row.has('contactTime')) return moment;
  const minutes = readTime(row.cell('contactTime'));
  return minutes === undefined ? moment : { ...moment, minutes };
}

/** A list of follow-ups has its one date and says by which way each was. */
function registeredKind(row: OpenRow, stated: ContactRead['kind'] | undefined): ContactRead['kind'] {
  const way = cellText(row.cell('lastFollowWay'));
  if (isFollowUp(row) && !saysNothing(way)) return followKindOf(way);
  return stated ?? (isFollowUp(row) ? 'CALL_OUT' : 'VISIT_IN');
}

function isFollowUp(row: OpenRow): boolean {
  return !row.has('lastFollowOn') && (row.has('lastFollowWay') || row.has('lastFollowNote'));
}

/**
 * What was said, with the grade as the source gave it: rubrics differ between companies, so the letter keeps its origin. An
 * age band and a grade in words fit no field of ours and stay readable here.
 */
function textOf(row: OpenRow, staff: string | undefined): string | undefined {
  const grade = row.take('grade', readGrade);
  const unreadGrade = grade === undefined && row.has('grade') ? cellText(row.cell('grade')) : '';
  const age = row.has('age') && readAge(row.cell('age')).state === 'broken' ? cellText(row.cell('age')) : '';
  const parts = [
    remarkOf(row) ?? '',
    ...(isFollowUp(row) ? [cellText(row.cell('lastFollowNote'))] : []),
    ...(grade ? [`意向级别 ${grade}（原系统标准）`] : []),
    ...(saysNothing(unreadGrade) ? [] : [`意向级别 ${unreadGrade}`]),
    ...(age === '' ? [] : [`年龄 ${age}`]),
    ...(staff === undefined ? [] : [`${row.heading('consultant')} ${staff}`]),
  ].filter((text) => !saysNothing(text));
  return parts.length > 0 ? parts.join('；').slice(0, 4_000) : undefined;
}
