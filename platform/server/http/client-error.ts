import type { Socket } from 'node:net';
import { newId } from '../new-id.ts';
import { headTooLarge, unreadable } from '../refusals.ts';
import { problemOf } from './problem.ts';

/** A request that Node itself could not read: there is no request yet, only the line. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const [status, words] = isLarge ? ['431', 'Request Header Fields Too Large'] : ['400', 'Bad Request'];
  const problem = problemOf({
    refusal: isLarge ? headTooLarge : unreadable,
    status: Number(status),
    language: 'zh',
    requestId: newId(),
  });
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${words}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nx-request-id: ${problem.requestId}\r\nconnection: close\r\n\r\n${body}`,
  );
}
