import { existsSync, readFileSync, statSync } from 'node:fs';
import { PostgresUnavailable } from './unavailable.ts';

/** The unprivileged user who runs PostgreSQL when we are root: PostgreSQL refuses to be root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Nobody to switch to when we are not root; else the owner of an existing cluster, `yilu`, `postgres` or `nobody`. */
export function systemUser(cluster: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = knownUsers();
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    // initdb and the server look their own name up, so an owner without a name cannot run them.
    if (uid !== 0 && known.some((user) => user.uid === uid)) return { uid, gid };
  }
  for (const name of ['yilu', 'postgres', 'nobody']) {
    const user = known.find((candidate) => candidate.name === name);
    if (user) return { uid: user.uid, gid: user.gid };
  }
  throw new PostgresUnavailable('no_system_user', {});
}

function knownUsers(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []));
}
