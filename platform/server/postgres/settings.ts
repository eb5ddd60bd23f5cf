import { totalmem } from 'node:os';

/** `durable`: every acknowledged write survives kill -9 and a power cut. `throwaway`: for tests, fast and forgetful. */
export type Purpose = 'durable' | 'throwaway';

const MB = 2 ** 20;

/** Given on the command line at every start, so that a new version of Yilu brings its tuning to old data folders. */
export function serverSettings(purpose: Purpose): Readonly<Record<string, string>> {
  return { ...tuning(), ...privacy, ...(purpose === 'durable' ? durable : throwaway) };
}

function tuning(): Record<string, string> {
  const memory = totalmem() / MB;
  const within = (least: number, wanted: number, most: number) =>
    `${Math.round(Math.max(least, Math.min(wanted, most)))}MB`;
  return {
    max_connections: '100',
    shared_buffers: within(64, memory / 8, 1024),
    effective_cache_size: within(128, memory / 2, 16_384),
    work_mem: within(4, memory / 512, 32),
    maintenance_work_mem: within(64, memory / 32, 512),
    // Flash storage everywhere by now; the defaults still think of turning disks.
    random_page_cost: '1.1',
    // Compiling a query costs 50 ms and more, our queries take less than one.
    jit: 'off',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // A table of 2,000,000 rows should not wait for 400,000 changes before it is vacuumed and counted.
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.02',
    autovacuum_naptime: '20s',
    max_wal_senders: '0',
    idle_in_transaction_session_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

/** Statements and constraint errors quote names and phones; personal data never goes to a log. */
const privacy = {
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  log_min_messages: 'fatal',
};
