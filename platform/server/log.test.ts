import { expect, test } from 'vitest';
import { jsonLog } from './log.ts';

function logged(facts: object): string {
  const lines: string[] = [];
  jsonLog((line) => void lines.push(line)).error(facts, 'a request failed');
  return lines.join('');
}

test('an error of the database leaves its values out, also those on a second line of its message', () => {
  const error = Object.assign(new Error('invalid input syntax for type date: "2026\n何雨桐 13800002001"'), {
    code: '22007',
    detail: 'Key (number)=(13800002001) already exists.',
    constraint: 'person_phone_number',
  });
  const line = logged({ err: error, requestId: 'r1' });
  expect(line).not.toMatch(/何雨桐|13800002001/);
  const { requestId, err } = JSON.parse(line);
  expect(requestId).toBe('r1');
  expect(err).toMatchObject({ code: '22007', constraint: 'person_phone_number' });
  expect(err.stack[0]).toContain('log.test.ts');
});

test('an error of our own says what it says, once', () => {
  const { err } = JSON.parse(logged({ err: new Error('nobody does the job x') }));
  expect(err.message).toBe('nobody does the job x');
  expect(err.stack.join('')).not.toContain('nobody does');
});
