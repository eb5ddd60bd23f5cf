import { useEffect, useState } from 'react';

/** The value once it has rested for a moment, so that the server is not asked at each letter. */
export function useSettled<Value>(value: Value, milliseconds = 250): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
