import type { Field } from '../../contract/field.ts';
import { noDate } from '../../contract/problems.ts';
import type { ContactRead } from '../../contract/read-row.ts';
import { cellText } from '../values/cell-text.ts';
import { readMoment } from '../values/day.ts';
import { readGrade } from '../values/words.ts';
import { contactKindOf, followKindOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';

/**
 * The contacts a register row tells of: the call or visit itself, the first call when it stands in a column of its own, and
 * the latest follow-up. A day without a time stays a day.
 */
export function readContacts(row: OpenRow): ContactRead[] {
  const stated = contactKindOf(cellText(row.cell('contactKind')));
  const visited = row.take('firstVisitOn', readMoment);
  const called = row.take('firstCallOn', readMoment);
  const registered = row.take('contactedOn', readMoment);
  const followed = row.take('lastFollowOn', readMoment);
  const told = present({
    text: textOf(row),
    likes: row.text('likes'),
    doubts: row.text('doubts'),
    companions: row.text('companions'),
    staffName: row.text('consultant')?.slice(0, 60),
  });

  const contacts: ContactRead[] = [];
  if (visited) contacts.push({ kind: called ? 'VISIT_IN' : (stated ?? 'VISIT_IN'), ...visited, ...told });
  if (called)
    contacts.push({ kind: 'CALL_IN', ...called, ...(visited ? present({ staffName: told.staffName }) : told) });
  if (contacts.length === 0 && registered) contacts.push({ kind: stated ?? 'VISIT_IN', ...registered, ...told });
  if (followed) {
    contacts.push({
      kind: followKindOf(cellText(row.cell('lastFollowWay'))),
      ...followed,
      ...present({ text: row.text('lastFollowNote'), staffName: told.staffName }),
    } as ContactRead);
  }
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

/** What was said, with the grade as the source gave it: rubrics differ between companies, so the letter keeps its origin. */
function textOf(row: OpenRow): string | undefined {
  const grade = row.take('grade', readGrade);
  const parts = [
    ...row.cells('note').map(({ cell }) => cellText(cell)),
    ...(grade ? [`意向级别 ${grade}（原系统标准）`] : []),
  ].filter((text) => text !== '');
  return parts.length > 0 ? parts.join('；').slice(0, 4_000) : undefined;
}
