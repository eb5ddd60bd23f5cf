/** A structured log. Never log personal data: no addresses, no bodies, no names; route patterns and ids only. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** One JSON line per entry. */
export function jsonLog(write: (line: string) => void, clock: () => Date = () => new Date()): Log {
  const at = (level: string) => (facts: object, message: string) =>
    write(`${JSON.stringify({ time: clock().toISOString(), level, message, ...facts }, errorsAsText)}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * PostgreSQL puts offending values into its messages and details: of its errors only code, constraint and stack are kept. A stack
 * begins with the message, which may have several lines: only the frames are kept.
 */
function errorsAsText(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { code, constraint, table } = value as { code?: unknown; constraint?: unknown; table?: unknown };
  const isOfDatabase = typeof code === 'string' && code.length === 5;
  return {
    name: value.name,
    code,
    constraint,
    table,
    message: isOfDatabase ? undefined : value.message,
    stack: value.stack
      ?.split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at '))
      .slice(0, 7),
  };
}
