import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '@yilu/platform/contract';
import { decryptField, type Engine } from '@yilu/platform/server';
import { readManifest } from '../backup/manifest.ts';
import type { Config } from '../config.ts';
import { refuseUnusable } from '../data-folder.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';
import { isServed, withEngine } from './with-engine.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly advice?: Sentence;
}

export const doctor: Command = {
  name: 'doctor',
  takes: '',
  about: { zh: '检查安装、运行和数据是否健康', en: 'Check what is installed, running and healthy' },
  options: {},
  run: async ({ config, say }) => {
    refuseUnusable(config.dataFolder);
    const served = await isServed(config);
    const findings = await withEngine(config, async ({ engine }) => [
      { check: 'yilu', ok: true, detail: version },
      nodeVersion(),
      { check: 'server', ok: true, detail: served ? 'running' : 'stopped' },
      ...(await Promise.all([postgres, role, trigrams, keys, jobs].map((look) => look(engine)))),
      disk(config),
      lastBackup(config),
    ]);
    const ok = findings.every((finding) => finding.ok);
    for (const { advice } of findings) if (advice) say(advice);
    return {
      data: { ok, findings: findings.map(({ check, ok: fine, detail }) => ({ check, ok: fine, detail })) },
      lines: findings.map(({ check, ok: fine, detail }) => `${fine ? '✓' : '✗'} ${check.padEnd(12)} ${detail}`),
      exitCode: ok ? 0 : 1,
    };
  },
};

function nodeVersion(): Finding {
  const ok = Number(process.versions.node.split('.')[0]) >= 24;
  return { check: 'node', ok, detail: process.versions.node };
}

async function postgres({ pool }: Engine): Promise<Finding> {
  const { rows } = await pool.query<{ version: string; size: string; migrations: number }>(
    `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size,
            (select count(*)::int from migrations.applied) as migrations`,
  );
  const found = rows[0];
  return { check: 'postgres', ok: true, detail: `${found?.version}, ${found?.size}, ${found?.migrations} migrations` };
}

/** Row-level security holds only for a role that owns nothing and cannot pass it. */
async function role({ pool }: Engine): Promise<Finding> {
  const { rows } = await pool.query<{ sound: boolean }>(
    `select not rolsuper and not rolbypassrls
            and not exists (select from pg_class where relowner = pg_roles.oid) as sound
       from pg_roles where rolname = 'yilu_app'`,
  );
  return {
    check: 'yilu_app',
    ok: rows[0]?.sound ?? false,
    detail: rows[0]?.sound ? 'owns nothing, passes nothing' : 'unsafe',
  };
}

async function trigrams({ pool }: Engine): Promise<Finding> {
  const { rows } = await pool.query<{ locale: string; sees: boolean }>(
    `select datctype as locale, show_trgm('万科') <> '{}' as sees from pg_database where datname = current_database()`,
  );
  return { check: 'locale', ok: rows[0]?.sees ?? false, detail: rows[0]?.locale ?? '?' };
}

/** Opens one sealed key with the key file: a file of another installation looks whole and reads nothing. */
async function keys({ pool, keys: known }: Engine): Promise<Finding> {
  const { rows } = await pool.query<{ person_id: string; wrapped_key: string }>('select * from person_key limit 1');
  const [sample] = rows;
  try {
    if (sample) decryptField(known, sample.wrapped_key, sample.person_id);
    return { check: 'keys', ok: true, detail: `${known.keys.size}, current ${known.current}` };
  } catch {
    return {
      check: 'keys',
      ok: false,
      detail: 'the key file does not fit the data',
      advice: {
        zh: '密钥文件不是写入这些数据时用的那一份；请把原来的密钥文件放回。',
        en: 'The key file is not the one that the data was written with; put the original back.',
      },
    };
  }
}

async function jobs({ pool }: Engine): Promise<Finding> {
  const { rows } = await pool.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where state in ('created', 'retry'))::int as waiting,
            count(*) filter (where state = 'failed')::int as failed from jobs.job`,
  );
  const { waiting = 0, failed = 0 } = rows[0] ?? {};
  return { check: 'jobs', ok: failed === 0, detail: `${waiting} waiting, ${failed} given up` };
}

function disk({ dataFolder }: Config): Finding {
  const { bavail, bsize } = statfsSync(dataFolder);
  const freeGB = (bavail * bsize) / 2 ** 30;
  return { check: 'disk', ok: freeGB > 1, detail: `${freeGB.toFixed(1)} GB free in ${dataFolder}` };
}

function lastBackup({ dataFolder }: Config): Finding {
  const home = join(dataFolder, 'backups');
  const taken = statSync(home, { throwIfNoEntry: false })
    ? readdirSync(home).flatMap((name) => readManifest(join(home, name))?.takenAt ?? [])
    : [];
  const last = taken.toSorted((one, other) => other.getTime() - one.getTime())[0];
  const ageDays = last ? (Date.now() - last.getTime()) / 86_400_000 : 0;
  if (ageDays <= 2) return { check: 'backup', ok: true, detail: last ? last.toISOString() : 'none yet' };
  return {
    check: 'backup',
    ok: false,
    detail: `${Math.floor(ageDays)} days old`,
    advice: {
      zh: '两天多没有备份了；服务器开着时每夜自动备份，前提是盘上放得下。',
      en: 'No backup for more than two days; a running server makes one every night as long as the disk has room for it.',
    },
  };
}
